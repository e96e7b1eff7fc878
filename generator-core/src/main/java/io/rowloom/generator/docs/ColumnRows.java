package io.rowloom.generator.docs;

import io.rowloom.generator.sqlite.SqliteTypes;
import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Enumeration;
import io.rowloom.model.DefaultValue;
import io.rowloom.model.ForeignKey;
import io.rowloom.model.JsonValue;
import io.rowloom.model.Literal;
import io.rowloom.model.Table;
import io.rowloom.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;

/** Decides the table of columns of one table. */
final class ColumnRows {
    /** More would make the cell the longest of the page; they are listed below it. */
    private static final int MOST_REFERRING = 4;

    private final TypeWords types;
    private final Links links;
    private final References references;
    private final Provenance provenance;

    ColumnRows(TypeWords types, Links links, References references, Provenance provenance) {
        this.types = types;
        this.links = links;
        this.references = references;
        this.provenance = provenance;
    }

    List<ColumnRow> of(Table table) {
        List<ColumnRow> rows = new ArrayList<>();
        for (Column column : table.columns()) {
            rows.add(new ColumnRow(
                    links.columnTag(table.name(), column.name()) + Markdown.codeCell(column.name()),
                    Markdown.codeCell(SqliteTypes.declared(column)),
                    types.type(column.type()),
                    column.nullable() ? "nullable" : "NOT NULL",
                    column.defaultValue()
                            .map(value -> defaultWords(value, column.type()))
                            .orElse(""),
                    String.join("; ", notes(table, column)),
                    column.description().map(Markdown::cell).orElse(""),
                    provenance.of(table, column)));
        }
        return rows;
    }

    private static String defaultWords(DefaultValue value, ColumnType type) {
        if (value instanceof DefaultValue.Now) {
            return "UTC now";
        } else if (value instanceof DefaultValue.Expression expression) {
            return Markdown.codeCell(expression.sql().strip());
        }
        Literal literal = ((DefaultValue.Constant) value).value();
        if (literal instanceof Literal.Null) {
            return "NULL";
        }
        String plain = LiteralWords.plain(literal, type);
        return plain.isEmpty() ? "empty text" : Markdown.codeCell(plain);
    }

    private List<String> notes(Table table, Column column) {
        List<String> notes = new ArrayList<>();
        if (table.isPrimaryKey(column)) {
            int size = table.primaryKey().orElseThrow().columns().size();
            notes.add(column.autoIncrement() ? "PK, auto-increment" : size == 1 ? "PK" : "part of the PK");
        }
        for (ForeignKey key : table.foreignKeys()) {
            int position = key.columns().indexOf(column.name());
            if (position >= 0) {
                notes.add("FK → "
                        + links.column(key.targetTable(), key.targetColumns().get(position)));
            }
        }
        addReferring(notes, table, column);
        for (UniqueConstraint unique : table.uniques()) {
            if (unique.columns().equals(List.of(column.name()))) {
                notes.add("unique");
            }
        }
        if (column.type() instanceof Enumeration enumeration) {
            String members = members(enumeration);
            notes.add("one of " + members + (enumeration.check() ? "" : ", which the database does not check"));
        }
        if (column.type() instanceof ColumnType.Json json
                && TypeWords.innermost(json.value()) instanceof JsonValue.Enumeration enumeration) {
            notes.add("of " + members(new Enumeration(enumeration.type(), false)));
        }
        column.generated()
                .ifPresent(generated -> notes.add("computed as "
                        + Markdown.codeCell(generated.expression().strip())
                        + (generated.stored() ? ", stored" : ", when it is read")));
        if (column.version()) {
            notes.add("version, counts the updates of its row");
        }
        if (column.autoUpdate()) {
            notes.add("set to the present by each update");
        }
        column.collation().ifPresent(name -> notes.add("compared with " + Markdown.codeCell(name)));
        return notes;
    }

    private void addReferring(List<String> notes, Table table, Column column) {
        List<String> referring = new ArrayList<>();
        for (Reference reference : references.to(table)) {
            int position = reference.key().targetColumns().indexOf(column.name());
            if (position >= 0) {
                referring.add("← "
                        + links.column(
                                reference.from().name(),
                                reference.key().columns().get(position)));
            }
        }
        if (referring.size() > MOST_REFERRING) {
            notes.add("← " + referring.size() + " columns, see below");
        } else {
            notes.addAll(referring);
        }
    }

    private static String members(Enumeration enumeration) {
        List<String> members = new ArrayList<>();
        enumeration.type().members().forEach(member -> members.add(Markdown.codeCell(member.value())));
        return String.join(", ", members);
    }
}
