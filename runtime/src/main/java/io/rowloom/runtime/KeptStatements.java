package io.rowloom.runtime;

import java.sql.Connection;
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
    private final int limit;
    private final Map<SqlStatement, KeptStatement> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<KeptStatement, KeptStatement> extra = new HashMap<>();

    KeptStatements(Connection connection, int limit) {
        this.connection = connection;
        this.limit = limit;
    }

    synchronized KeptStatement take(SqlStatement statement) throws SQLException {
        KeptStatement found = kept.get(statement);
        if (found != null && !found.inUse) {
            found.inUse = true;
            return found;
        }
        KeptStatement made = new KeptStatement(statement, connection.prepareStatement(statement.text()));
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
            statement.jdbc.close();
        }
    }

    /** Closes a statement that failed: after some errors the driver has finalized it. */
    synchronized void discard(KeptStatement statement) throws SQLException {
        if (extra.remove(statement) == null) {
            kept.remove(statement.statement, statement);
        }
        statement.jdbc.close();
    }

    synchronized void close() throws SQLException {
        for (KeptStatement statement : kept.values()) {
            statement.jdbc.close();
        }
        for (KeptStatement statement : extra.keySet()) {
            statement.jdbc.close();
        }
        kept.clear();
        extra.clear();
    }

    /** How many statements are prepared. */
    synchronized int size() {
        return kept.size() + extra.size();
    }

    private void evict() throws SQLException {
        Iterator<KeptStatement> oldest = kept.values().iterator();
        while (kept.size() > limit && oldest.hasNext()) {
            KeptStatement candidate = oldest.next();
            if (!candidate.inUse) {
                oldest.remove();
                candidate.jdbc.close();
            }
        }
    }
}
