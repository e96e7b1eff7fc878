package io.rowloom.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The table in which a database keeps what was applied to it.
 *
 * <p>The statements that undo a migration are kept too, as a JSON array, so that an older application can roll back what a
 * newer one applied.
 */
final class MigrationHistory {
    private static final String TABLE = Migrator.HISTORY_TABLE;

    private static final SqlStatement CREATE = SqlStatement.write(TABLE, "create", """
            CREATE TABLE IF NOT EXISTS "rowloom_history" (
              "number" INTEGER NOT NULL PRIMARY KEY,
              "name" TEXT NOT NULL,
              "checksum" TEXT NOT NULL,
              "sealed" INTEGER NOT NULL,
              "applied_at" TEXT NOT NULL,
              "duration_ms" INTEGER NOT NULL,
              "down" TEXT NOT NULL
            ) STRICT""");
    private static final SqlStatement LIST = SqlStatement.read(TABLE, "list", """
            SELECT h."number", h."name", h."checksum", h."sealed", h."applied_at", h."duration_ms"
            FROM "rowloom_history" AS h ORDER BY h."number\"""");
    private static final SqlStatement INSERT = SqlStatement.write(TABLE, "insert", """
            INSERT INTO "rowloom_history" ("number", "name", "checksum", "sealed", "applied_at", "duration_ms", "down")
            VALUES (?, ?, ?, ?, ?, ?, '[]')""");
    private static final SqlStatement ADD_DOWN = SqlStatement.write(
            TABLE,
            "addDown",
            "UPDATE \"rowloom_history\" SET \"down\" = json_insert(\"down\", '$[#]', ?) WHERE \"number\" = ?");
    private static final SqlStatement DOWN = SqlStatement.read(
            TABLE,
            "down",
            "SELECT j.value FROM \"rowloom_history\" AS h, json_each(h.\"down\") AS j WHERE h.\"number\" = ? ORDER BY j.key");
    private static final SqlStatement SEAL = SqlStatement.write(
            TABLE, "seal", "UPDATE \"rowloom_history\" SET \"sealed\" = 1, \"name\" = ? WHERE \"number\" = ?");
    private static final SqlStatement DELETE =
            SqlStatement.write(TABLE, "delete", "DELETE FROM \"rowloom_history\" WHERE \"number\" = ?");

    private final SqliteConnection connection;

    MigrationHistory(SqliteConnection connection) {
        this.connection = connection;
    }

    void create() {
        connection.execute(CREATE, SqlBinder.NONE);
    }

    /** What was applied, by number; empty for a database that has no history. */
    List<AppliedMigration> list() {
        try {
            return connection.list(
                    LIST,
                    SqlBinder.NONE,
                    row -> new AppliedMigration(
                            row.integer(1),
                            row.text(2),
                            row.text(3),
                            row.bool(4),
                            row.timestamp(5, SqlTimestampFormat.ISO),
                            Duration.ofMillis(row.bigint(6))));
        } catch (SqlStatementException e) {
            // Asking first whether the table is there would cost every start a second query.
            if (e.getMessage().contains("no such table: " + TABLE)) {
                return List.of();
            }
            throw e;
        }
    }

    void add(Migration migration, Instant appliedAt, Duration duration) {
        connection.execute(INSERT, parameters -> {
            parameters.integer(1, migration.number());
            parameters.text(2, migration.name());
            parameters.text(3, migration.checksum());
            parameters.bool(4, migration.sealed());
            parameters.timestamp(5, appliedAt, SqlTimestampFormat.ISO);
            parameters.bigint(6, duration.toMillis());
        });
        connection.executeAll(ADD_DOWN, migration.down().get(), (parameters, sql) -> {
            parameters.text(1, sql);
            parameters.integer(2, migration.number());
        });
    }

    /** The statements that undo a migration; empty where it cannot be undone. */
    List<String> down(int number) {
        return connection.list(DOWN, parameters -> parameters.integer(1, number), row -> row.text(1));
    }

    /** Notes that a draft was sealed, which may have given it another name. */
    void seal(Migration migration) {
        connection.execute(SEAL, parameters -> {
            parameters.text(1, migration.name());
            parameters.integer(2, migration.number());
        });
    }

    void remove(int number) {
        connection.execute(DELETE, parameters -> parameters.integer(1, number));
    }
}
