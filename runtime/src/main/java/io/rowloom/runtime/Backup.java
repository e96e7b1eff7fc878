package io.rowloom.runtime;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A copy of a database while it is in use.
 *
 * <p>By <a href="https://sqlite.org/lang_vacuum.html#vacuuminto">VACUUM INTO</a>: one consistent snapshot, readers and in WAL
 * mode writers go on, and the copy has no free pages. It is written beside its place and moved there when complete.
 */
final class Backup {
    private Backup() {}

    static void write(SqliteConnection connection, Path file) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            try (Statement statement = connection.jdbc().createStatement()) {
                statement.execute(
                        "VACUUM INTO '" + unfinished.toAbsolutePath().toString().replace("'", "''") + "'");
            }
            move(unfinished, file);
        } catch (SQLException e) {
            remove(unfinished, e);
            throw SqlErrors.of(e, SqlStatement.read("", "backup", ""), java.util.List.of(file.toString()));
        } catch (IOException e) {
            remove(unfinished, e);
            throw new SqlStatementException(SqlFailure.of("backup to " + file + ": " + e.getMessage()), e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void remove(Path unfinished, Exception cause) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
