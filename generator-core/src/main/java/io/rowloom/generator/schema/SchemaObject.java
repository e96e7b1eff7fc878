package io.rowloom.generator.schema;

/**
 * A view, a trigger or a virtual table: its name, where it belongs and its text are all that is known.
 *
 * @param name its name
 * @param table the table or view that a trigger is on; for others the name again
 * @param sql the CREATE statement as the engine keeps it
 */
public record SchemaObject(String name, String table, String sql) {}
