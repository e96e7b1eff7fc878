package io.rowloom.examples.checklists;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The facts of a published reference, as its checklist states them. */
record Reference(List<Pragma> pragmas, List<String> sections, List<Table> tables, List<Detail> details) {
    record Pragma(String name, String value) {}

    /** A table and all that is said of it; columns as they are listed, foreign keys and indexes in alphabetical order. */
    record Table(
            String name,
            List<String> primaryKey,
            boolean autoIncrement,
            List<Column> columns,
            List<ForeignKey> foreignKeys,
            List<Index> indexes) {
        /** What this says of the columns, keys and indexes that {@code other} names. */
        Table limitedTo(Table other) {
            Map<String, Column> expected =
                    other.columns().stream().collect(java.util.stream.Collectors.toMap(Column::name, column -> column));
            return new Table(
                    name,
                    other.primaryKey().isEmpty() ? List.of() : primaryKey,
                    autoIncrement && !other.primaryKey().isEmpty(),
                    columns.stream()
                            .filter(column -> expected.containsKey(column.name()))
                            .map(column -> column.typedAs(expected.get(column.name())))
                            .toList(),
                    foreignKeys.stream().filter(other.foreignKeys()::contains).toList(),
                    indexes.stream().filter(other.indexes()::contains).toList());
        }
    }

    /**
     * A column; the default is worded for people: {@code UTC now}, {@code #888}.
     *
     * @param type as SQL declares it, or in small letters what it holds
     */
    record Column(String name, String type, boolean nullable, Optional<String> defaultValue) {
        private static final Map<String, String> STORED = Map.of("timestamp", "TEXT", "boolean", "INTEGER");

        /** Named as {@code expected} names the type, where that is held in this one. */
        Column typedAs(Column expected) {
            String stored = STORED.getOrDefault(expected.type(), expected.type());
            return new Column(name, stored.equals(type) ? expected.type() : type, nullable, defaultValue);
        }
    }

    record ForeignKey(String column, String targetTable, String targetColumn, String onDelete) {}

    record Index(String name, boolean unique, List<String> columns) {}

    /** What a reference says of a table besides: words, shapes of JSON, values of the sample, a purpose. */
    record Detail(String table, String kind, String text) {}
}
