package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.diff.Renames;
import io.rowloom.generator.diff.Renames.Rename;
import io.rowloom.generator.migration.TypeChange;
import io.rowloom.generator.schema.Affinity;
import io.rowloom.generator.schema.ColumnSchema;
import io.rowloom.generator.schema.Schema;
import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.generator.schema.TableSchema;
import io.rowloom.generator.sqlite.SqliteNames;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The rows and values that a migration from one schema to another has to keep, asked for in the names before and after.
 *
 * <p>This follows from the two schemas and the declared renames alone, never from the SQL of the migration.
 */
final class KeptRows {
    /**
     * Something that must not change.
     *
     * @param subject what it is, for messages
     * @param before the query for it before
     * @param after the query for it after
     * @param partly whether more may be there after
     */
    private record Kept(String subject, String before, String after, boolean partly) {}

    /** Characters of a row that a message shows. */
    private static final int SHOWN = 80;

    private final List<Kept> kept = new ArrayList<>();
    private final Renames renames;

    private KeptRows(Renames renames) {
        this.renames = renames;
    }

    static KeptRows between(Schema before, Schema after, Renames renames) {
        KeptRows rows = new KeptRows(renames);
        Map<String, String> former = new HashMap<>();
        for (Rename rename : renames.ofTables(before, after)) {
            former.put(SqlExpression.lower(rename.to()), rename.from());
        }
        for (TableSchema table : after.tables()) {
            before.table(former.getOrDefault(SqlExpression.lower(table.name()), table.name()))
                    .ifPresent(old -> rows.add(old, table));
        }
        return rows;
    }

    private void add(TableSchema before, TableSchema after) {
        Map<String, String> names = RowRules.columns(renames, before, after);
        StringJoiner old =
                new StringJoiner(" || ', ' || ", "SELECT ", from(before)).setEmptyValue("SELECT ''" + from(before));
        StringJoiner now =
                new StringJoiner(" || ', ' || ", "SELECT ", from(after)).setEmptyValue("SELECT ''" + from(after));
        if (hasPlainRowid(before) && hasPlainRowid(after)) {
            old.add("rowid");
            now.add("rowid");
        }
        for (ColumnSchema column : after.columns()) {
            Optional<ColumnSchema> former = Optional.ofNullable(names.get(SqlExpression.lower(column.name())))
                    .flatMap(before::column);
            if (former.isEmpty()
                    || column.generated().isPresent()
                            && !column.generated().equals(former.get().generated())) {
                continue;
            }
            String oldValue = value(former.get(), former.get(), column);
            String nowValue = value(column, former.get(), column);
            if (column.notNull() && !former.get().notNull()) {
                // Rows without a value get one, which may be the moment of the migration.
                String condition = " WHERE " + SqliteNames.quote(former.get().name()) + " IS NOT NULL";
                kept.add(new Kept(
                        after.name() + "." + column.name(),
                        "SELECT " + oldValue + from(before) + condition,
                        "SELECT " + nowValue + from(after),
                        true));
            } else {
                old.add(oldValue);
                now.add(nowValue);
            }
        }
        kept.add(new Kept(after.name(), old.toString(), now.toString(), false));
        if (before.autoIncrement() && after.autoIncrement()) {
            kept.add(new Kept("the next number of " + after.name(), sequence(before), sequence(after), false));
        }
    }

    private static boolean hasPlainRowid(TableSchema table) {
        return !table.withoutRowid()
                && table.rowidColumn().isEmpty()
                && table.column("rowid").isEmpty();
    }

    private static String from(TableSchema table) {
        return " FROM " + SqliteNames.quote(table.name());
    }

    private static String sequence(TableSchema table) {
        return "SELECT seq FROM sqlite_sequence WHERE name = '" + table.name().replace("'", "''") + "'";
    }

    /** The value with its type where that must stay, otherwise in a form in which equal values of both types are equal. */
    private static String value(ColumnSchema column, ColumnSchema before, ColumnSchema after) {
        String name = SqliteNames.quote(column.name());
        if (before.affinity() == after.affinity()) {
            return "quote(" + name + ")";
        }
        boolean fraction = isFraction(before) || isFraction(after);
        String form = fraction && !TypeChange.isLossless(before, after) ? "printf('%.9g', " + name + ")" : null;
        if (form == null) {
            boolean bytes = before.affinity() == Affinity.BLOB || after.affinity() == Affinity.BLOB;
            form = fraction ? "CAST(" + name + " AS REAL)" : bytes ? hex(name) : text(name);
        }
        return "CASE WHEN " + name + " IS NULL THEN 'NULL' ELSE " + form + " END";
    }

    private static String hex(String name) {
        return "hex(CAST(" + name + " AS BLOB))";
    }

    /** As a person reads it, but for NUL, where {@code quote} would end. */
    private static String text(String name) {
        return "CASE WHEN instr(CAST(" + name + " AS BLOB), x'00') > 0 THEN " + hex(name) + " ELSE quote(CAST(" + name
                + " AS TEXT)) END";
    }

    private static boolean isFraction(ColumnSchema column) {
        return column.affinity() == Affinity.REAL || column.affinity() == Affinity.NUMERIC;
    }

    /** What is there before. */
    Map<String, List<String>> before(ScratchDatabase database) throws SQLException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Kept one : kept) {
            values.put(
                    one.subject(),
                    database.texts(one.before()).stream().sorted().toList());
        }
        return values;
    }

    /** What is no longer there after, one sentence for each thing. */
    List<String> lost(ScratchDatabase database, Map<String, List<String>> before) throws SQLException {
        List<String> lost = new ArrayList<>();
        for (Kept one : kept) {
            List<String> now = new ArrayList<>(
                    database.texts(one.after()).stream().sorted().toList());
            List<String> missing = new ArrayList<>(before.get(one.subject()));
            missing.removeIf(now::remove);
            if (!missing.isEmpty() || !one.partly() && !now.isEmpty()) {
                lost.add(one.subject() + " did not keep what it held: " + example(missing, now));
            }
        }
        return lost;
    }

    /** One row that is not as before, from where it differs; whoever reads this knows the tables. */
    private static String example(List<String> missing, List<String> unexpected) {
        if (missing.isEmpty()) {
            return "rows too many: " + unexpected.size() + ", such as " + shown(unexpected.get(0), 0);
        }
        if (unexpected.isEmpty()) {
            return "rows that are gone: " + missing.size() + ", such as " + shown(missing.get(0), 0);
        }
        String row = missing.get(0);
        String now = Collections.max(unexpected, Comparator.comparing(other -> commonStart(row, other)));
        int start = row.lastIndexOf(", ", commonStart(row, now));
        return "rows changed: " + missing.size() + ", such as " + shown(row, start) + " to " + shown(now, start);
    }

    private static int commonStart(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private static String shown(String row, int start) {
        String text = start > 0 ? "… " + row.substring(start + 2) : row;
        return text.codePointCount(0, text.length()) > SHOWN
                ? text.substring(0, text.offsetByCodePoints(0, SHOWN)) + " …"
                : text;
    }
}
