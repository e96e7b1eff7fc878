package io.rowloom.generator.diff;

import io.rowloom.generator.schema.ColumnSchema;
import io.rowloom.generator.schema.IndexSchema;
import io.rowloom.generator.schema.PrimaryKeySchema;
import io.rowloom.generator.schema.Schema;
import io.rowloom.generator.schema.SchemaObject;
import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.generator.schema.TableSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares two schemas in which equal names mean the same thing; renames are done before.
 *
 * <p>Not compared are the order of columns, the names of constraints (which SQLite uses in messages only) and whether a
 * constraint stands at its column or at the table. Views, triggers and virtual tables are compared by their words.
 */
public final class SchemaDiff {
    private final List<Change> changes = new ArrayList<>();

    private SchemaDiff() {}

    /**
     * What must change to come from one schema to the other; dropped tables first, then the tables of {@code after} in
     * order, then the other objects.
     */
    public static List<Change> between(Schema before, Schema after) {
        List<Change> changes = new ArrayList<>(ofTables(before, after));
        changes.addAll(ofObjects(before, after));
        return List.copyOf(changes);
    }

    /** What must change of tables and their indexes. */
    public static List<Change> ofTables(Schema before, Schema after) {
        SchemaDiff diff = new SchemaDiff();
        Set<String> kept = new HashSet<>();
        after.tables().forEach(table -> kept.add(SqlExpression.lower(table.name())));
        for (TableSchema table : before.tables()) {
            if (!kept.contains(SqlExpression.lower(table.name()))) {
                diff.changes.add(new Change.DropTable(table));
            }
        }
        var known = before.tables().stream()
                .collect(Collectors.toMap(table -> SqlExpression.lower(table.name()), Function.identity()));
        for (TableSchema table : after.tables()) {
            TableSchema former = known.get(SqlExpression.lower(table.name()));
            if (former == null) {
                diff.changes.add(new Change.CreateTable(table));
            } else {
                diff.compare(former, table);
            }
        }
        return List.copyOf(diff.changes);
    }

    /** What must change of virtual tables, views and triggers. */
    public static List<Change> ofObjects(Schema before, Schema after) {
        List<Change> changes = new ArrayList<>();
        Map<String, SchemaObject> wanted = new HashMap<>();
        after.objects().forEach(object -> wanted.put(object.key(), object));
        Map<String, SchemaObject> known = new HashMap<>();
        for (SchemaObject object : before.objects()) {
            known.put(object.key(), object);
            if (!wanted.containsKey(object.key())) {
                changes.add(new Change.DropObject(object));
            }
        }
        for (SchemaObject object : after.objects()) {
            SchemaObject former = known.get(object.key());
            if (former == null) {
                changes.add(new Change.CreateObject(object));
            } else if (!former.signature().equals(object.signature())) {
                changes.add(new Change.ChangeObject(former, object));
            }
        }
        return changes;
    }

    private void compare(TableSchema before, TableSchema after) {
        String table = after.name();
        for (ColumnSchema column : before.columns()) {
            if (after.column(column.name()).isEmpty()) {
                changes.add(new Change.DropColumn(table, column));
            }
        }
        for (ColumnSchema column : after.columns()) {
            Optional<ColumnSchema> former = before.column(column.name());
            if (former.isPresent()) {
                compare(table, former.get(), column);
            } else {
                changes.add(new Change.AddColumn(table, column));
            }
        }
        if (!signature(before).equals(signature(after))) {
            changes.add(new Change.ChangePrimaryKey(table, before.primaryKey(), after.primaryKey()));
        }
        minus(before.uniques(), after.uniques(), unique -> unique.signature())
                .forEach(unique -> changes.add(new Change.DropUnique(table, unique)));
        minus(after.uniques(), before.uniques(), unique -> unique.signature())
                .forEach(unique -> changes.add(new Change.AddUnique(table, unique)));
        minus(before.checks(), after.checks(), check -> check.expression())
                .forEach(check -> changes.add(new Change.DropCheck(table, check)));
        minus(after.checks(), before.checks(), check -> check.expression())
                .forEach(check -> changes.add(new Change.AddCheck(table, check)));
        minus(before.foreignKeys(), after.foreignKeys(), key -> key.signature())
                .forEach(key -> changes.add(new Change.DropForeignKey(table, key)));
        minus(after.foreignKeys(), before.foreignKeys(), key -> key.signature())
                .forEach(key -> changes.add(new Change.AddForeignKey(table, key)));
        minus(before.indexes(), after.indexes(), IndexSchema::signature)
                .forEach(index -> changes.add(new Change.DropIndex(table, index)));
        minus(after.indexes(), before.indexes(), IndexSchema::signature)
                .forEach(index -> changes.add(new Change.CreateIndex(table, index)));
        if (before.strict() != after.strict() || before.withoutRowid() != after.withoutRowid()) {
            changes.add(new Change.ChangeOptions(before, after));
        }
    }

    private void compare(String table, ColumnSchema before, ColumnSchema after) {
        if (!type(before).equals(type(after))) {
            changes.add(new Change.ChangeType(table, before, after));
        }
        if (before.notNull() != after.notNull()) {
            changes.add(new Change.ChangeNullability(table, before, after));
        }
        if (!before.defaultValue().equals(after.defaultValue())) {
            changes.add(new Change.ChangeDefault(table, before, after));
        }
        if (!before.collation().equals(after.collation())) {
            changes.add(new Change.ChangeCollation(table, before, after));
        }
        if (!before.generated().equals(after.generated())) {
            changes.add(new Change.ChangeGenerated(table, before, after));
        }
    }

    /** A type differs by its words, not by blanks between them. */
    private static String type(ColumnSchema column) {
        return SqlExpression.lower(column.type()).replace(" ", "");
    }

    private static String signature(TableSchema table) {
        return table.primaryKey().map(PrimaryKeySchema::signature).orElse("");
    }

    private static <T> List<T> minus(List<T> all, List<T> others, Function<T, String> signature) {
        if (all.equals(others)) {
            return List.of();
        }
        Set<String> known = others.stream().map(signature).collect(Collectors.toSet());
        return all.stream().filter(one -> !known.contains(signature.apply(one))).toList();
    }
}
