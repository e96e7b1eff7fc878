package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.didYouMean;
import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlNode;
import io.rowloom.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a foreign key points to.
 *
 * @param columns the columns that were named; empty for the primary key
 */
record Reference(TableDraft table, List<ColumnDraft> columns) {

    /**
     * Reads {@code sessions}, {@code sessions.id}, {@code chat_groups(name, lead_id)} or {table: …, columns: […]}; empty,
     * with a problem, if that is unknown.
     */
    static Optional<Reference> resolve(YamlNode node, Tables tables, Problems problems) {
        if (node instanceof YamlMapping mapping) {
            String name = mapping.text("table").orElse("");
            TableDraft table = tables.find(name);
            if (table == null) {
                unknownTable(name, node, tables, problems);
                return Optional.empty();
            }
            return TableDraft.find(mapping.items("columns"), table.yaml(), table.columns(), problems)
                    .map(columns -> new Reference(table, columns));
        }
        YamlScalar scalar = (YamlScalar) node;
        String text = scalar.text();
        TableDraft whole = tables.find(text);
        if (whole != null) {
            return Optional.of(new Reference(whole, List.of()));
        }
        int open = text.indexOf('(');
        if (open > 0 && text.endsWith(")")) {
            List<String> names = new ArrayList<>();
            for (String name : text.substring(open + 1, text.length() - 1).split(",", -1)) {
                names.add(name.strip());
            }
            return resolve(text.substring(0, open).strip(), names, scalar, tables, problems);
        }
        int dot = text.lastIndexOf('.');
        if (dot > 0) {
            return resolve(text.substring(0, dot), List.of(text.substring(dot + 1)), scalar, tables, problems);
        }
        unknownTable(text, scalar, tables, problems);
        return Optional.empty();
    }

    private static Optional<Reference> resolve(
            String tableName, List<String> columnNames, YamlScalar place, Tables tables, Problems problems) {
        TableDraft table = tables.find(tableName);
        if (table == null) {
            unknownTable(tableName, place, tables, problems);
            return Optional.empty();
        }
        List<ColumnDraft> columns = new ArrayList<>(columnNames.size());
        for (String name : columnNames) {
            TableDraft.find(name, place, table.yaml(), table.columns(), problems)
                    .ifPresent(columns::add);
        }
        return columns.size() == columnNames.size() ? Optional.of(new Reference(table, columns)) : Optional.empty();
    }

    private static void unknownTable(String name, YamlNode place, Tables tables, Problems problems) {
        if (!tables.dropped(name)) {
            problems.add(
                    ProblemCode.UNKNOWN_TABLE,
                    place,
                    "no table named " + quote(name),
                    didYouMean(name, tables.names()));
        }
    }

    /** The columns that are pointed to, those of the primary key unless others were named; empty if there is none. */
    List<ColumnDraft> targets() {
        if (!columns.isEmpty()) {
            return columns;
        }
        return table.primaryKey()
                .map(key -> columnsOf(table.columns(), key.columns()))
                .orElse(List.of());
    }

    private static List<ColumnDraft> columnsOf(Map<String, ColumnDraft> columns, List<String> names) {
        return names.stream().map(name -> columns.get(SqlNames.folded(name))).toList();
    }
}
