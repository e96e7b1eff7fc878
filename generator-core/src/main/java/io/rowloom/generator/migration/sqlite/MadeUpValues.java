package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.schema.ColumnSchema;
import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.generator.schema.TableSchema;
import io.rowloom.generator.schema.WordList;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Values where a migration that is undone leaves none: for a NOT NULL column that comes back, since nobody knows any more what
 * it held, and in place of words that an enum had from the migration alone.
 */
final class MadeUpValues implements ExistingRows.LastResort {
    private final Candidates candidates;
    final List<String> impossible = new ArrayList<>();

    MadeUpValues(ScratchDatabase database) {
        this.candidates = new Candidates(database);
    }

    @Override
    public Optional<String> value(TableSchema table, ColumnSchema column) {
        boolean refers = table.foreignKeys().stream().anyMatch(key -> key.has(column.name()));
        boolean unique = table.uniques().stream().anyMatch(key -> key.has(column.name()))
                || table.indexes().stream().anyMatch(index -> index.unique() && index.mentions(column.name()))
                || table.primaryKey().stream()
                        .flatMap(key -> key.parts().stream())
                        .anyMatch(part -> part.column().equalsIgnoreCase(column.name()));
        Optional<String> value =
                refers ? Optional.empty() : unique ? differing(table, column) : constant(table, column);
        if (value.isEmpty()) {
            impossible.add(table.name() + "." + column.name());
        }
        return value;
    }

    /** The default, otherwise NULL, otherwise the first word. */
    @Override
    public Optional<ExistingRows.Replacement> replacement(TableSchema before, TableSchema after, ColumnSchema column) {
        List<WordList> former = lists(before, column);
        return lists(after, column).stream()
                .filter(list -> former.stream().noneMatch(list::covers))
                .findFirst()
                .map(list -> new ExistingRows.Replacement(
                        list.literals(),
                        column.defaultValue()
                                .filter(list.literals()::contains)
                                .orElse(column.notNull() ? list.literals().get(0) : "NULL")));
    }

    private static List<WordList> lists(TableSchema table, ColumnSchema column) {
        return table.checks().stream()
                .flatMap(check -> WordList.of(check.expression()).stream())
                .filter(list -> list.column().equalsIgnoreCase(column.name()))
                .toList();
    }

    private static Optional<String> differing(TableSchema table, ColumnSchema column) {
        boolean checked =
                table.checks().stream().anyMatch(check -> SqlExpression.mentions(check.expression(), column.name()));
        if (checked || table.withoutRowid()) {
            return Optional.empty();
        }
        return switch (column.affinity()) {
            case TEXT -> Optional.of("'restored-' || t.rowid");
            case INTEGER, REAL, NUMERIC -> Optional.of("t.rowid");
            case BLOB -> Optional.of("CAST('restored-' || t.rowid AS BLOB)");
        };
    }

    private Optional<String> constant(TableSchema table, ColumnSchema column) {
        String zero = switch (column.affinity()) {
            case TEXT -> "''";
            case INTEGER, NUMERIC -> "0";
            case REAL -> "0.0";
            case BLOB -> "x''";
        };
        try {
            List<String> fitting = candidates.of(table, column);
            return fitting.contains(zero) ? Optional.of(zero) : fitting.stream().findFirst();
        } catch (SQLException refused) {
            throw new IllegalStateException("the checks of " + table.name() + " cannot be tried", refused);
        }
    }
}
