package io.rowloom.benchmarks.library;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** What those libraries share that are given SQL: the statements, and a connection set up as the model says. */
final class Sql {
    static final String MESSAGE =
            "SELECT id, conversation_id, sender, state, content, tokens, created_at FROM messages" + " WHERE id = ?";
    static final String CONVERSATION =
            "SELECT id, conversation_id, sender, state, content, tokens, created_at FROM messages"
                    + " WHERE conversation_id = ? ORDER BY id";
    static final String FIRST = "SELECT id, conversation_id, sender, state, content, tokens, created_at FROM messages"
            + " ORDER BY id LIMIT ?";
    static final String ACCOUNT = "SELECT region, number, owner, email, plan, active, balance_cents, score, note,"
            + " limit_tokens, created_at, updated_at FROM accounts WHERE region = ? AND number = ?";
    static final String INSERT = "INSERT INTO messages (conversation_id, sender, state, content, tokens, created_at)"
            + " VALUES (?, ?, ?, ?, ?, ?)";
    static final String UPDATE = "UPDATE messages SET conversation_id = ?, sender = ?, state = ?, content = ?,"
            + " tokens = ?, created_at = ? WHERE id = ?";
    static final String PATCH = "UPDATE messages SET state = ?, tokens = ? WHERE id = ?";

    private Sql() {}

    static String url(Path file) {
        return "jdbc:sqlite:" + file;
    }

    static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(5000);
        config.setCacheSize(-64_000);
        return config;
    }

    static Connection connect(Path file) {
        try {
            return DriverManager.getConnection(url(file), config().toProperties());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
