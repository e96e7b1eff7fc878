package io.rowloom.generator.migration;

import io.rowloom.generator.diff.Change;
import io.rowloom.generator.schema.ColumnSchema;
import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.generator.schema.TableSchema;
import java.util.List;
import java.util.Optional;

/** Recognises a drop and an add that look like a rename, to say what to write; a rename itself is never guessed. */
final class LikelyRename {
    private final List<Change> changes;

    LikelyRename(List<Change> changes) {
        this.changes = changes;
    }

    /** The line to write if exactly one new column of the table is of the same type and nullability. */
    Optional<String> of(Change.DropColumn drop) {
        List<ColumnSchema> alike = changes.stream()
                .filter(change -> change.table().equals(drop.table()))
                .filter(Change.AddColumn.class::isInstance)
                .map(change -> ((Change.AddColumn) change).after())
                .filter(column -> column.type().equalsIgnoreCase(drop.before().type())
                        && column.notNull() == drop.before().notNull()
                        && column.generated().isEmpty())
                .toList();
        return alike.size() == 1
                ? Optional.of(
                        hint("the column " + alike.get(0).name(), drop.before().name()))
                : Optional.empty();
    }

    /** The line to write if exactly one new table has most of the columns. */
    Optional<String> of(Change.DropTable drop) {
        List<TableSchema> alike = changes.stream()
                .filter(Change.CreateTable.class::isInstance)
                .map(change -> ((Change.CreateTable) change).after())
                .filter(table -> isAlike(table, drop.before()))
                .toList();
        return alike.size() == 1
                ? Optional.of(
                        hint("the table " + alike.get(0).name(), drop.before().name()))
                : Optional.empty();
    }

    private static boolean isAlike(TableSchema one, TableSchema other) {
        long common = one.columns().stream()
                .filter(column -> other.column(column.name())
                        .filter(same -> SqlExpression.lower(same.type()).equals(SqlExpression.lower(column.type())))
                        .isPresent())
                .count();
        return common * 3 >= 2L * Math.max(one.columns().size(), other.columns().size());
    }

    private static String hint(String what, String former) {
        return "if it is a rename, write `renamed_from: " + former + "` at " + what;
    }
}
