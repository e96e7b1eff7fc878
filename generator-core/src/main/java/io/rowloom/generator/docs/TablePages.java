package io.rowloom.generator.docs;

import io.rowloom.generator.sqlite.SqliteSchema;
import io.rowloom.model.CheckConstraint;
import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.Index;
import io.rowloom.model.JsonValue;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.PrimaryKey;
import io.rowloom.model.Sample;
import io.rowloom.model.Table;
import io.rowloom.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Decides what the document shows of a table. */
final class TablePages {
    private final PageAnchors anchors;
    private final TypeWords types;
    private final ColumnRows columnRows;
    private final References references;
    private final List<NamedQuery> queries;

    TablePages(PageAnchors anchors, TypeWords types, References references, List<NamedQuery> queries) {
        this.anchors = anchors;
        this.types = types;
        this.columnRows = new ColumnRows(types, anchors.tableNames());
        this.references = references;
        this.queries = queries;
    }

    TablePage of(Table table) {
        return new TablePage(
                anchors.table(table.name()).tag(),
                table.name(),
                table.description().map(Markdown::paragraphs).orElse(""),
                table.primaryKey().map(TablePages::primaryKey).orElse("none"),
                java(table),
                table.columns().stream().anyMatch(column -> column.description().isPresent()),
                columnRows.of(table),
                blocks(table),
                samples(table),
                sql(table));
    }

    private static String primaryKey(PrimaryKey key) {
        if (key.columns().size() > 1) {
            return '(' + Markdown.codes(key.columns()) + "), composite";
        }
        return Markdown.code(key.columns().get(0)) + (key.autoIncrement() ? ", auto-increment" : "");
    }

    private static String java(Table table) {
        String record = table.recordName();
        return "`" + record + "`, inserted as `New" + record + "`, read and written by `" + record + "Dao` (`db."
                + table.javaName() + "()`)";
    }

    private List<LinesBlock> blocks(Table table) {
        List<LinesBlock> blocks = new ArrayList<>();
        addBlock(
                blocks,
                "Indexes",
                table.indexes().stream().map(TablePages::index).toList());
        addBlock(
                blocks,
                "Unique",
                table.uniques().stream().map(TablePages::unique).toList());
        addBlock(
                blocks, "Checks", table.checks().stream().map(TablePages::check).toList());
        addBlock(
                blocks,
                "References",
                references.from(table).stream().map(this::from).toList());
        addBlock(
                blocks,
                "Referenced by",
                references.to(table).stream().map(this::to).toList());
        for (Column column : table.columns()) {
            if (column.type() instanceof ColumnType.Json json
                    && TypeWords.innermost(json.value()) instanceof JsonValue.Shape shape
                    && !types.isShownElsewhere(shape.shape())) {
                addBlock(blocks, "JSON in " + column.name(), types.outline(shape.shape()));
            }
        }
        addBlock(
                blocks,
                "Queries",
                queries.stream()
                        .filter(query ->
                                query.table().filter(table.name()::equals).isPresent())
                        .map(query -> "- "
                                + Markdown.anchorLink(
                                        query.name(),
                                        anchors.query(query.name()).name()))
                        .toList());
        return blocks;
    }

    private static void addBlock(List<LinesBlock> blocks, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            blocks.add(new LinesBlock(title, lines));
        }
    }

    private static String index(Index index) {
        StringJoiner parts = new StringJoiner(", ");
        for (Index.Part part : index.parts()) {
            String what = part instanceof Index.ColumnPart column
                    ? Markdown.code(column.column())
                    : Markdown.code(((Index.ExpressionPart) part).expression().strip());
            parts.add(what
                    + (part.order() == Index.Order.DESCENDING ? " descending" : "")
                    + part.collation()
                            .map(name -> " compared with " + Markdown.code(name))
                            .orElse(""));
        }
        return "- " + Markdown.code(index.name()) + (index.unique() ? " (unique)" : "")
                + (index.where().isPresent() ? " (partial)" : "") + " on " + parts
                + index.where()
                        .map(condition -> " where " + Markdown.code(condition.strip()))
                        .orElse("");
    }

    private static String unique(UniqueConstraint unique) {
        return "- " + Markdown.code(unique.name()) + " on " + Markdown.codes(unique.columns());
    }

    private static String check(CheckConstraint check) {
        return "- " + Markdown.code(check.name()) + ": "
                + Markdown.code(check.expression().strip());
    }

    private String from(Reference reference) {
        return "- " + Markdown.codes(reference.key().columns()) + " → " + link(reference.to()) + " ("
                + Markdown.codes(reference.key().targetColumns()) + ")" + rules(reference);
    }

    private String to(Reference reference) {
        return "- " + link(reference.from()) + " ("
                + Markdown.codes(reference.key().columns()) + ") → "
                + Markdown.codes(reference.key().targetColumns()) + rules(reference);
    }

    private String link(Table table) {
        return Markdown.anchorLink(table.name(), anchors.table(table.name()).name());
    }

    private static String rules(Reference reference) {
        return ", on delete " + reference.key().onDelete().sql().toLowerCase(java.util.Locale.ROOT) + ", on update "
                + reference.key().onUpdate().sql().toLowerCase(java.util.Locale.ROOT)
                + (reference.key().deferrable() ? ", checked when the transaction ends" : "");
    }

    private static String samples(Table table) {
        StringJoiner rows = new StringJoiner("\n");
        for (Sample sample : table.samples()) {
            rows.add(SampleJson.of(table, sample));
        }
        return table.samples().isEmpty() ? "" : Markdown.fenced("json", rows.toString());
    }

    private static String sql(Table table) {
        StringBuilder sql = new StringBuilder(SqliteSchema.createTable(table)).append(";\n");
        for (Index index : table.indexes()) {
            sql.append(SqliteSchema.createIndex(table, index).sql()).append(";\n");
        }
        return Markdown.fenced("sql", sql.toString());
    }
}
