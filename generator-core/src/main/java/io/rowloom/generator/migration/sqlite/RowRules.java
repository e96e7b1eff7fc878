package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.diff.Renames;
import io.rowloom.generator.diff.Renames.Rename;
import io.rowloom.generator.migration.MigrationIntent;
import io.rowloom.generator.migration.TypeChange;
import io.rowloom.generator.schema.Affinity;
import io.rowloom.generator.schema.CheckSchema;
import io.rowloom.generator.schema.ColumnSchema;
import io.rowloom.generator.schema.ForeignKeySchema;
import io.rowloom.generator.schema.IndexSchema;
import io.rowloom.generator.schema.KeyPart;
import io.rowloom.generator.schema.PrimaryKeySchema;
import io.rowloom.generator.schema.Schema;
import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.generator.schema.TableSchema;
import io.rowloom.generator.schema.UniqueSchema;
import io.rowloom.generator.sqlite.SqliteNames;
import io.rowloom.model.ColumnType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What rows of the former schema must satisfy so that a migration has to keep them: its own constraints and, since every
 * hazard was acknowledged by now, those of the new schema in the former names. Of unique constraints, only those are told that
 * the former tables do not have.
 */
final class RowRules {
    private final Schema before;
    private final Schema after;
    private final MigrationIntent intent;
    private final boolean byHand;
    /** Former names of tables by present name, both in lower case for the key. */
    private final Map<String, String> tables = new HashMap<>();

    private RowRules(Schema before, Schema after, MigrationIntent intent, boolean byHand) {
        this.byHand = byHand;
        this.before = before;
        this.after = after;
        this.intent = intent;
        for (Rename rename : intent.renames().ofTables(before, after)) {
            tables.put(SqlExpression.lower(rename.to()), rename.from());
        }
    }

    /**
     * The rules.
     *
     * @param byHand whether a person wrote how values are converted, and so may have turned texts into numbers of moments
     */
    static Schema of(Schema before, Schema after, MigrationIntent intent, boolean byHand) {
        RowRules rules = new RowRules(before, after, intent, byHand);
        List<TableSchema> merged = new ArrayList<>();
        for (TableSchema table : before.tables()) {
            merged.add(rules.successor(table)
                    .map(next -> rules.merged(table, next))
                    .orElse(withoutUniques(table)));
        }
        return new Schema(merged, before.virtualTables(), before.views(), before.triggers());
    }

    /** The rows that the user gave as far as the former schema can hold them, by former name of the table in lower case. */
    static Map<String, List<Map<String, String>>> samples(Schema before, Schema after, MigrationIntent intent) {
        RowRules rules = new RowRules(before, after, intent, false);
        Map<String, List<Map<String, String>>> samples = new HashMap<>();
        for (TableSchema table : before.tables()) {
            rules.successor(table).ifPresent(next -> {
                Map<String, String> names = columns(intent.renames(), table, next);
                List<Map<String, String>> rows = new ArrayList<>();
                for (Map<String, String> row :
                        intent.samples().getOrDefault(SqlExpression.lower(next.name()), List.of())) {
                    Map<String, String> former = new HashMap<>();
                    row.forEach((column, value) -> {
                        String name = names.get(SqlExpression.lower(column));
                        if (name != null) {
                            former.put(SqlExpression.lower(name), value);
                        }
                    });
                    rows.add(former);
                }
                samples.put(SqlExpression.lower(table.name()), rows);
            });
        }
        return samples;
    }

    /** What columns of the former schema hold, as far as they are in the model, by former names in lower case. */
    static Map<String, Map<String, ColumnType>> types(Schema before, Schema after, MigrationIntent intent) {
        RowRules rules = new RowRules(before, after, intent, false);
        Map<String, Map<String, ColumnType>> types = new HashMap<>();
        for (TableSchema table : before.tables()) {
            rules.successor(table).ifPresent(next -> {
                Map<String, ColumnType> former = new HashMap<>();
                columns(intent.renames(), table, next)
                        .forEach((column, name) -> rules.type(next, column)
                                .ifPresent(type -> former.put(SqlExpression.lower(name), type)));
                types.put(SqlExpression.lower(table.name()), former);
            });
        }
        return types;
    }

    private Optional<ColumnType> type(TableSchema now, String column) {
        return Optional.ofNullable(intent.types()
                .getOrDefault(SqlExpression.lower(now.name()), Map.of())
                .get(SqlExpression.lower(column)));
    }

    private String former(String table) {
        return tables.getOrDefault(SqlExpression.lower(table), table);
    }

    private Optional<TableSchema> successor(TableSchema table) {
        return after.tables().stream()
                .filter(next -> former(next.name()).equalsIgnoreCase(table.name()))
                .findFirst();
    }

    /** Former names of a table's columns by present name in lower case; new columns are missing. */
    static Map<String, String> columns(Renames renames, TableSchema former, TableSchema now) {
        Map<String, String> names = new HashMap<>();
        now.columns()
                .forEach(column -> former.column(column.name())
                        .ifPresent(same -> names.put(SqlExpression.lower(column.name()), same.name())));
        for (Rename rename : renames.ofColumns(former, now)) {
            names.put(SqlExpression.lower(rename.to()), rename.from());
        }
        return names;
    }

    private TableSchema merged(TableSchema former, TableSchema now) {
        Map<String, String> names = columns(intent.renames(), former, now);
        List<CheckSchema> checks = new ArrayList<>(former.checks());
        for (CheckSchema check : now.checks()) {
            boolean known = now.columns().stream()
                    .filter(column -> SqlExpression.mentions(check.expression(), column.name()))
                    .allMatch(column -> names.containsKey(SqlExpression.lower(column.name())));
            if (known) {
                String expression = SqlExpression.renamed(check.expression(), names);
                checks.add(new CheckSchema(check.name(), Optional.empty(), expression));
            }
        }
        Map<String, ColumnSchema> columns = new HashMap<>();
        for (ColumnSchema column : now.columns()) {
            String name = names.get(SqlExpression.lower(column.name()));
            boolean hasValue = column.defaultValue().isPresent()
                    || column.generated().isPresent()
                    || intent.backfill(now.name(), column.name()).isPresent();
            if (name != null) {
                // Several rows with NULL would get one default, which a key forbids; that too was accepted.
                boolean differs = column.generated().isEmpty()
                        && intent.backfill(now.name(), column.name()).isEmpty()
                        && isInKey(now, column);
                columns.put(name, merged(now, former.column(name).orElseThrow(), column, hasValue && !differs));
            } else if (column.notNull()
                    && !hasValue
                    && now.rowidColumn().filter(column::equals).isEmpty()) {
                // Whoever accepts that nothing says a value for existing rows says that there are none.
                checks.add(new CheckSchema(Optional.empty(), Optional.empty(), "0"));
            }
        }
        if (now.strict() && !former.strict()) {
            columns.values().forEach(column -> storedType(column).ifPresent(checks::add));
        }
        List<ForeignKeySchema> keys = new ArrayList<>(former.foreignKeys());
        for (ForeignKeySchema key : now.foreignKeys()) {
            if (!names.keySet()
                    .containsAll(
                            key.columns().stream().map(SqlExpression::lower).toList())) {
                continue;
            }
            List<String> own = key.columns().stream()
                    .map(name -> names.get(SqlExpression.lower(name)))
                    .toList();
            target(key)
                    .ifPresentOrElse(
                            target -> keys.add(new ForeignKeySchema(
                                    key.name(),
                                    Optional.empty(),
                                    own,
                                    former(key.targetTable()),
                                    target,
                                    key.onDelete(),
                                    key.onUpdate(),
                                    key.deferred())),
                            () -> checks.add(new CheckSchema(
                                    Optional.empty(), Optional.empty(), SqliteNames.quote(own.get(0)) + " IS NULL")));
        }
        List<UniqueSchema> uniques = uniques(former, now, names);
        if (uniques.removeIf(unique -> unique.parts().isEmpty())) {
            // Equal in every row by its default: whoever accepts that says that there is at most one.
            String rows = "(SELECT count(*) FROM " + SqliteNames.quote(former.name()) + ") <= 1";
            checks.add(new CheckSchema(Optional.empty(), Optional.empty(), rows));
        }
        return new TableSchema(
                former.name(),
                former.columns().stream()
                        .map(column -> columns.getOrDefault(column.name(), column))
                        .toList(),
                former.primaryKey(),
                uniques,
                checks,
                keys,
                former.indexes(),
                former.strict(),
                former.withoutRowid(),
                former.sql());
    }

    /** The former names of the columns that a key refers to; empty if its table is new and so holds no row. */
    private Optional<List<String>> target(ForeignKeySchema key) {
        Optional<TableSchema> now = after.table(key.targetTable());
        Optional<TableSchema> former = before.table(former(key.targetTable()));
        if (now.isEmpty() || former.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> names = columns(intent.renames(), former.get(), now.get());
        List<String> columns = key.targetColumns().stream()
                .filter(name -> names.containsKey(SqlExpression.lower(name)))
                .map(name -> names.get(SqlExpression.lower(name)))
                .toList();
        return columns.size() == key.targetColumns().size() ? Optional.of(columns) : Optional.empty();
    }

    private ColumnSchema merged(TableSchema table, ColumnSchema former, ColumnSchema now, boolean hasValue) {
        boolean converted = byHand
                && former.affinity() == Affinity.TEXT
                && type(table, now.name())
                        .filter(ColumnType.Timestamp.class::isInstance)
                        .isPresent();
        // Values that must survive a narrower type are of that type already.
        String type = converted || TypeChange.isLossless(former, now) ? former.type() : now.type();
        return new ColumnSchema(
                former.name(),
                type,
                former.notNull() || now.notNull() && !hasValue,
                former.defaultValue(),
                former.collation(),
                former.generated(),
                former.sql());
    }

    private static boolean isInKey(TableSchema table, ColumnSchema column) {
        return table.uniques().stream().anyMatch(unique -> unique.has(column.name()))
                || table.primaryKey().stream()
                        .anyMatch(key -> columnNames(key.parts()).contains(column.name()))
                || table.indexes().stream().anyMatch(index -> index.unique() && index.mentions(column.name()));
    }

    /** What a strict table takes as it is; elsewhere a BLOB column also holds texts and numbers, and so on. */
    private static Optional<CheckSchema> storedType(ColumnSchema column) {
        if (column.type().equalsIgnoreCase("ANY")
                || column.affinity() == Affinity.NUMERIC
                || column.generated().isPresent()) {
            return Optional.empty();
        }
        String type = column.affinity().name().toLowerCase(Locale.ROOT);
        String expression = "typeof(" + SqliteNames.quote(column.name()) + ") IN ('" + type + "', 'null')";
        return Optional.of(new CheckSchema(Optional.empty(), Optional.empty(), expression));
    }

    /** Unique constraints that the engine holds rows to anyway need not be said: each costs an index. */
    private static TableSchema withoutUniques(TableSchema table) {
        return new TableSchema(
                table.name(),
                table.columns(),
                table.primaryKey(),
                List.of(),
                table.checks(),
                table.foreignKeys(),
                table.indexes(),
                table.strict(),
                table.withoutRowid(),
                table.sql());
    }

    /** Whether the former table has a key over the same columns, compared in the same way. */
    private static boolean isKnown(TableSchema former, TableSchema now, List<String> columns, List<KeyPart> parts) {
        List<String> names = parts.stream().map(KeyPart::column).toList();
        for (int i = 0; i < columns.size() && i < names.size(); i++) {
            Optional<String> collation = now.column(columns.get(i)).flatMap(ColumnSchema::collation);
            if (!former.column(names.get(i)).flatMap(ColumnSchema::collation).equals(collation)) {
                return false;
            }
        }
        return Stream.concat(
                        former.uniques().stream().map(UniqueSchema::parts),
                        former.primaryKey().stream().map(PrimaryKeySchema::parts))
                .filter(key -> key.stream().allMatch(part -> part.collation().isEmpty()))
                .map(RowRules::columnNames)
                .anyMatch(key -> columns.size() == names.size() && key.equals(names));
    }

    /** Those that the former table does not have. */
    private static List<UniqueSchema> uniques(TableSchema former, TableSchema now, Map<String, String> names) {
        List<UniqueSchema> uniques = new ArrayList<>();
        Stream<List<String>> keys = Stream.of(
                        now.uniques().stream().map(UniqueSchema::parts).map(RowRules::columnNames),
                        now.primaryKey().stream()
                                .filter(key -> now.rowidColumn().isEmpty())
                                .map(key -> columnNames(key.parts())),
                        now.indexes().stream().filter(IndexSchema::unique).map(index -> columnNames(now, index)))
                .flatMap(stream -> stream);
        keys.forEach(columns -> {
            List<KeyPart> parts = columns.stream()
                    .filter(name -> names.containsKey(SqlExpression.lower(name)))
                    .map(name -> new KeyPart(
                            names.get(SqlExpression.lower(name)),
                            now.column(name).flatMap(ColumnSchema::collation),
                            false))
                    .toList();
            boolean nullable = columns.stream()
                    .anyMatch(name -> !names.containsKey(SqlExpression.lower(name))
                            && now.column(name)
                                    .filter(column -> !column.notNull()
                                            && column.defaultValue().isEmpty()
                                            && column.generated().isEmpty())
                                    .isPresent());
            if (!nullable && !isKnown(former, now, columns, parts)) {
                uniques.add(new UniqueSchema(Optional.empty(), parts, Optional.empty()));
            }
        });
        return uniques;
    }

    private static List<String> columnNames(List<KeyPart> parts) {
        return parts.stream().map(KeyPart::column).toList();
    }

    /** The columns that an index speaks of: rows that differ there are more than it asks for, never less. */
    private static List<String> columnNames(TableSchema table, IndexSchema index) {
        List<String> names = new ArrayList<>();
        for (ColumnSchema column : table.columns()) {
            if (index.parts().stream().anyMatch(part -> SqlExpression.mentions(part, column.name()))) {
                names.add(column.name());
            }
        }
        return names;
    }
}
