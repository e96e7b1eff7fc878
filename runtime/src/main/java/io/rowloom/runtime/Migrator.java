package io.rowloom.runtime;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brings a database to the schema of its application. */
final class Migrator {
    private static final SqlStatement CREATE = SqlStatement.write(
            "rowloom_history",
            "create",
            "CREATE TABLE IF NOT EXISTS \"rowloom_history\" (\"number\" INTEGER PRIMARY KEY, \"name\" TEXT NOT NULL) STRICT");
    private static final SqlStatement NUMBERS =
            SqlStatement.read("rowloom_history", "list", "SELECT h.\"number\" FROM \"rowloom_history\" AS h");
    private static final SqlStatement INSERT = SqlStatement.write(
            "rowloom_history", "insert", "INSERT INTO \"rowloom_history\" (\"number\", \"name\") VALUES (?, ?)");

    private final Connections connections;
    private final List<Migration> migrations;

    Migrator(Connections connections, List<Migration> migrations) {
        this.connections = connections;
        this.migrations = List.copyOf(migrations);
    }

    void migrate() {
        if (migrations.isEmpty()) {
            return;
        }
        SqliteConnection connection = connections.takeWriter("migrate");
        try {
            TransactionSession.run(
                    connection,
                    true,
                    tx -> {
                        tx.execute(CREATE, SqlBinder.NONE);
                        Set<Integer> applied = new HashSet<>(tx.list(NUMBERS, SqlBinder.NONE, row -> row.integer(1)));
                        for (Migration migration : migrations) {
                            if (!applied.contains(migration.number())) {
                                for (String sql : migration.up().get()) {
                                    tx.execute(SqlStatement.write("", migration.id(), sql), SqlBinder.NONE);
                                }
                                tx.execute(INSERT, parameters -> {
                                    parameters.integer(1, migration.number());
                                    parameters.text(2, migration.name());
                                });
                            }
                        }
                        return applied;
                    },
                    () -> connections.broken(connection));
        } finally {
            connections.giveBackWriter(connection);
        }
    }
}
