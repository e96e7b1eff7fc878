package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.didYouMean;
import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.Index;
import io.rowloom.model.PrimaryKey;
import io.rowloom.model.UniqueConstraint;
import io.rowloom.model.problem.Place;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlNode;
import io.rowloom.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table while its model is being resolved: all that can be said without looking at other tables.
 *
 * @param columns by their names as SQL compares them, in the order written
 */
record TableDraft(
        YamlMapping.Entry entry,
        YamlMapping yaml,
        String javaName,
        String recordName,
        Map<String, ColumnDraft> columns,
        Optional<PrimaryKey> primaryKey,
        List<UniqueConstraint> uniques,
        List<Index> indexes) {

    String name() {
        return entry.name();
    }

    Optional<ColumnDraft> column(String name) {
        return Optional.ofNullable(columns.get(SqlNames.folded(name)));
    }

    /** The columns that a list names, in its order; empty, with problems, if one is unknown or there twice. */
    static Optional<List<ColumnDraft>> find(
            List<YamlNode> names, YamlMapping table, Map<String, ColumnDraft> columns, Problems problems) {
        List<ColumnDraft> found = new ArrayList<>(names.size());
        Set<String> seen = new HashSet<>();
        boolean complete = true;
        for (YamlNode node : names) {
            YamlScalar name = (YamlScalar) node;
            Optional<ColumnDraft> column = find(name.text(), name, table, columns, problems);
            if (column.isEmpty()) {
                complete = false;
            } else if (seen.add(column.get().name())) {
                found.add(column.get());
            } else {
                problems.add(ProblemCode.DUPLICATE_NAME, name, "the column " + quote(name.text()) + " is here twice");
                complete = false;
            }
        }
        return complete && !found.isEmpty() ? Optional.of(found) : Optional.empty();
    }

    /** The column of that name; empty, with a problem unless the column itself was reported, if there is none. */
    static Optional<ColumnDraft> find(
            String name, Place place, YamlMapping table, Map<String, ColumnDraft> columns, Problems problems) {
        ColumnDraft column = columns.get(SqlNames.folded(name));
        if (column == null) {
            YamlMapping written = table.mapping("columns");
            if (written != null && !written.dropped(name)) {
                problems.add(
                        ProblemCode.UNKNOWN_COLUMN,
                        place,
                        "no column named " + quote(name) + " in " + quote(table.label()),
                        didYouMean(
                                name,
                                columns.values().stream().map(ColumnDraft::name).toList()));
            }
        }
        return Optional.ofNullable(column);
    }
}
