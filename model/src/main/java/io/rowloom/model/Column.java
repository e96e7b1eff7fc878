package io.rowloom.model;

import java.util.Optional;

/**
 * A column.
 *
 * @param name the SQL name
 * @param javaName the record component, {@code projectPath}
 * @param type what a value is
 * @param nullable whether it may be NULL
 * @param defaultValue what a row gets that does not say
 * @param generated how the database computes it, if it does
 * @param autoIncrement whether the database numbers it
 * @param autoUpdate whether every update sets it to the moment of the update
 * @param version whether it counts the updates of its row, for optimistic locking
 * @param collation how text is compared, a collation of the database
 * @param sqlType the exact declared type, where it is not the usual one for {@code type}
 * @param description what it holds
 * @param renamedFrom the name the column had before
 * @param backfill the SQL expression for the value that existing rows get when the column becomes required, as written
 * @param location where its name stands
 * @param expressionAt where the expression of its default or of what computes it begins, if it has one
 */
public record Column(
        String name,
        String javaName,
        ColumnType type,
        boolean nullable,
        Optional<DefaultValue> defaultValue,
        Optional<GeneratedValue> generated,
        boolean autoIncrement,
        boolean autoUpdate,
        boolean version,
        Optional<String> collation,
        Optional<String> sqlType,
        Optional<String> description,
        Optional<String> renamedFrom,
        Optional<String> backfill,
        Location location,
        Optional<Location> expressionAt) {
    /** A column whose expression, if it has one, nobody wrote down. */
    public Column(
            String name,
            String javaName,
            ColumnType type,
            boolean nullable,
            Optional<DefaultValue> defaultValue,
            Optional<GeneratedValue> generated,
            boolean autoIncrement,
            boolean autoUpdate,
            boolean version,
            Optional<String> collation,
            Optional<String> sqlType,
            Optional<String> description,
            Optional<String> renamedFrom,
            Optional<String> backfill,
            Location location) {
        this(
                name,
                javaName,
                type,
                nullable,
                defaultValue,
                generated,
                autoIncrement,
                autoUpdate,
                version,
                collation,
                sqlType,
                description,
                renamedFrom,
                backfill,
                location,
                Optional.empty());
    }
}
