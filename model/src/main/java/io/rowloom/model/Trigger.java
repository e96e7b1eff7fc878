package io.rowloom.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A trigger, as written.
 *
 * @param name the SQL name
 * @param table the table or view that it watches
 * @param description what it is for
 * @param timing when it acts
 * @param event what it waits for
 * @param columns of an update, the columns that count; every column if empty
 * @param condition which rows count, over {@code OLD} and {@code NEW}
 * @param body the statements, each with its semicolon but perhaps the last
 * @param location where its name stands
 */
public record Trigger(
        String name,
        String table,
        Optional<String> description,
        Timing timing,
        Event event,
        List<String> columns,
        Optional<SqlText> condition,
        SqlText body,
        Location location) {
    public Trigger {
        columns = List.copyOf(columns);
    }

    /** When a trigger acts. */
    public enum Timing {
        BEFORE,
        AFTER,
        INSTEAD_OF;

        /** {@code INSTEAD OF}. */
        public String sql() {
            return name().replace('_', ' ');
        }
    }

    /** What a trigger waits for. */
    public enum Event {
        INSERT,
        UPDATE,
        DELETE;

        /** {@code insert}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
