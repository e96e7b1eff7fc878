package io.rowloom.generator.schema;

import java.util.List;
import java.util.Optional;

/**
 * A table as the engine holds it.
 *
 * @param name its name
 * @param columns its columns in stored order, generated ones included
 * @param primaryKey its primary key
 * @param uniques its unique constraints, without the primary key and without unique indexes
 * @param checks its checks, of columns and of the table
 * @param foreignKeys its foreign keys, in the order written
 * @param indexes indexes made by CREATE INDEX
 * @param strict whether it enforces the declared types
 * @param withoutRowid whether it is stored by its primary key
 * @param sql the CREATE TABLE statement as the engine keeps it
 */
public record TableSchema(
        String name,
        List<ColumnSchema> columns,
        Optional<PrimaryKeySchema> primaryKey,
        List<UniqueSchema> uniques,
        List<CheckSchema> checks,
        List<ForeignKeySchema> foreignKeys,
        List<IndexSchema> indexes,
        boolean strict,
        boolean withoutRowid,
        String sql) {
    public TableSchema {
        columns = List.copyOf(columns);
        uniques = List.copyOf(uniques);
        checks = List.copyOf(checks);
        foreignKeys = List.copyOf(foreignKeys);
        indexes = List.copyOf(indexes);
    }

    /** The column of that name, compared as SQL does. */
    public Optional<ColumnSchema> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(columnName))
                .findFirst();
    }

    /** The same table with other indexes. */
    public TableSchema withIndexes(List<IndexSchema> others) {
        return new TableSchema(
                name, columns, primaryKey, uniques, checks, foreignKeys, others, strict, withoutRowid, sql);
    }

    /** The same table with other foreign keys. */
    TableSchema withForeignKeys(List<ForeignKeySchema> others) {
        return new TableSchema(name, columns, primaryKey, uniques, checks, others, indexes, strict, withoutRowid, sql);
    }

    /** Whether the table numbers its rows and never reuses a number. */
    public boolean autoIncrement() {
        return primaryKey.isPresent() && primaryKey.get().autoIncrement();
    }

    /**
     * The column that is the rowid itself, if there is one.
     *
     * @see <a href="https://sqlite.org/lang_createtable.html#rowid">ROWIDs and the INTEGER PRIMARY KEY</a>
     */
    public Optional<ColumnSchema> rowidColumn() {
        if (withoutRowid || primaryKey.isEmpty() || primaryKey.get().parts().size() != 1) {
            return Optional.empty();
        }
        return column(primaryKey.get().parts().get(0).column())
                .filter(column -> column.type().equalsIgnoreCase("INTEGER")
                        && !primaryKey.get().descendingColumn());
    }
}
