package io.rowloom.generator.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowloom.generator.testing.Fixtures;
import io.rowloom.model.Model;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** {@code fixtures/sqlite/<behaviour>}: model.yaml, expected.sql, expected.down.sql. */
class SqliteSchemaFixturesTest {
    @TestFactory
    Stream<DynamicTest> aModelAsDdl() throws IOException {
        return Fixtures.in("sqlite", folder -> {
            Model model = Fixtures.model(folder);
            SqliteScript script = SqliteSchema.render(model);
            Fixtures.expect(folder.resolve("expected.sql"), script.text());
            Fixtures.expect(
                    folder.resolve("expected.down.sql"),
                    SqliteSchema.renderDown(model).text());
            assertEquals(List.of(), SqliteProof.prove(model, script));
        });
    }
}
