package io.rowloom.generator.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that a database holds besides its rows, as the engine tells it.
 *
 * @param tables ordinary tables with their indexes, in order of creation; without the engine's own and without shadow tables
 * @param virtualTables virtual tables
 * @param views views, in order of creation
 * @param triggers triggers of tables and views, in order of creation
 */
public record Schema(
        List<TableSchema> tables,
        List<SchemaObject> virtualTables,
        List<SchemaObject> views,
        List<SchemaObject> triggers) {
    /** Nothing at all. */
    public static final Schema EMPTY = new Schema(List.of(), List.of(), List.of(), List.of());

    public Schema {
        tables = List.copyOf(tables);
        virtualTables = List.copyOf(virtualTables);
        views = List.copyOf(views);
        triggers = List.copyOf(triggers);
    }

    /** The table of that name, compared as SQL does. */
    public Optional<TableSchema> table(String name) {
        return tables.stream()
                .filter(table -> table.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The same without a table and what belongs to it. */
    public Schema without(String name) {
        return new Schema(
                tables.stream()
                        .filter(table -> !table.name().equalsIgnoreCase(name))
                        .toList(),
                virtualTables,
                views,
                triggers.stream()
                        .filter(trigger -> !trigger.table().equalsIgnoreCase(name))
                        .toList());
    }

    /** Virtual tables, views and triggers, so that each comes behind what it may speak of. */
    public List<SchemaObject> objects() {
        return Stream.of(virtualTables, views, triggers).flatMap(List::stream).toList();
    }

    /** The CREATE statements of tables and indexes, for messages. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (TableSchema table : tables) {
            text.append(table.sql()).append(";\n");
            table.indexes().forEach(index -> text.append(index.sql()).append(";\n"));
        }
        return text.toString();
    }
}
