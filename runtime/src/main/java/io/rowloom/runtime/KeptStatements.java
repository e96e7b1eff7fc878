package io.rowloom.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The statements that a connection keeps prepared, the least recently used going first.
 *
 * <p>Preparing costs about as much as running a lookup, and neither the driver nor a pool keeps statements. A statement
 * that is in use is never closed; asked for again meanwhile, it gets a second prepared form that is not kept.
 */
final class KeptStatements {
    private final Connection connection;
    private final boolean utf8;
    private final boolean direct;
    private final int limit;
    private final Map<SqlStatement, KeptStatement> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<KeptStatement, KeptStatement> extra = new HashMap<>();

    KeptStatements(Connection connection, boolean utf8, int limit) {
        this.connection = connection;
        this.utf8 = utf8;
        this.direct = DriverAccess.of(connection);
        this.limit = limit;
    }

    synchronized KeptStatement take(SqlStatement statement) throws SQLException {
        KeptStatement found = kept.get(statement);
        if (found != null && !found.inUse) {
            found.inUse = true;
            return found;
        }
        KeptStatement made = prepare(statement);
        if (found == null) {
            kept.put(statement, made);
            evict();
        } else {
            extra.put(made, made);
        }
        return made;
    }

    synchronized void giveBack(KeptStatement statement) throws SQLException {
        statement.inUse = false;
        if (!extra.isEmpty() && extra.remove(statement) != null) {
            statement.close();
        }
    }

    /** Closes a statement that failed: after some errors the driver has finalized it. */
    synchronized void discard(KeptStatement statement) throws SQLException {
        if (extra.remove(statement) == null) {
            kept.remove(statement.statement, statement);
        }
        statement.close();
    }

    synchronized void close() throws SQLException {
        for (KeptStatement statement : kept.values()) {
            statement.close();
        }
        for (KeptStatement statement : extra.keySet()) {
            statement.close();
        }
        kept.clear();
        extra.clear();
    }

    /** How many statements are prepared. */
    synchronized int size() {
        return kept.size() + extra.size();
    }

    private KeptStatement prepare(SqlStatement statement) throws SQLException {
        PreparedStatement jdbc = connection.prepareStatement(statement.text());
        return direct ? new DriverStatement(statement, jdbc, utf8) : new JdbcStatement(statement, jdbc, utf8);
    }

    private void evict() throws SQLException {
        Iterator<KeptStatement> oldest = kept.values().iterator();
        while (kept.size() > limit && oldest.hasNext()) {
            KeptStatement candidate = oldest.next();
            if (!candidate.inUse) {
                oldest.remove();
                candidate.close();
            }
        }
    }
}
