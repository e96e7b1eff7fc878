package io.rowloom.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Whether the driver's own interface to SQLite is there and does what it should; otherwise everything goes by JDBC.
 *
 * <p>The driver exports its package but promises nothing about it. So it is tried once, with a value of every kind, and a
 * driver that has changed costs speed and nothing else.
 */
final class DriverAccess {
    private static final SqlStatement TRIAL =
            SqlStatement.read("", "open", "SELECT ?1, ?2, ?3, ?4, ?5 UNION ALL SELECT ?5, ?5, ?5, ?5, ?5");

    /** Null until the first connection of the driver has tried it. */
    private static volatile @Nullable Boolean works;

    private DriverAccess() {}

    /** Whether statements of the connection may be {@link DriverStatement}s: not if a pool has wrapped it. */
    static boolean of(Connection connection) {
        // By name, so that this runs without the driver's classes as well.
        if (!connection.getClass().getName().equals("org.sqlite.jdbc4.JDBC4Connection")) {
            return false;
        }
        Boolean known = works;
        if (known == null) {
            known = tried(connection);
            works = known;
        }
        return known;
    }

    private static boolean tried(Connection connection) {
        try (PreparedStatement jdbc = connection.prepareStatement(TRIAL.text())) {
            String difference = difference(new DriverStatement(TRIAL, jdbc, false));
            if (difference.isEmpty()) {
                return true;
            }
            RuntimeLog.LOG.log(
                    System.Logger.Level.INFO, "using the driver by JDBC alone, which is slower: " + difference);
        } catch (SQLException | RuntimeException | LinkageError e) {
            RuntimeLog.LOG.log(System.Logger.Level.INFO, "using the driver by JDBC alone, which is slower", e);
        }
        return false;
    }

    private static String difference(DriverStatement statement) throws SQLException {
        byte[] bytes = {0, 1, -1};
        SqlParameters parameters = statement.parameters();
        parameters.text(1, "a\u0000\u00e9\uD83D\uDE00");
        parameters.bigint(2, Long.MIN_VALUE);
        parameters.real(3, 0.1);
        parameters.blob(4, bytes);
        parameters.text(5, null);
        boolean first = statement.start();
        boolean read = first
                && statement.read(row -> row.text(1).equals("a\u0000\u00e9\uD83D\uDE00")
                        && row.bigint(2) == Long.MIN_VALUE
                        && row.real(3) == 0.1
                        && Arrays.equals(row.blob(4), bytes)
                        && row.textOrNull(5) == null
                        && row.bigintOrNull(5) == null);
        boolean second = statement.next() && statement.read(row -> row.textOrNull(1) == null);
        boolean more = statement.next();
        statement.end();
        return read && second && !more ? "" : "it does not give back what was bound";
    }
}
