package io.rowloom.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is done to a whole database from time to time, while it is in use. */
public final class SqliteMaintenance {
    private static final SqlStatement INTEGRITY = SqlStatement.read("", "integrityCheck", "PRAGMA integrity_check");
    private static final SqlStatement SIZE = SqlStatement.read("", "size", """
            SELECT c.page_count * s.page_size, f.freelist_count * s.page_size, d.file
            FROM pragma_page_count AS c, pragma_page_size AS s, pragma_freelist_count AS f, pragma_database_list AS d
            WHERE d.name = 'main'""");
    private static final SqlStatement CHECKPOINT =
            SqlStatement.write("", "checkpoint", "PRAGMA wal_checkpoint(TRUNCATE)");
    private static final SqlStatement OPTIMIZE = SqlStatement.write("", "optimize", "PRAGMA optimize");
    private static final SqlStatement VACUUM = SqlStatement.write("", "vacuum", "VACUUM");

    private final SqliteDatabase database;

    SqliteMaintenance(SqliteDatabase database) {
        this.database = database;
    }

    /**
     * Copies the database as it is at this moment to a new file; readers and, in WAL mode, writers go on meanwhile.
     *
     * <p>The copy is complete when it appears under its name. Copying the file itself would miss what is in the write-ahead
     * log.
     *
     * @throws SqlMisuseException when the file exists: a backup is never overwritten
     */
    public void backup(Path file) {
        database.shared("backup", connection -> {
            Backup.write(connection, file);
            return file;
        });
    }

    /**
     * Builds the file anew without its free pages; everybody waits meanwhile, and it needs as much space again.
     *
     * @return by how many bytes the database became smaller
     */
    public long vacuum() {
        return database.exclusively("vacuum", connection -> {
            long before = size(connection).bytes();
            connection.execute(VACUUM, SqlBinder.NONE);
            return before - size(connection).bytes();
        });
    }

    /** How large the database and its log are, and how much of it is free. */
    public SqliteSize size() {
        return database.shared("size", SqliteMaintenance::size);
    }

    /** Reads everything once: SQLite's own check, and rows whose foreign keys lead nowhere. */
    public SqliteIntegrity integrityCheck() {
        return database.shared("integrityCheck", connection -> {
            List<String> problems = new ArrayList<>();
            List<SqliteOrphan> orphans = new ArrayList<>();
            try {
                problems.addAll(connection.list(INTEGRITY, SqlBinder.NONE, row -> row.text(1)));
                problems.remove("ok");
                ForeignKeyCheck check = new ForeignKeyCheck(connection);
                orphans.addAll(check.describe(check.run()));
            } catch (SqlCorruptException e) {
                // Damage can be such that the check itself ends early.
                problems.add(e.getMessage());
            }
            return new SqliteIntegrity(List.copyOf(problems), List.copyOf(orphans));
        });
    }

    /** Lets SQLite renew the statistics that it chooses indexes by, where it finds that worth while; closing does so too. */
    public void optimize() {
        database.exclusively(
                "optimize", connection -> connection.list(OPTIMIZE, SqlBinder.NONE, row -> row.textOrNull(1)));
    }

    /**
     * Moves the write-ahead log into the database file and empties it, which SQLite otherwise does in part, now and then.
     *
     * @return false when a reader that is still at an older state kept it from being complete
     */
    public boolean checkpoint() {
        return database.exclusively(
                "checkpoint", connection -> connection.getOne(CHECKPOINT, SqlBinder.NONE, row -> row.integer(1) == 0));
    }

    private static SqliteSize size(SqliteConnection connection) {
        return connection.getOne(
                SIZE,
                SqlBinder.NONE,
                row -> new SqliteSize(row.bigint(1), row.bigint(2), logBytes(String.valueOf(row.textOrNull(3)))));
    }

    private static long logBytes(String file) {
        try {
            Path log = Path.of(file + "-wal");
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new SqlStatementException(SqlFailure.of("size: " + e.getMessage()), e);
        }
    }
}
