package io.rowloom.runtime;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/**
 * A copy of a database while it is in use.
 *
 * <p>By <a href="https://sqlite.org/lang_vacuum.html#vacuuminto">VACUUM INTO</a>: one consistent snapshot, readers and in WAL
 * mode writers go on, and the copy has no free pages. It is written beside its place and moved there when complete.
 */
final class Backup {
    private Backup() {}

    /** The file must not exist. */
    static void write(SqliteConnection connection, Path file) {
        if (Files.exists(file)) {
            throw new SqlMisuseException(
                    SqlFailure.of("backup: " + file + " exists already, and a backup is never overwritten;"
                            + " move it away or choose another name"),
                    null);
        }
        // A name of its own: of two backups to one place, neither may move away what the other is still writing.
        Path unfinished = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".unfinished");
        try {
            try (Statement statement = connection.jdbc().createStatement()) {
                // A reading connection refuses even this, though it writes only the new file.
                String queryOnly = PragmaSettings.read(statement, "query_only");
                statement.execute("PRAGMA query_only = OFF");
                try {
                    String target = unfinished.toAbsolutePath().toString().replace("'", "''");
                    statement.execute("VACUUM INTO '" + target + "'");
                } finally {
                    statement.execute("PRAGMA query_only = " + queryOnly);
                }
            }
            try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                // Otherwise the name could outlive a power failure that the contents do not.
                written.force(true);
            }
            move(unfinished, file);
        } catch (SQLException e) {
            remove(unfinished, e);
            throw SqlErrors.of(e, SqlStatement.read("", "backup", ""), List.of(file.toString()));
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
