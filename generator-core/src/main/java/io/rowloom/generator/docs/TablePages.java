package io.rowloom.generator.docs;

import io.rowloom.generator.dao.Daos;
import io.rowloom.generator.sqlite.SqliteSchema;
import io.rowloom.model.CheckConstraint;
import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.ForeignKey;
import io.rowloom.model.Index;
import io.rowloom.model.JsonValue;
import io.rowloom.model.PrimaryKey;
import io.rowloom.model.ReferentialAction;
import io.rowloom.model.Sample;
import io.rowloom.model.Table;
import io.rowloom.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Decides what the document shows of a table. */
final class TablePages {
    private final String level;
    private final PageAnchors anchors;
    private final Links links;
    private final TypeWords types;
    private final ColumnRows columnRows;
    private final References references;
    private final Diagrams diagrams;
    private final Provenance provenance;
    private final QueryLines queries;
    private final Daos daos;

    /**
     * @param level the mark of a table's heading
     * @param anchors the anchors of the document
     * @param links the links of the file that the tables stand in
     * @param references every foreign key
     * @param diagrams the diagrams of that file
     * @param provenance where tables and columns come from
     * @param queries what is said of queries at their tables
     * @param daos what is decided of DAOs
     */
    TablePages(
            String level,
            PageAnchors anchors,
            Links links,
            References references,
            Diagrams diagrams,
            Provenance provenance,
            QueryLines queries,
            Daos daos) {
        this.level = level;
        this.anchors = anchors;
        this.links = links;
        this.types = new TypeWords(links);
        this.columnRows = new ColumnRows(types, links, references, provenance);
        this.references = references;
        this.diagrams = diagrams;
        this.provenance = provenance;
        this.queries = queries;
        this.daos = daos;
    }

    TablePage of(Table table, String island) {
        List<String> facts = new ArrayList<>();
        facts.add(
                "Primary key: " + table.primaryKey().map(TablePages::primaryKey).orElse("none"));
        facts.add("Java: " + java(table));
        facts.add("Source: " + provenance.of(table));
        return new TablePage(
                level,
                anchors.former(table.name()) + anchors.table(table.name()).tag(),
                table.name(),
                table.description().map(Markdown::paragraphs).orElse(""),
                island,
                facts,
                diagrams.around(table),
                isDescribed(table),
                columnRows.of(table),
                blocks(table),
                samples(table),
                table.recordName() + "Dao",
                MethodRows.of(daos.of(table)),
                sql(table));
    }

    private static boolean isDescribed(Table table) {
        for (Column column : table.columns()) {
            if (column.description().isPresent()) {
                return true;
            }
        }
        return false;
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
        addBlock(blocks, "Indexes", indexes(table));
        addBlock(blocks, "Unique", uniques(table));
        addBlock(blocks, "Checks", checks(table));
        addBlock(blocks, "References", outgoing(table));
        addBlock(blocks, "Referenced by", incoming(table));
        for (Column column : table.columns()) {
            if (column.type() instanceof ColumnType.Json json
                    && TypeWords.innermost(json.value()) instanceof JsonValue.Shape shape
                    && !types.isShownElsewhere(shape.shape())) {
                addBlock(blocks, "JSON in " + column.name(), types.outline(shape.shape()));
            }
        }
        addBlock(blocks, "Queries", queries.of(table, links));
        return blocks;
    }

    private static void addBlock(List<LinesBlock> blocks, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            blocks.add(new LinesBlock(title, lines));
        }
    }

    private static List<String> indexes(Table table) {
        List<String> lines = new ArrayList<>();
        for (Index index : table.indexes()) {
            lines.add(index(index));
        }
        table.fullText()
                .ifPresent(index -> lines.add("- " + Markdown.code(index.name()) + " (full-text search) on "
                        + Markdown.codes(index.columns())));
        return lines;
    }

    private static String index(Index index) {
        StringJoiner parts = new StringJoiner(", ");
        for (Index.Part part : index.parts()) {
            String what = part instanceof Index.ColumnPart column
                    ? Markdown.code(column.column())
                    : Markdown.code(((Index.ExpressionPart) part).expression().strip());
            if (part.collation().isPresent()) {
                what += " compared with " + Markdown.code(part.collation().get());
            }
            parts.add(part.order() == Index.Order.DESCENDING ? what + " descending" : what);
        }
        String line = "- " + Markdown.code(index.name()) + (index.unique() ? " (unique)" : "")
                + (index.where().isPresent() ? " (partial)" : "") + " on " + parts;
        return index.where().isPresent()
                ? line + " where " + Markdown.code(index.where().get().strip())
                : line;
    }

    private static List<String> uniques(Table table) {
        List<String> lines = new ArrayList<>();
        for (UniqueConstraint unique : table.uniques()) {
            lines.add("- " + Markdown.code(unique.name()) + " on " + Markdown.codes(unique.columns()));
        }
        return lines;
    }

    private static List<String> checks(Table table) {
        List<String> lines = new ArrayList<>();
        for (CheckConstraint check : table.checks()) {
            lines.add("- " + Markdown.code(check.name()) + ": "
                    + Markdown.code(check.expression().strip()));
        }
        return lines;
    }

    private List<String> outgoing(Table table) {
        List<String> lines = new ArrayList<>();
        for (Reference reference : references.from(table)) {
            lines.add("- " + Markdown.codes(reference.key().columns()) + " → " + link(reference.to()) + " ("
                    + Markdown.codes(reference.key().targetColumns()) + ")" + rules(reference.key()));
        }
        return lines;
    }

    private List<String> incoming(Table table) {
        List<String> lines = new ArrayList<>();
        for (Reference reference : references.to(table)) {
            lines.add("- " + link(reference.from()) + " ("
                    + Markdown.codes(reference.key().columns()) + ") → "
                    + Markdown.codes(reference.key().targetColumns()) + rules(reference.key()));
        }
        return lines;
    }

    private String link(Table table) {
        return links.table(table.name());
    }

    /** What happens here when the row there goes or changes; SQL's own words, and nothing where nothing happens. */
    private static String rules(ForeignKey key) {
        return ", on delete " + key.onDelete().sql().toLowerCase(Locale.ROOT)
                + (key.onUpdate() == ReferentialAction.NO_ACTION
                        ? ""
                        : ", on update " + key.onUpdate().sql().toLowerCase(Locale.ROOT))
                + (key.deferrable() ? ", checked when the transaction ends" : "");
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
