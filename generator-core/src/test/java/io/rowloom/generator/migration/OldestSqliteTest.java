package io.rowloom.generator.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.migration.sqlite.ScratchDatabase;
import io.rowloom.model.Model;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every migration of the fixtures, with its data and its way back, on the oldest SQLite that there is a driver for with STRICT
 * tables: 3.39. The driver is loaded beside the current one. What is promised is 3.37, for which there is
 * none; {@code docs/migrations.md} says what was run on that.
 */
class OldestSqliteTest {
    private static final Path FIXTURES = Path.of("src/test/fixtures/migrate");
    private static final URL JAR = url(Path.of("target/oldest-sqlite/sqlite-jdbc.jar"));

    private static URLClassLoader loader = new URLClassLoader(new URL[0]);
    private static Driver oldDriver = new org.sqlite.JDBC();

    @TempDir
    Path temporary;

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (java.net.MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @BeforeAll
    static void loadTheOldDriver() throws Exception {
        loader = new URLClassLoader(new URL[] {JAR}, ClassLoader.getPlatformClassLoader());
        oldDriver = (Driver)
                loader.loadClass("org.sqlite.JDBC").getDeclaredConstructor().newInstance();
    }

    @AfterAll
    static void unload() throws IOException {
        loader.close();
    }

    private static Connection old() throws SQLException {
        return oldDriver.connect("jdbc:sqlite::memory:", new Properties());
    }

    @Test
    void theOldDriverIsOld() throws SQLException {
        try (Connection connection = old()) {
            assertEquals(List.of("3.39.2"), texts(connection, "SELECT sqlite_version()"));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyMigrationOfTheFixturesDoesTheSameThere() throws IOException {
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("rows.txt"))).sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(
                            folder.getFileName().toString(), folder.toUri(), () -> compare(folder)));
        }
    }

    private void compare(Path fixture) throws Exception {
        MigrationWorkspace workspace = new MigrationWorkspace(temporary.resolve(fixture.getFileName()));
        workspace.sealBefore(fixture);
        Model after = workspace.model(Files.readString(fixture.resolve("after.yaml")));
        List<MigrationSource> migrations =
                workspace.plan(after, MigrationWorkspace.acknowledged(fixture)).migrations();
        assertTrue(!migrations.isEmpty(), "nothing was planned");
        List<String> data = SqlSplitter.split(MigrationWorkspace.text(fixture.resolve("data.sql"))).stream()
                .map(SqlSplitter.Part::sql)
                .toList();
        try (Connection old = old();
                ScratchDatabase now = ScratchDatabase.open()) {
            assertEquals(run(now.connection(), migrations, data), run(old, migrations, data));
        }
    }

    /** What the database holds after the last migration, and after its way back. */
    private static List<String> run(Connection connection, List<MigrationSource> migrations, List<String> data)
            throws SQLException {
        MigrationSource last = migrations.get(migrations.size() - 1);
        boolean drafted = !last.sealed();
        for (MigrationSource migration : migrations.subList(0, migrations.size() - (drafted ? 1 : 0))) {
            migrate(connection, migration.up());
        }
        for (String sql : data) {
            execute(connection, sql);
        }
        List<String> contents = new ArrayList<>();
        if (drafted) {
            migrate(connection, last.up());
            contents.addAll(contents(connection));
            migrate(connection, last.down());
        }
        contents.addAll(contents(connection));
        return contents;
    }

    /** As the migrator does. */
    private static void migrate(Connection connection, List<String> statements) throws SQLException {
        execute(connection, "PRAGMA foreign_keys = OFF");
        execute(connection, "BEGIN IMMEDIATE");
        for (String sql : statements) {
            execute(connection, sql);
        }
        assertEquals(List.of(), texts(connection, "SELECT \"table\" FROM pragma_foreign_key_check"));
        execute(connection, "COMMIT");
        execute(connection, "PRAGMA foreign_keys = ON");
    }

    private static List<String> contents(Connection connection) throws SQLException {
        List<String> contents = new ArrayList<>(texts(
                connection, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1"));
        if (contents.stream().anyMatch(object -> object.startsWith("table sqlite_sequence "))) {
            contents.addAll(texts(connection, "SELECT name || seq FROM sqlite_sequence ORDER BY 1"));
        }
        for (String table : texts(
                connection,
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                        + " AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name")) {
            StringJoiner columns = new StringJoiner(" || '|' || ");
            String names = "SELECT name FROM pragma_table_xinfo('" + table.replace("'", "''") + "') ORDER BY name";
            texts(connection, names).forEach(name -> columns.add("quote(" + quoted(name) + ")"));
            texts(connection, "SELECT " + columns + " FROM " + quoted(table) + " ORDER BY 1")
                    .forEach(row -> contents.add(table + ": " + row));
        }
        assertEquals(List.of("ok"), texts(connection, "PRAGMA integrity_check"));
        return contents;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new SQLException(refused.getMessage() + "\nin " + sql, refused);
        }
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(String.valueOf(rows.getString(1)));
            }
        }
        return texts;
    }
}
