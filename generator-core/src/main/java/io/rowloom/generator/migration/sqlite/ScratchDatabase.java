package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.schema.Schema;
import io.rowloom.generator.schema.SqliteIntrospector;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConnection;

/** A SQLite database in memory on which migrations are tried; gone when it is closed. */
public final class ScratchDatabase implements AutoCloseable {
    private final Connection connection;

    private ScratchDatabase(Connection connection) {
        this.connection = connection;
    }

    /** An empty one. */
    public static ScratchDatabase open() throws SQLException {
        // Not by DriverManager: it looks for drivers once, and would then know those of the plugin alone, so that a
        // program that Maven runs in the same process finds none.
        ScratchDatabase database = new ScratchDatabase(JDBC.createConnection("jdbc:sqlite::memory:", new Properties()));
        database.execute("PRAGMA foreign_keys = ON");
        return database;
    }

    /** One of the same contents. */
    public ScratchDatabase copy() throws SQLException {
        byte[] contents = connection.unwrap(SQLiteConnection.class).serialize("main");
        ScratchDatabase copy = open();
        if (contents.length > 0) {
            copy.connection.unwrap(SQLiteConnection.class).deserialize("main", contents);
        }
        return copy;
    }

    /** Its connection; foreign keys are enforced. */
    public Connection connection() {
        return connection;
    }

    /** Its schema as it is now. */
    public Schema schema() throws SQLException {
        return SqliteIntrospector.read(connection);
    }

    /** Runs one statement. */
    public void execute(String sql) throws SQLException {
        new MigrationTransaction(connection).execute(sql);
    }

    /** The first column of a query's rows as text. */
    public List<String> texts(String query) throws SQLException {
        return new MigrationTransaction(connection).texts(query);
    }

    /**
     * Runs a migration as the migrator does.
     *
     * @throws MigrationFailure if a statement fails; the database is then as it was
     */
    public void migrate(List<String> statements) throws SQLException, MigrationFailure {
        new MigrationTransaction(connection).run(statements);
    }

    /** Which table has rows that violate which foreign key, once for each row. */
    public List<String> violations() throws SQLException {
        return new MigrationTransaction(connection).violations();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
