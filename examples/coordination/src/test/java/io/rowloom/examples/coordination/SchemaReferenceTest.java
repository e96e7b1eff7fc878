package io.rowloom.examples.coordination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rowloom.examples.coordination.db.CoordinationDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database of this example holds everything that the published reference says.
 *
 * <p>It may have more columns: those that only an index of the reference names.
 */
class SchemaReferenceTest {
    private static final Path FIRST_MIGRATION =
            Path.of("src/main/resources/db/migration/sqlite/001_initial_schema.sql");

    @TempDir
    private Path folder;

    @Test
    void theReferenceHas24TablesOf152ColumnsAnd48Indexes() throws IOException {
        List<Reference.Table> tables = Reference.read().tables();

        assertEquals(24, tables.size());
        assertEquals(
                152, tables.stream().mapToInt(table -> table.columns().size()).sum());
        assertEquals(
                48, tables.stream().mapToInt(table -> table.indexes().size()).sum());
    }

    @Test
    void theDatabaseThatTheProgramOpensIsAsTheReferenceHasIt() throws Exception {
        Path file = folder.resolve("coordination.db");
        CoordinationDatabase.open(file).close();

        assertAsReferenced(file);
    }

    @Test
    void theFirstMigrationLoadsWithTheCommandLineAndIsAsTheReferenceHasIt() throws Exception {
        assumeTrue(hasCommandLine(), "sqlite3 is not on the path");
        Path file = folder.resolve("loaded.db");
        Path output = folder.resolve("output.txt");

        int exitCode = new ProcessBuilder("sqlite3", "-bail", file.toString())
                .redirectInput(FIRST_MIGRATION.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();

        assertEquals("", Files.readString(output, StandardCharsets.UTF_8));
        assertEquals(0, exitCode);
        assertAsReferenced(file);
    }

    private static boolean hasCommandLine() throws InterruptedException {
        try {
            return new ProcessBuilder("sqlite3", "-version").start().waitFor() == 0;
        } catch (IOException notFound) {
            return false;
        }
    }

    private static void assertAsReferenced(Path file) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            SqliteSchema schema = new SqliteSchema(connection);
            for (Reference.Table expected : Reference.read().tables()) {
                assertTrue(schema.tables().contains(expected.name()), expected.name());
                assertEquals(expected, schema.table(expected.name()).withColumnsOf(expected));
            }
        }
    }
}
