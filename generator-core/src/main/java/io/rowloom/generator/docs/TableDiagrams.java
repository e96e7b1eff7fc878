package io.rowloom.generator.docs;

import io.rowloom.generator.sqlite.SqliteTypes;
import io.rowloom.model.Column;
import io.rowloom.model.ForeignKey;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes boxes of tables and lines of foreign keys. */
final class TableDiagrams {
    private final Function<Table, String> address;

    /** Takes where the box of a table leads. */
    TableDiagrams(Function<Table, String> address) {
        this.address = address;
    }

    /** How much of a table a box shows. */
    enum Detail {
        NAME,
        KEYS,
        COLUMNS
    }

    /** The diagram of some references; what a box shows is asked for each table. */
    Diagram of(String title, List<Reference> references, Function<Table, Detail> detail) {
        Map<String, Diagram.Box> boxes = new LinkedHashMap<>();
        List<Diagram.Edge> edges = new ArrayList<>();
        for (Reference reference : references) {
            addBox(boxes, reference.from(), detail);
            addBox(boxes, reference.to(), detail);
            edges.add(new Diagram.Edge(
                    reference.from().name(),
                    reference.to().name(),
                    String.join(", ", reference.key().columns()),
                    reference.isOptional(),
                    reference.isSingle()));
        }
        return new Diagram(title, List.copyOf(boxes.values()), edges);
    }

    private void addBox(Map<String, Diagram.Box> boxes, Table table, Function<Table, Detail> detail) {
        if (!boxes.containsKey(table.name())) {
            boxes.put(
                    table.name(),
                    new Diagram.Box(table.name(), address.apply(table), lines(table, detail.apply(table))));
        }
    }

    private static List<Diagram.Line> lines(Table table, Detail detail) {
        List<Diagram.Line> lines = new ArrayList<>();
        if (detail != Detail.NAME) {
            for (Column column : table.columns()) {
                List<String> roles = roles(table, column);
                if (detail == Detail.COLUMNS || !roles.isEmpty()) {
                    lines.add(new Diagram.Line(SqliteTypes.declared(column), column.name(), roles));
                }
            }
        }
        return lines;
    }

    private static List<String> roles(Table table, Column column) {
        List<String> roles = new ArrayList<>();
        if (table.isPrimaryKey(column)) {
            roles.add("PK");
        }
        for (ForeignKey key : table.foreignKeys()) {
            if (key.columns().contains(column.name()) && !roles.contains("FK")) {
                roles.add("FK");
            }
        }
        return roles;
    }
}
