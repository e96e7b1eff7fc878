package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.schema.Schema;
import io.rowloom.generator.schema.SqliteIntrospector;
import io.rowloom.runtime.Migrator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;

/** A database in a file, with rows of somebody; the table in which the migrator keeps its history is not a part of its schema. */
public final class LiveDatabase implements AutoCloseable {
    private static final String OWN = "sqlite_schema WHERE lower(tbl_name) <> '" + Migrator.HISTORY_TABLE + "'";

    private final Connection connection;
    private final MigrationTransaction sql;

    private LiveDatabase(Connection connection) {
        this.connection = connection;
        this.sql = new MigrationTransaction(connection);
    }

    /** Opens a file. */
    public static LiveDatabase open(Path file) throws SQLException {
        String url = "jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath();
        LiveDatabase database = new LiveDatabase(JDBC.createConnection(url, new Properties()));
        database.sql.execute("PRAGMA busy_timeout = 5000");
        return database;
    }

    /** Its schema as it is now. */
    public Schema schema() throws SQLException {
        return SqliteIntrospector.read(connection).without(Migrator.HISTORY_TABLE);
    }

    /** How it keeps what is being written, {@code wal} or {@code delete}. */
    public String journalMode() throws SQLException {
        return sql.texts("PRAGMA journal_mode").get(0);
    }

    /** Whether migrations were applied to it. */
    public boolean hasHistory() throws SQLException {
        String history = "SELECT name FROM sqlite_schema WHERE lower(name) = '" + Migrator.HISTORY_TABLE + "'";
        return !sql.texts(history).isEmpty()
                && !sql.texts("SELECT 1 FROM " + Migrator.HISTORY_TABLE + " LIMIT 1")
                        .isEmpty();
    }

    /** A database in memory with the same tables, indexes, views and triggers, and no rows. */
    public ScratchDatabase withoutRows() throws SQLException {
        ScratchDatabase scratch = ScratchDatabase.open();
        // Tables of a virtual table are made by it, and those of the engine by the engine.
        String made = "SELECT sql FROM " + OWN + " AND sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
                + " AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')";
        for (String types : List.of("'table'", "'index'", "'view', 'trigger'")) {
            for (String statement : sql.texts(made + " AND type IN (" + types + ") ORDER BY rowid")) {
                scratch.execute(statement);
            }
        }
        return scratch;
    }

    /**
     * Runs statements in one transaction.
     *
     * @throws MigrationFailure if one fails; the database is then as it was
     */
    public void apply(List<String> statements) throws SQLException, MigrationFailure {
        sql.run(statements);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
