package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.FullText;
import io.rowloom.model.PrimaryKey;
import io.rowloom.model.problem.Place;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlList;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads the full-text index of a table. */
final class FullTextResolver {
    /** What FTS5 makes beside its table, <a href="https://sqlite.org/fts5.html#appendix_b">appendix B</a>. */
    private static final List<String> SHADOWS = List.of("_data", "_idx", "_docsize", "_config");

    private final TableDraft table;
    private final SqlNames relations;
    private final Problems problems;

    FullTextResolver(TableDraft table, SqlNames relations, Problems problems) {
        this.table = table;
        this.relations = relations;
        this.problems = problems;
    }

    Optional<FullText> resolve() {
        YamlMapping.Entry place = table.yaml().entry("full_text");
        if (place == null) {
            return Optional.empty();
        }
        YamlMapping written = place.value() instanceof YamlMapping mapping ? mapping : null;
        List<YamlNode> names = written == null ? ((YamlList) place.value()).items() : written.items("columns");
        Optional<List<ColumnDraft>> columns = TableDraft.find(names, table.yaml(), table.columns(), problems);
        columns.ifPresent(found -> found.forEach(column -> checkType(column, names.get(found.indexOf(column)))));
        String name = Optional.ofNullable(written)
                .flatMap(mapping -> mapping.text("name"))
                .orElse(table.name() + "_fts");
        takeNames(name, place);
        checkKey(place);
        return columns.map(found -> new FullText(
                name,
                found.stream().map(ColumnDraft::name).toList(),
                Optional.ofNullable(written).flatMap(mapping -> mapping.text("tokenize")),
                place.location()));
    }

    private void takeNames(String name, Place place) {
        String suggestion = "give the full-text index a name of its own with name: …";
        if (SqlNames.checkOfSchema(name, place, problems)
                && relations.take(name, "a full-text index", place, suggestion)) {
            SHADOWS.forEach(shadow -> relations.take(name + shadow, "a full-text index", place, suggestion));
        }
    }

    private void checkType(ColumnDraft draft, Place place) {
        ColumnType type = draft.column().type();
        boolean text = type == ColumnType.Scalar.TEXT
                || type == ColumnType.Scalar.JSON
                || type instanceof ColumnType.Json
                || type instanceof ColumnType.Enumeration;
        if (!text) {
            problems.add(
                    ProblemCode.CONTRADICTION,
                    place,
                    "full-text search finds words, and the column " + quote(draft.name()) + " holds none");
        }
    }

    /** VACUUM may number rows anew that no column numbers, and then the index would find others. */
    private void checkKey(Place place) {
        Optional<PrimaryKey> key = table.primaryKey();
        Optional<Column> only = key.filter(known -> known.columns().size() == 1)
                .flatMap(known -> table.column(known.columns().get(0)))
                .map(ColumnDraft::column);
        boolean numbered = only.filter(column ->
                        (column.type() == ColumnType.Scalar.BIGINT || column.type() == ColumnType.Scalar.INTEGER)
                                && column.sqlType().orElse("INTEGER").equalsIgnoreCase("INTEGER"))
                .isPresent();
        if (!numbered || table.yaml().flag("without_rowid")) {
            problems.add(
                    ProblemCode.CONTRADICTION,
                    place,
                    "full-text search needs a table whose rows are numbered by their primary key",
                    "add a column like  id: {type: bigint, primary_key: auto}  and make the present key unique");
        }
    }
}
