package io.rowloom.model;

import java.util.List;
import java.util.Optional;

/**
 * A table; constraints of columns stand here beside those of the table, each with its final name.
 *
 * @param name the SQL name
 * @param javaName the accessor in the database class, {@code chatGroups}
 * @param recordName the Java record of a row, {@code ChatGroup}
 * @param ownTypes interfaces and annotations of the author's own at that record
 * @param section the group it belongs to in the documents
 * @param description what one row is
 * @param columns the columns in the order written; at least one
 * @param primaryKey the primary key, if the table has one
 * @param foreignKeys foreign keys of columns first, then those of the table
 * @param uniques unique constraints of columns first, then those of the table
 * @param indexes indexes in the order written
 * @param checks checks of columns first, then those of the table; enum checks are not among them
 * @param samples rows that show what the table holds
 * @param fullText the full-text index over it, if it has one
 * @param withoutRowid whether SQLite stores it by its primary key
 * @param strict whether SQLite enforces the declared types
 * @param small whether it stays so small that reading all of it is no matter
 * @param renamedFrom the name the table had before
 * @param location where its name stands
 */
public record Table(
        String name,
        String javaName,
        String recordName,
        Optional<OwnTypes> ownTypes,
        Optional<String> section,
        Optional<String> description,
        List<Column> columns,
        Optional<PrimaryKey> primaryKey,
        List<ForeignKey> foreignKeys,
        List<UniqueConstraint> uniques,
        List<Index> indexes,
        List<CheckConstraint> checks,
        List<Sample> samples,
        Optional<FullText> fullText,
        boolean withoutRowid,
        boolean strict,
        boolean small,
        Optional<String> renamedFrom,
        Location location) {
    public Table {
        columns = List.copyOf(columns);
        foreignKeys = List.copyOf(foreignKeys);
        uniques = List.copyOf(uniques);
        indexes = List.copyOf(indexes);
        checks = List.copyOf(checks);
        samples = List.copyOf(samples);
    }

    /** The column of that name, compared as SQL does: without regard to case. */
    public Optional<Column> column(String columnName) {
        for (Column column : columns) {
            if (column.name().equalsIgnoreCase(columnName)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** Whether the column is the primary key or a part of it. */
    public boolean isPrimaryKey(Column column) {
        return primaryKey.isPresent() && primaryKey.get().columns().contains(column.name());
    }
}
