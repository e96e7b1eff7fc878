package io.rowloom.generator.migration;

import java.util.Optional;

/**
 * Something in a change that may destroy data or that data may forbid.
 *
 * @param code which kind
 * @param subject what it is about, {@code tasks} or {@code tasks.notes}
 * @param message one sentence for people, without a full stop
 * @param suggestion what to write where it was not meant that way
 */
public record Hazard(Code code, String subject, String message, Optional<String> suggestion) {

    /** The kinds of hazards; each has a heading of its id in the docs. */
    public enum Code {
        /** A table goes with all its rows. */
        DROP_TABLE,
        /** A column goes with all its values, or becomes a computed one. */
        DROP_COLUMN,
        /** Values of the old type may not fit the new one, which stops the migration, or lose digits. */
        LOSSY_TYPE,
        /** Existing moments are of another form than the column holds from now on. */
        CHANGED_FORM,
        /** A new column must have a value, and nothing says which one existing rows get. */
        MISSING_VALUE,
        /** A column may no longer be NULL, and nothing says what rows with NULL get. */
        NULL_VALUES,
        /** Existing rows may be equal where they may no longer be. */
        NEW_UNIQUE,
        /** Existing rows may break a condition. */
        NEW_CHECK,
        /** Existing rows may refer to rows that do not exist. */
        NEW_FOREIGN_KEY,
        /** Existing values may not be of their declared types. */
        STRICT_TABLE;

        /** The code as users see it, {@code drop-table}. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** What has to be said to accept it, {@code drop-column:tasks.notes}. */
    public String id() {
        return code.id() + ":" + subject;
    }

    /** The text that a user sees, with the way to accept it. */
    public String text() {
        return subject + ": " + message
                + suggestion.map(hint -> "\n    " + hint).orElse("")
                + (isPlain() ? "\n    to accept it: -Drowloom.acknowledge=" + id() : "")
                + "\n    to accept it in the model: database: {acknowledge: [" + (isPlain() ? id() : quoted()) + "]}";
    }

    /** Whether neither a shell nor YAML nor the comma between several would take a part of it for something else. */
    private boolean isPlain() {
        return id().matches("[A-Za-z0-9_.:+-]+");
    }

    /** As YAML text in double quotes. */
    private String quoted() {
        return '"' + id().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
