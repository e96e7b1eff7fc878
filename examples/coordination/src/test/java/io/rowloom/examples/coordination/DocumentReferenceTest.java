package io.rowloom.examples.coordination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The generated document states everything that the published reference says. */
class DocumentReferenceTest {
    private final Document document = Document.read(Path.of("docs/database.md"));
    private final Reference reference = Reference.read();

    DocumentReferenceTest() throws IOException {}

    @Test
    void thePageStatesEveryTableColumnTypeDefaultKeyAndIndex() {
        for (Reference.Table expected : reference.tables()) {
            assertEquals(expected, document.table(expected.name()).withColumnsOf(expected));
        }
    }

    @Test
    void thePageStatesEverySettingWithAPurpose() {
        for (Reference.Pragma pragma : reference.pragmas()) {
            assertTrue(
                    document.hasLine("\\| `" + pragma.name() + "` \\| `" + pragma.value() + "` \\| .+ \\|"),
                    pragma.name());
        }
    }

    @Test
    void thePageIsDividedAsTheReferenceIs() {
        List<String> titles = document.sections();

        assertEquals(
                reference.sections(),
                titles.stream().filter(reference.sections()::contains).toList());
    }

    @Test
    void thePageSaysThatItIsGeneratedFromWhatAndHow() {
        assertTrue(document.hasLine("> \\*\\*Generated, do not edit\\.\\*\\* .*src/main/rowloom.*"));
        assertTrue(document.hasLine("> To write it again, run `mvn generate-sources`\\."));
        assertTrue(document.hasLine("24 tables\\. Generated from `src/main/rowloom`\\."));
    }

    @Test
    void everyLinkWithinTheProjectLeadsToAFile() {
        for (String target : document.fileLinks()) {
            assertTrue(Files.exists(Path.of("docs").resolve(target)), target);
        }
    }
}
