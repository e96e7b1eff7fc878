package io.rowloom.generator.sqlite;

import java.util.List;
import java.util.Optional;

/**
 * One statement of a script.
 *
 * @param kind what it does
 * @param table the table it belongs to, not quoted
 * @param name the object that it makes or drops, not quoted
 * @param section the section of the model that begins with it, for the file's headings
 * @param comment what the file says above it, line by line, without the dashes
 * @param sql the statement, without a semicolon and without comments
 */
public record SqliteStatement(
        Kind kind, String table, String name, Optional<String> section, List<String> comment, String sql) {
    public SqliteStatement {
        comment = List.copyOf(comment);
    }

    /** What a statement does. */
    public enum Kind {
        CREATE_TABLE,
        CREATE_INDEX,
        CREATE_VIRTUAL_TABLE,
        CREATE_VIEW,
        CREATE_TRIGGER,
        DROP_TABLE,
        DROP_VIRTUAL_TABLE,
        DROP_VIEW
    }
}
