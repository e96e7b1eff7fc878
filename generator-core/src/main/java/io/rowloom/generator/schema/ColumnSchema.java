package io.rowloom.generator.schema;

import java.util.Optional;

/**
 * A column as the engine holds it.
 *
 * @param name its name
 * @param type the declared type as written, empty if there is none
 * @param notNull whether it is declared NOT NULL
 * @param defaultValue the default in canonical spelling; an explicit DEFAULT NULL is none
 * @param collation the declared collation in lower case, where it is not BINARY
 * @param generated how it is computed
 * @param sql its definition as the engine keeps it, constraints of the column included
 */
public record ColumnSchema(
        String name,
        String type,
        boolean notNull,
        Optional<String> defaultValue,
        Optional<String> collation,
        Optional<Generated> generated,
        String sql) {

    /**
     * How a column is computed.
     *
     * @param expression in canonical spelling
     * @param stored whether the value is kept in the row
     */
    public record Generated(String expression, boolean stored) {}

    /** The affinity by SQLite's rules, see <a href="https://sqlite.org/datatype3.html#determination_of_column_affinity">3.1</a>. */
    public Affinity affinity() {
        return Affinity.of(type);
    }
}
