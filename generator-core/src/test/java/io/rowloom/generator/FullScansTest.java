package io.rowloom.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rowloom.generator.testing.Requests;
import io.rowloom.model.problem.InvalidModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code rowloom.fullScans} makes of a query that reads a whole table. */
class FullScansTest {
    private static final String SCAN = "[full-scan]: the query reads every row of 'notes'\n"
            + "    in ofTitle.sql; SQLite would use an index: add  - [title]  to notes.indexes";

    @TempDir
    Path root;

    @BeforeEach
    void model() throws Exception {
        Files.createDirectories(root.resolve("model"));
        Files.writeString(root.resolve("model/app.yaml"), """
                rowloom: 1
                database: {name: app, package: com.example.app}
                tables:
                  notes: {columns: {id: {type: bigint, primary_key: auto}, title: text}}
                queries:
                  ofTitle: {sql: "SELECT * FROM notes WHERE title = :title"}
                """);
    }

    @Test
    void itIsAWarningThatNamesTheIndex() throws Exception {
        assertEquals(
                List.of("model/app.yaml:6:19: warning" + SCAN),
                Generation.run(request(Strictness.WARN)).notes());
    }

    @Test
    void itIsAMistakeWhereThatIsAskedFor() {
        InvalidModelException refused =
                assertThrows(InvalidModelException.class, () -> Generation.run(request(Strictness.FAIL)));
        assertEquals("model/app.yaml:6:19: error" + SCAN, refused.getMessage());
        assertFalse(Files.exists(root.resolve("java")), "something was written");
    }

    @Test
    void itIsNothingWhereThatIsAskedFor() throws Exception {
        assertEquals(List.of(), Generation.run(request(Strictness.OFF)).notes());
    }

    private GenerationRequest request(Strictness fullScans) {
        return Requests.of(root, fullScans, Strictness.OFF, DocumentSettings.DEFAULT);
    }
}
