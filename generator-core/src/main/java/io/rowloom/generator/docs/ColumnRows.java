package io.rowloom.generator.docs;

import io.rowloom.generator.sqlite.SqliteTypes;
import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Enumeration;
import io.rowloom.model.DefaultValue;
import io.rowloom.model.EnumType;
import io.rowloom.model.ForeignKey;
import io.rowloom.model.JsonValue;
import io.rowloom.model.Literal;
import io.rowloom.model.Table;
import io.rowloom.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;

/** Decides the table of columns of one table. */
final class ColumnRows {
    /** A longer default would take the room of the descriptions; it stands below one of them. */
    private static final int WIDEST_DEFAULT = 24;
    /** More would make the cell the longest of the page; they are listed below it. */
    private static final int MOST_REFERRING = 4;

    /** More of them stand at the type alone. */
    private static final int MOST_WORDS = 8;

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
            String words = column.defaultValue()
                    .map(value -> defaultWords(value, column.type()))
                    .orElse("");
            boolean fits = words.length() <= WIDEST_DEFAULT;
            List<String> notes = notes(table, column);
            if (!fits) {
                notes.add("default " + words);
            }
            provenance.since(table, column).ifPresent(notes::add);
            rows.add(new ColumnRow(
                    links.columnTag(table.name(), column.name()) + provenance.link(table, column),
                    description(column, notes),
                    type(column),
                    fits ? words : "see notes"));
        }
        return rows;
    }

    /** What people wrote, and on a line of its own what follows from the model. */
    private static String description(Column column, List<String> notes) {
        String written = column.description().map(Markdown::cell).orElse("");
        String derived = String.join("; ", notes);
        if (!derived.isEmpty()) {
            derived = Character.toUpperCase(derived.charAt(0)) + derived.substring(1);
        }
        return written + (written.isEmpty() || derived.isEmpty() ? "" : "<br>") + derived;
    }

    private String type(Column column) {
        String declared = SqliteTypes.declared(column);
        String words = types.type(column.type());
        // The words of an enum stand beside it.
        boolean plain = words.equalsIgnoreCase(declared) || words.equals("enum");
        return Markdown.codeCell(declared)
                + (column.nullable() ? " nullable" : " NOT NULL")
                + (plain ? "" : "<br>" + words);
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
            notes.add("one of " + members(enumeration.type())
                    + (enumeration.check() ? "" : ", which the database does not check"));
        }
        if (column.type() instanceof ColumnType.Json json
                && TypeWords.innermost(json.value()) instanceof JsonValue.Enumeration enumeration) {
            notes.add("of " + members(enumeration.type()));
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

    /** The words of an enum, or how many they are where its type lists them. */
    private String members(EnumType type) {
        int count = type.members().size();
        if (count > MOST_WORDS && type.owner().isEmpty() && links.hasType(type.name())) {
            return count + " words";
        }
        List<String> members = new ArrayList<>();
        type.members().forEach(member -> members.add(Markdown.codeCell(member.value())));
        return String.join(", ", members);
    }
}
