package io.rowloom.examples.agents;

import io.rowloom.examples.agents.db.AgentsDatabase;
import io.rowloom.runtime.MigrationOptions;
import io.rowloom.runtime.SqliteOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database file that an earlier version of the application left behind, with rows. */
final class OldDatabase {
    /** The last migration that version 2 of the application knew. */
    static final int VERSION_2 = 2;

    private OldDatabase() {}

    /** Makes the file with the first two sealed migrations, and fills it as that version did: in plain SQL. */
    static void make(Path file) throws SQLException, IOException {
        MigrationOptions upToVersion2 = MigrationOptions.defaults().withLimit(VERSION_2);
        AgentsDatabase.open(file, SqliteOptions.defaults().withMigration(upToVersion2))
                .close();
        try (InputStream rows = OldDatabase.class.getResourceAsStream("/data-of-version-2.sql");
                Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            for (String sql : new String(rows.readAllBytes(), StandardCharsets.UTF_8).split(";\\R")) {
                statement.execute(sql);
            }
        }
    }

    /** The rows of a query of plain SQL, the columns of a row separated by a bar. */
    static List<String> query(Path file, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            int columns = results.getMetaData().getColumnCount();
            while (results.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(results.getString(column));
                }
                rows.add(String.join("|", row.stream().map(String::valueOf).toList()));
            }
        }
        return rows;
    }

    static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
