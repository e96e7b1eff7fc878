package io.rowloom.generator.migration;

import io.rowloom.generator.diff.Change;
import io.rowloom.generator.migration.Hazard.Code;
import io.rowloom.generator.schema.Affinity;
import io.rowloom.generator.schema.CheckSchema;
import io.rowloom.generator.schema.ColumnSchema;
import io.rowloom.generator.schema.ForeignKeySchema;
import io.rowloom.generator.schema.KeyPart;
import io.rowloom.generator.schema.PrimaryKeySchema;
import io.rowloom.generator.schema.Schema;
import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.generator.schema.TableSchema;
import io.rowloom.generator.schema.WordList;
import io.rowloom.generator.text.PlainText;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what is dangerous in a list of changes; it knows nothing of how they are done. */
public final class HazardFinder {
    private final List<Change> changes;
    private final Schema after;
    private final MigrationIntent intent;
    private final Map<String, Hazard> hazards = new LinkedHashMap<>();
    private final Set<String> added = new HashSet<>();

    private HazardFinder(List<Change> changes, Schema after, MigrationIntent intent) {
        this.changes = changes;
        this.after = after;
        this.intent = intent;
        for (Change change : changes) {
            if (change instanceof Change.AddColumn add) {
                added.add(key(add.table(), add.after().name()));
            }
        }
    }

    /** Every hazard of the changes, acknowledged or not, in the order of the changes. */
    public static List<Hazard> find(List<Change> changes, Schema after, MigrationIntent intent) {
        HazardFinder finder = new HazardFinder(changes, after, intent);
        changes.forEach(finder::look);
        return List.copyOf(finder.hazards.values());
    }

    private void look(Change change) {
        String table = change.table();
        if (change instanceof Change.DropTable drop) {
            add(Code.DROP_TABLE, table, "all rows of the table are deleted", new LikelyRename(changes).of(drop));
        } else if (change instanceof Change.DropColumn drop) {
            if (drop.before().generated().isEmpty()) {
                String message = "all values of the column are deleted";
                add(Code.DROP_COLUMN, column(table, drop.before()), message, new LikelyRename(changes).of(drop));
            }
        } else if (change instanceof Change.ChangeGenerated computed) {
            if (computed.before().generated().isEmpty()) {
                add(
                        Code.DROP_COLUMN,
                        column(table, computed.after()),
                        "values of the column are replaced by computed ones");
            }
        } else if (change instanceof Change.AddColumn add) {
            ColumnSchema column = add.after();
            if (column.notNull()
                    && column.defaultValue().isEmpty()
                    && hasNoValue(table, column)
                    && !isRowid(table, column)) {
                add(
                        Code.MISSING_VALUE,
                        column(table, column),
                        "the new column is NOT NULL and existing rows have no value for it",
                        Optional.of("give it a default, let it be nullable or name a backfill"));
            }
        } else if (change instanceof Change.ChangeNullability nullability) {
            ColumnSchema column = nullability.after();
            if (column.notNull() && column.defaultValue().isEmpty() && hasNoValue(table, column)) {
                add(
                        Code.NULL_VALUES,
                        column(table, column),
                        "rows with NULL stop the migration",
                        Optional.of("give it a default or name a backfill"));
            } else if (column.notNull() && hasNoValue(table, column) && isInKey(table, column)) {
                add(
                        Code.NEW_UNIQUE,
                        column(table, column),
                        "rows with NULL all get the default, and more than one of them stop the migration",
                        Optional.of("name a backfill that gives each another value"));
            }
        } else if (change instanceof Change.ChangeType type) {
            lossyType(type).ifPresent(message -> add(Code.LOSSY_TYPE, column(table, type.after()), message));
        } else if (change instanceof Change.ChangeDefault value) {
            lookAtForm(value);
        } else {
            lookAtConstraint(change);
        }
    }

    private void lookAtForm(Change.ChangeDefault change) {
        Optional<String> before = MomentForms.of(change.before());
        Optional<String> after = MomentForms.of(change.after());
        if (before.isPresent() && after.isPresent()) {
            add(
                    Code.CHANGED_FORM,
                    column(change.table(), change.after()),
                    "values stay in the form " + before.get() + ", but the column is to hold " + after.get(),
                    Optional.of("accept it, and turn them into the new form in the draft, where the table is filled"));
        }
    }

    private void lookAtConstraint(Change change) {
        String table = change.table();
        if (change instanceof Change.ChangePrimaryKey key) {
            key.after().ifPresent(primary -> {
                List<String> columns =
                        primary.parts().stream().map(KeyPart::column).toList();
                Set<String> former = new HashSet<>();
                key.before()
                        .ifPresent(old -> old.parts().forEach(part -> former.add(SqlExpression.lower(part.column()))));
                boolean isNewRowid = after.table(table)
                        .flatMap(TableSchema::rowidColumn)
                        .filter(column -> added.contains(key(table, column.name())))
                        .isPresent();
                boolean wider = !former.isEmpty()
                        && columns.stream().map(SqlExpression::lower).toList().containsAll(former);
                if (!isNewRowid && !wider) {
                    unique(table, columns, "rows with an equal primary key stop the migration");
                }
            });
        } else if (change instanceof Change.AddUnique unique) {
            List<String> columns =
                    unique.after().parts().stream().map(KeyPart::column).toList();
            unique(table, columns, "rows that are equal there stop the migration");
        } else if (change instanceof Change.CreateIndex index) {
            if (index.after().unique() && !isSameButName(index)) {
                unique(table, index.after().parts(), "rows that are equal there stop the migration");
            }
        } else if (change instanceof Change.ChangeCollation collation) {
            ColumnSchema column = collation.after();
            if (isInKey(table, column)) {
                unique(
                        table,
                        List.of(column.name()),
                        "values that are equal under the new collation stop the migration");
            }
        } else if (change instanceof Change.AddCheck check) {
            lookAtCheck(table, check.after());
        } else if (change instanceof Change.AddForeignKey foreignKey) {
            lookAtForeignKey(table, foreignKey.after());
        } else if (change instanceof Change.ChangeOptions options) {
            if (options.after().strict() && !options.before().strict()) {
                add(Code.STRICT_TABLE, table, "values that are not of their declared type stop the migration");
            }
        }
    }

    /** Whether the column is to be in the primary key, in a unique constraint or in a unique index. */
    private boolean isInKey(String table, ColumnSchema column) {
        return after.table(table).stream()
                .anyMatch(now -> now.uniques().stream().anyMatch(unique -> unique.has(column.name()))
                        || now.primaryKey().stream()
                                .flatMap(primary -> primary.parts().stream())
                                .anyMatch(part -> part.column().equalsIgnoreCase(column.name()))
                        || now.indexes().stream().anyMatch(index -> index.unique() && index.mentions(column.name())));
    }

    private void unique(String table, List<String> columns, String message) {
        // New columns hold NULL in existing rows, which is never equal, unless something says otherwise.
        boolean harmless = columns.stream()
                .anyMatch(name -> after.table(table)
                        .flatMap(known -> known.column(name))
                        .filter(column -> isNullInExistingRows(table, column))
                        .isPresent());
        if (!harmless && !wasUnique(table, columns)) {
            add(Code.NEW_UNIQUE, table + "." + String.join("+", columns), message);
        }
    }

    /** Whether a key that goes now kept fewer of these columns from being equal, and so all of them. */
    private boolean wasUnique(String table, List<String> columns) {
        Set<String> names =
                new HashSet<>(columns.stream().map(SqlExpression::lower).toList());
        return changes.stream()
                .filter(change -> change.table().equals(table))
                .map(HazardFinder::formerKey)
                .anyMatch(parts -> !parts.isEmpty()
                        && names.containsAll(parts.stream()
                                .map(part -> SqlExpression.lower(part.column()))
                                .toList()));
    }

    private static List<KeyPart> formerKey(Change change) {
        if (change instanceof Change.ChangePrimaryKey key) {
            return key.before().map(PrimaryKeySchema::parts).orElse(List.of());
        }
        return change instanceof Change.DropUnique unique ? unique.before().parts() : List.of();
    }

    private boolean isSameButName(Change.CreateIndex created) {
        return changes.stream()
                .anyMatch(change -> change instanceof Change.DropIndex drop
                        && drop.table().equals(created.table())
                        && drop.before().unique()
                        && drop.before().parts().equals(created.after().parts())
                        && drop.before().where().equals(created.after().where()));
    }

    private void lookAtCheck(String table, CheckSchema check) {
        boolean onlyNew = after.table(table).orElseThrow().columns().stream()
                .filter(column -> SqlExpression.mentions(check.expression(), column.name()))
                .allMatch(column -> added.contains(key(table, column.name())));
        boolean widened = changes.stream()
                .anyMatch(change -> change instanceof Change.DropCheck drop
                        && drop.table().equals(table)
                        && isWiderList(drop.before().expression(), check.expression()));
        if (!onlyNew && !widened) {
            String subject = table + check.column().map(name -> "." + name).orElse("");
            add(
                    Code.NEW_CHECK,
                    subject,
                    "rows that break (" + PlainText.oneLine(check.expression()) + ") stop the migration");
        }
    }

    private static boolean isWiderList(String before, String after) {
        Optional<WordList> former = WordList.of(before);
        return WordList.of(after)
                .filter(now -> former.filter(now::covers).isPresent())
                .isPresent();
    }

    private void lookAtForeignKey(String table, ForeignKeySchema key) {
        boolean onlyActions = changes.stream()
                .anyMatch(change -> change instanceof Change.DropForeignKey drop
                        && drop.table().equals(table)
                        && drop.before().columns().equals(key.columns())
                        && drop.before().targetTable().equalsIgnoreCase(key.targetTable())
                        && drop.before().targetColumns().equals(key.targetColumns()));
        boolean nothingYet = key.columns().stream()
                .anyMatch(name -> isNullInExistingRows(
                        table,
                        after.table(table).flatMap(known -> known.column(name)).orElseThrow()));
        if (!onlyActions && !nothingYet) {
            add(
                    Code.NEW_FOREIGN_KEY,
                    table + "." + String.join("+", key.columns()),
                    "rows that refer to no row of " + key.targetTable() + " stop the migration");
        }
    }

    /** What is lost or refused when values change their type; empty if nothing is. */
    private static Optional<String> lossyType(Change.ChangeType change) {
        if (TypeChange.isLossless(change.before(), change.after())) {
            return Optional.empty();
        }
        Affinity to = change.after().affinity();
        String message = to == Affinity.TEXT || to == Affinity.BLOB
                ? "values become " + change.after().type() + ", which may lose digits or change bytes"
                : "values that are not "
                        + (change.after().type().isEmpty()
                                ? "of the new type"
                                : change.after().type())
                        + " stop the migration, or stay as they are where the table is not STRICT";
        return Optional.of(message);
    }

    private boolean isNullInExistingRows(String table, ColumnSchema column) {
        return added.contains(key(table, column.name()))
                && column.generated().isEmpty()
                && column.defaultValue().isEmpty()
                && !column.notNull()
                && hasNoValue(table, column);
    }

    private boolean isRowid(String table, ColumnSchema column) {
        return after.table(table)
                .flatMap(TableSchema::rowidColumn)
                .filter(column::equals)
                .isPresent();
    }

    private boolean hasNoValue(String table, ColumnSchema column) {
        return column.generated().isEmpty()
                && intent.backfill(table, column.name()).isEmpty();
    }

    private static String column(String table, ColumnSchema column) {
        return table + "." + column.name();
    }

    private static String key(String table, String column) {
        return SqlExpression.lower(table + "\0" + column);
    }

    private void add(Code code, String subject, String message) {
        add(code, subject, message, Optional.empty());
    }

    private void add(Code code, String subject, String message, Optional<String> suggestion) {
        Hazard hazard = new Hazard(code, subject, message, suggestion);
        hazards.putIfAbsent(hazard.id(), hazard);
    }
}
