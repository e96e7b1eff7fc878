package io.rowloom.generator.migration.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a migration as the migrator does: foreign keys off before the transaction, for the pragma does nothing within one,
 * and rows that violate a foreign key looked for before the commit.
 *
 * @see <a href="https://sqlite.org/lang_altertable.html#otheralter">Making Other Kinds Of Table Schema Changes</a>
 */
final class MigrationTransaction {
    private final Connection connection;

    MigrationTransaction(Connection connection) {
        this.connection = connection;
    }

    /**
     * Runs the statements.
     *
     * @throws MigrationFailure if one fails; the database is then as it was
     */
    void run(List<String> statements) throws SQLException, MigrationFailure {
        execute("PRAGMA foreign_keys = OFF");
        try {
            execute("BEGIN IMMEDIATE");
            List<String> before = violations();
            int done = 0;
            try {
                for (String sql : statements) {
                    execute(sql);
                    done++;
                }
                List<String> after = violations();
                before.forEach(after::remove);
                if (!after.isEmpty()) {
                    throw new SQLException("rows refer to rows that do not exist: " + String.join(", ", after));
                }
                execute("COMMIT");
            } catch (SQLException failure) {
                execute("ROLLBACK");
                throw new MigrationFailure(done < statements.size() ? statements.get(done) : "", failure);
            }
        } finally {
            execute("PRAGMA legacy_alter_table = OFF");
            execute("PRAGMA foreign_keys = ON");
        }
    }

    /** Which table has rows that violate which foreign key, once for each row. */
    List<String> violations() throws SQLException {
        return texts("SELECT \"table\" || ' -> ' || \"parent\" FROM pragma_foreign_key_check");
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of a query's rows as text. */
    List<String> texts(String query) throws SQLException {
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
