package io.rowloom.generator.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rowloom.generator.Generation;
import io.rowloom.generator.MigrationGoals;
import io.rowloom.generator.docs.DocsLayout;
import io.rowloom.generator.migration.SqlSplitter;
import io.rowloom.generator.text.PlainText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every hostile text at every place of a model: all that is generated means what it means with harmless ones. */
class HostileModelTest {
    private static final String SQL = "db/sqlite/001_initial_schema.sql";
    private static final String STORED = "SELECT type, name, tbl_name, rtrim(sql, char(10)) FROM sqlite_schema"
            + " WHERE name NOT LIKE 'sqlite^_%' ESCAPE '^' AND name <> 'rowloom_history' ORDER BY 1, 2";

    @TempDir
    private static Path folder;

    private static HostileProject hostile;
    private static HostileProject harmless;

    @BeforeAll
    static void generate() throws Exception {
        hostile = HostileProject.generate(folder.resolve("hostile"), HostileTexts.ALL);
        harmless = HostileProject.generate(folder.resolve("harmless"), HostileTexts.harmless());
    }

    @Test
    void theJavaMakesADatabaseThatHoldsEveryNameAndText() throws Exception {
        ClassLoader classes = hostile.compile(Files.createDirectories(folder.resolve("classes")));
        Path file = folder.resolve("hostile.db");
        Class<?> database = Class.forName("com.example.hostile.HostileDatabase", true, classes);
        ((AutoCloseable) database.getMethod("open", Path.class).invoke(null, file)).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertStored(connection);
            connection.setAutoCommit(false);
            for (String text : HostileTexts.ALL) {
                assertHolds(connection, text);
            }
        }
    }

    private static void assertHolds(Connection connection, String text) throws SQLException {
        String name = HostileModel.name(text);
        String table = HostileModel.sqlName(name);
        String literal = HostileModel.inSql(text);
        String second = HostileModel.sqlName(name + " 2");
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO " + table + " DEFAULT VALUES");
        }
        assertEquals(
                List.of("id", name, name + " 2", "word", "own", "json", "shape", "asked", "parent"),
                rows(connection, "SELECT name FROM pragma_table_info(?)", name));
        assertEquals(
                List.of(text, literal, text, text, literal + text, literal),
                rows(connection, "SELECT " + table + ", " + second + ", word, own, computed, asked FROM " + table));
        assertEquals(
                List.of(literal, text),
                rows(connection, "SELECT literal, held FROM " + HostileModel.sqlName(name + " v")));
        assertEquals(
                List.of(name + " p", "a", name + " q"),
                rows(connection, "SELECT j.key FROM " + table + " t, json_tree(t.json) j WHERE j.key IS NOT NULL"));
    }

    @Test
    void theCommandLineOfSqliteLoadsTheFile() throws Exception {
        Path file = folder.resolve("loaded.db");
        Process process = commandLine(file);
        assertEquals("", new String(process.getInputStream().readAllBytes()));
        assertEquals(0, process.waitFor());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertStored(connection);
        }
    }

    private static Process commandLine(Path database) {
        try {
            return new ProcessBuilder("sqlite3", "-batch", "-cmd", "PRAGMA synchronous = OFF", database.toString())
                    .redirectInput(hostile.root().resolve(SQL).toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            assumeTrue(false, "sqlite3 is not installed");
            throw new AssertionError(missing);
        }
    }

    private static void assertStored(Connection connection) throws Exception {
        List<String> expected = stored(hostile);
        List<String> stored = rows(connection, STORED);
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(stored);
        assertEquals(List.of(), missing);
        assertEquals(expected.size(), stored.size());
    }

    /** What SQLite keeps of the statements of the file. */
    private static List<String> stored(HostileProject project) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            for (SqlSplitter.Part part : SqlSplitter.split(project.read(SQL))) {
                statement.execute(part.sql());
            }
            return rows(connection, STORED);
        }
    }

    @Test
    void thePageHasTheBlocksOfTheHarmlessOneAndTheNamesAsHeadings() throws Exception {
        MarkdownSkeleton page = MarkdownSkeleton.of(hostile.read("docs/database.md"));
        MarkdownSkeleton expected = MarkdownSkeleton.of(harmless.read("docs/database.md"));
        assertEquals(expected.blocks(), page.blocks());
        assertEquals(expected.headings().size(), page.headings().size());
        for (String text : HostileTexts.ALL) {
            String name = PlainText.oneLine(HostileModel.name(text)).strip();
            assertTrue(page.headings().contains(name), name);
        }
    }

    @Test
    void theHtmlHasTheElementsOfTheHarmlessOne() throws Exception {
        assertEquals(
                HtmlSkeleton.of(harmless.read("docs/database.html")),
                HtmlSkeleton.of(hostile.read("docs/database.html")));
    }

    @Test
    void filesLieWhereTheyBelongAndHaveNamesThatEverySystemTakes() throws Exception {
        HostileProject divided = HostileProject.generate(folder.resolve("divided/project"), HostileTexts.ALL);
        Generation.documents(divided.request(DocsLayout.FOLDER));
        List<String> files = divided.files();
        assertEquals(
                harmless.files().size(),
                files.stream()
                        .filter(file -> !file.startsWith("docs/database/"))
                        .count());
        Set<String> folded = new HashSet<>();
        for (String file : files) {
            assertTrue(file.matches("state|(model|java|db|docs)(/[A-Za-z0-9][A-Za-z0-9_.-]*[a-z0-9])+"), file);
            assertTrue(folded.add(file.toLowerCase(Locale.ROOT)), file);
            assertTrue(!new File(file).getName().matches("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?"), file);
        }
        try (Stream<Path> beside = Files.list(folder.resolve("divided"))) {
            assertEquals(List.of(divided.root()), beside.toList());
        }
    }

    @Test
    void writingAgainFindsEverythingAsItIs() throws Exception {
        assertEquals(
                List.of(),
                Generation.documents(hostile.request(DocsLayout.PAGE)).written());
    }

    @Test
    void theNextMigrationIsProved() throws Exception {
        // In parts, because a table that is made anew is looked for in the views and triggers of all others.
        for (int from = 0; from < HostileTexts.ALL.size(); from += 20) {
            List<String> texts = HostileTexts.ALL.subList(from, Math.min(from + 20, HostileTexts.ALL.size()));
            HostileProject project = HostileProject.generate(folder.resolve("next" + from), texts);
            new MigrationGoals(project.request(DocsLayout.PAGE)).seal(Optional.empty());
            // A default that is computed makes each table anew, with all that hangs on it.
            project.write(HostileModel.yaml(texts, """
                          «name more»: {type: text, java: {name: more}, default: «text»}
                          since: {type: timestamp, default: now}
                    """));
            Generation.run(project.request(DocsLayout.PAGE));
            List<String> next = project.files().stream()
                    .filter(file -> file.matches("db/sqlite/002_[a-z0-9_]+([.]down)?[.]sql"))
                    .toList();
            assertEquals(2, next.size());
            assertTrue(project.read(next.get(1)).contains("DROP TABLE"));
            new MigrationGoals(project.request(DocsLayout.PAGE)).check();
        }
    }

    /** All values of all rows. */
    private static List<String> rows(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        values.add(rows.getString(i));
                    }
                }
            }
            return values;
        }
    }
}
