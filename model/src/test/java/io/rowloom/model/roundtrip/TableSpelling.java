package io.rowloom.model.roundtrip;

import static io.rowloom.model.roundtrip.ModelSpelling.columns;
import static io.rowloom.model.roundtrip.ModelSpelling.derived;
import static io.rowloom.model.roundtrip.Spelling.list;
import static io.rowloom.model.roundtrip.Spelling.mapping;
import static io.rowloom.model.roundtrip.Spelling.put;
import static io.rowloom.model.roundtrip.Spelling.putAll;
import static io.rowloom.model.roundtrip.Spelling.text;
import static io.rowloom.model.roundtrip.Spelling.texts;
import static io.rowloom.model.roundtrip.Spelling.word;

import io.rowloom.model.CheckConstraint;
import io.rowloom.model.Column;
import io.rowloom.model.ForeignKey;
import io.rowloom.model.FullText;
import io.rowloom.model.Index;
import io.rowloom.model.LintExemption;
import io.rowloom.model.PrimaryKey;
import io.rowloom.model.ReferentialAction;
import io.rowloom.model.Sample;
import io.rowloom.model.Table;
import io.rowloom.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** How a model says a table: each key that can stand at a column stands there or at the table. */
final class TableSpelling {
    private final Table table;
    private final Random random;
    private final ValueSpelling values;
    private final Map<String, Optional<List<String>>> keys;
    private final List<UniqueConstraint> uniques;
    private final List<ForeignKey> foreignKeys;
    private final boolean keyOfColumn;

    /**
     * Spells a table.
     *
     * @param keys the columns of the primary key of each table
     */
    TableSpelling(Table table, Map<String, Optional<List<String>>> keys, Random random) {
        this.table = table;
        this.keys = keys;
        this.random = random;
        this.values = new ValueSpelling(random);
        this.uniques = table.uniques().subList(0, countOf(table.uniques(), this::canStandAtColumn));
        this.foreignKeys = table.foreignKeys().subList(0, countOf(table.foreignKeys(), this::canStandAtColumn));
        PrimaryKey key = table.primaryKey().orElse(null);
        this.keyOfColumn = key != null && (key.autoIncrement() || key.columns().size() == 1 && random.nextInt(4) != 0);
    }

    /** How many are written at columns: those come first, so it is any number of the first that can be. */
    private <T> int countOf(List<T> constraints, Predicate<T> canStandAtColumn) {
        int count = 0;
        while (count < constraints.size() && canStandAtColumn.test(constraints.get(count)) && random.nextInt(4) != 0) {
            count++;
        }
        return count;
    }

    private boolean canStandAtColumn(UniqueConstraint unique) {
        int place = table.uniques().indexOf(unique);
        return unique.columns().size() == 1
                && unique.name().equals(derived("uq", table.name(), unique.columns()))
                && table.primaryKey().stream().noneMatch(key -> key.columns().equals(unique.columns()))
                && (place == 0 || position(table.uniques().get(place - 1).columns()) < position(unique.columns()));
    }

    private int position(List<String> columns) {
        return table.columns().indexOf(table.column(columns.get(0)).orElseThrow());
    }

    private boolean canStandAtColumn(ForeignKey key) {
        return key.columns().size() == 1 && key.name().equals(derived("fk", table.name(), key.columns()));
    }

    Map<String, Object> spelled(List<LintExemption> exemptions) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        put(yaml, "section", table.section());
        put(yaml, "description", table.description());
        putRecord(yaml);
        ModelSpelling.putJava(yaml, table.name(), table.javaName(), random);
        yaml.put("columns", mapping(table.columns(), Column::name, this::column));
        if (!keyOfColumn) {
            table.primaryKey().ifPresent(key -> yaml.put("primary_key", texts(key.columns())));
        }
        putAll(yaml, "foreign_keys", list(rest(table.foreignKeys(), foreignKeys), this::foreignKey));
        putAll(yaml, "unique", list(rest(table.uniques(), uniques), this::unique));
        putAll(yaml, "indexes", list(table.indexes(), this::index));
        List<CheckConstraint> checks = table.checks().stream()
                .filter(check -> check.column().isEmpty())
                .toList();
        putAll(yaml, "checks", list(checks, this::check));
        table.fullText().ifPresent(index -> yaml.put("full_text", fullText(index)));
        putAll(yaml, "samples", list(table.samples(), this::sample));
        flag(yaml, "without_rowid", table.withoutRowid());
        flag(yaml, "small", table.small());
        boolean adopted = table.columns().stream()
                .anyMatch(column -> !column.sqlType().orElse("TEXT").matches("ANY|TEXT|INTEGER"));
        if (!table.strict() && !adopted || random.nextInt(4) == 0) {
            yaml.put("strict", word(String.valueOf(table.strict())));
        }
        putAll(yaml, "lint_off", mapping(exemptions, known -> known.rule().id(), known -> text(known.reason())));
        put(yaml, "renamed_from", table.renamedFrom());
        return Spelling.shuffled(yaml, random);
    }

    private void putRecord(Map<String, Object> yaml) {
        boolean named = !table.recordName().equals(Names.derivedRecord(table.name())) || random.nextInt(5) == 0;
        if (table.ownTypes().isPresent() || named && random.nextInt(4) == 0) {
            Map<String, Object> record = new LinkedHashMap<>();
            if (named) {
                record.put("name", text(table.recordName()));
            }
            table.ownTypes().ifPresent(types -> {
                putAll(record, "implements", texts(types.interfaces()));
                putAll(record, "annotations", texts(types.annotations()));
            });
            yaml.put("record", Spelling.shuffled(record, random));
        } else if (named) {
            yaml.put("record", text(table.recordName()));
        }
    }

    private static <T> List<T> rest(List<T> all, List<T> first) {
        return all.subList(first.size(), all.size());
    }

    private void flag(Map<String, Object> yaml, String key, boolean value) {
        if (value || random.nextInt(10) == 0) {
            yaml.put(key, word(String.valueOf(value)));
        }
    }

    private Object column(Column column) {
        Map<String, Object> yaml = new ColumnSpelling(column, random).spelled();
        if (keyOfColumn && table.isPrimaryKey(column)) {
            yaml.put("primary_key", word(column.autoIncrement() ? "auto" : "true"));
        }
        if (uniques.stream().anyMatch(unique -> unique.columns().contains(column.name()))) {
            yaml.put("unique", word("true"));
        }
        foreignKeys.stream()
                .filter(key -> key.columns().contains(column.name()))
                .forEach(key -> putTarget(yaml, key));
        table.checks().stream()
                .filter(check -> check.column().equals(Optional.of(column.name())))
                .forEach(check -> yaml.put("check", text(check.expression())));
        boolean isShort = yaml.keySet().equals(Set.of("type")) && random.nextInt(4) != 0;
        return isShort ? yaml.get("type") : Spelling.shuffled(yaml, random);
    }

    private void putTarget(Map<String, Object> yaml, ForeignKey key) {
        yaml.put("references", target(key));
        putAction(yaml, "on_delete", key.onDelete());
        putAction(yaml, "on_update", key.onUpdate());
        flag(yaml, "deferrable", key.deferrable());
    }

    private void putAction(Map<String, Object> yaml, String key, ReferentialAction action) {
        if (action != ReferentialAction.NO_ACTION || random.nextInt(5) == 0) {
            yaml.put(key, text(action.sql().toLowerCase(Locale.ROOT)));
        }
    }

    /** The primary key needs no columns; names that have a part of the short forms within them need the long one. */
    private Object target(ForeignKey key) {
        String name = key.targetTable();
        boolean ofKey = keys.get(name).equals(Optional.of(key.targetColumns()));
        List<String> all = new ArrayList<>(key.targetColumns());
        all.add(name);
        boolean simple = all.stream().allMatch(part -> part.matches("[A-Za-z0-9_ -]+"));
        return switch (random.nextInt(4)) {
            case 0 -> ofKey ? text(name) : longTarget(key);
            case 1 ->
                simple && key.targetColumns().size() == 1
                        ? text(name + '.' + key.targetColumns().get(0))
                        : longTarget(key);
            case 2 -> simple ? text(name + '(' + String.join(", ", key.targetColumns()) + ')') : longTarget(key);
            default -> longTarget(key);
        };
    }

    private Map<String, Object> longTarget(ForeignKey key) {
        return Map.of("table", text(key.targetTable()), "columns", texts(key.targetColumns()));
    }

    private Map<String, Object> foreignKey(ForeignKey key) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        putName(yaml, key.name(), derived("fk", table.name(), key.columns()));
        yaml.put("columns", texts(key.columns()));
        putTarget(yaml, key);
        return Spelling.shuffled(yaml, random);
    }

    private boolean putName(Map<String, Object> yaml, String name, String derived) {
        boolean said = !name.equals(derived) || random.nextInt(4) == 0;
        if (said) {
            yaml.put("name", text(name));
        }
        return said;
    }

    private Object unique(UniqueConstraint unique) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        boolean named = putName(yaml, unique.name(), derived("uq", table.name(), unique.columns()));
        yaml.put("columns", texts(unique.columns()));
        return named || random.nextInt(4) == 0 ? yaml : yaml.get("columns");
    }

    private Object index(Index index) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        yaml.put("columns", list(index.parts(), this::part));
        String derived = columns(index.parts()).size() == index.parts().size()
                ? derived("idx", table.name(), columns(index.parts()))
                : "";
        putName(yaml, index.name(), derived);
        flag(yaml, "unique", index.unique());
        put(yaml, "where", index.where());
        boolean isShort = yaml.size() == 1 && random.nextInt(4) != 0;
        return isShort ? yaml.get("columns") : Spelling.shuffled(yaml, random);
    }

    private Object part(Index.Part part) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        if (part instanceof Index.ColumnPart column) {
            yaml.put("column", text(column.column()));
        } else {
            yaml.put("expression", text(((Index.ExpressionPart) part).expression()));
        }
        if (part.order() == Index.Order.DESCENDING || random.nextInt(5) == 0) {
            yaml.put("order", text(part.order() == Index.Order.DESCENDING ? "desc" : "asc"));
        }
        put(yaml, "collate", part.collation());
        boolean isShort = yaml.keySet().equals(Set.of("column")) && random.nextInt(4) != 0;
        return isShort ? yaml.get("column") : yaml;
    }

    private Map<String, Object> check(CheckConstraint check) {
        return Map.of("name", text(check.name()), "expression", text(check.expression()));
    }

    private Object fullText(FullText index) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        putName(yaml, index.name(), table.name() + "_fts");
        yaml.put("columns", texts(index.columns()));
        put(yaml, "tokenize", index.tokenizer());
        return yaml.size() == 1 && random.nextBoolean() ? yaml.get("columns") : yaml;
    }

    private Map<String, Object> sample(Sample sample) {
        return mapping(
                sample.values(),
                Sample.Value::column,
                value -> values.literal(
                        value.literal(),
                        table.column(value.column()).orElseThrow().type()));
    }
}
