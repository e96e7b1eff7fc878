package io.rowloom.generator.migration.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A schema drawn at random, which can be changed at random; columns and tables keep their identity through renames. */
final class RandomSchema {
    private static final List<String> TYPES = List.of("TEXT", "INTEGER", "REAL", "BLOB");
    private static final List<String> ODD_NAMES =
            List.of("order", "it's", "say \"hi\"", "Ünï", "a b", "group", "t", "rowid2");

    static final class Column {
        final int id;
        String name;
        String type = "TEXT";
        boolean notNull;

        @Nullable
        String defaultValue;

        @Nullable
        String check;

        @Nullable
        String collation;

        @Nullable
        String generated;

        boolean unique;
        /** The table that it refers to, if it does. */
        @Nullable
        Table target;

        String action = "";

        Column(int id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    static final class Table {
        final int id;
        String name;
        String key = "INTEGER PRIMARY KEY";
        boolean strict;
        boolean withoutRowid;
        final List<Column> columns = new ArrayList<>();
        final List<List<Column>> uniques = new ArrayList<>();
        final List<List<Column>> indexes = new ArrayList<>();
        final List<Column[]> checks = new ArrayList<>();

        Table(int id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    final List<Table> tables = new ArrayList<>();
    final Map<String, String> renamedTables = new HashMap<>();
    final Map<String, Map<String, String>> renamedColumns = new HashMap<>();
    private final Random random;
    private int next = 1;

    RandomSchema(Random random) {
        this.random = random;
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            addTable();
        }
    }

    private RandomSchema(RandomSchema other) {
        this.random = other.random;
        this.next = other.next;
        Map<Table, Table> copies = new HashMap<>();
        for (Table table : other.tables) {
            Table copy = new Table(table.id, table.name);
            copies.put(table, copy);
            tables.add(copy);
        }
        for (Table table : other.tables) {
            copy(table, copies);
        }
    }

    private static void copy(Table table, Map<Table, Table> copies) {
        Table copy = copies.get(table);
        copy.key = table.key;
        copy.strict = table.strict;
        copy.withoutRowid = table.withoutRowid;
        Map<Column, Column> columns = new HashMap<>();
        for (Column column : table.columns) {
            Column twin = new Column(column.id, column.name);
            twin.type = column.type;
            twin.notNull = column.notNull;
            twin.defaultValue = column.defaultValue;
            twin.check = column.check;
            twin.collation = column.collation;
            twin.generated = column.generated;
            twin.unique = column.unique;
            twin.target = column.target == null ? null : copies.get(column.target);
            twin.action = column.action;
            columns.put(column, twin);
            copy.columns.add(twin);
        }
        table.uniques.forEach(unique -> copy.uniques.add(
                new ArrayList<>(unique.stream().map(columns::get).toList())));
        table.indexes.forEach(index -> copy.indexes.add(
                new ArrayList<>(index.stream().map(columns::get).toList())));
        table.checks.forEach(check -> copy.checks.add(new Column[] {columns.get(check[0]), columns.get(check[1])}));
    }

    /** Another schema that came from this one by a few changes, with the renames among them. */
    RandomSchema changed() {
        RandomSchema changed = new RandomSchema(this);
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            changed.change();
        }
        for (Table table : changed.tables) {
            for (Table former : tables) {
                if (former.id == table.id) {
                    changed.noteRenames(former, table);
                }
            }
        }
        return changed;
    }

    private void noteRenames(Table former, Table table) {
        if (!former.name.equals(table.name)) {
            renamedTables.put(table.name, former.name);
        }
        Map<String, String> names = new HashMap<>();
        for (Column column : table.columns) {
            for (Column old : former.columns) {
                if (old.id == column.id && !old.name.equals(column.name)) {
                    names.put(column.name, old.name);
                }
            }
        }
        renamedColumns.put(table.name, names);
    }

    private String name(String prefix) {
        int number = next++;
        return random.nextInt(6) == 0 ? ODD_NAMES.get(random.nextInt(ODD_NAMES.size())) + number : prefix + number;
    }

    private void addTable() {
        Table table = new Table(next++, name("table"));
        table.strict = random.nextInt(3) > 0;
        table.key = List.of(
                        "INTEGER PRIMARY KEY",
                        "INTEGER PRIMARY KEY AUTOINCREMENT",
                        "INTEGER NOT NULL PRIMARY KEY",
                        "TEXT NOT NULL PRIMARY KEY",
                        "TEXT NOT NULL PRIMARY KEY")
                .get(random.nextInt(5));
        table.withoutRowid = table.key.startsWith("TEXT") && random.nextInt(3) == 0;
        tables.add(table);
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            addColumn(table);
        }
        if (random.nextInt(2) == 0) {
            table.indexes.add(List.of(table.columns.get(random.nextInt(table.columns.size()))));
        }
    }

    private void addColumn(Table table) {
        Column column = new Column(next++, name("col"));
        column.type = pick(TYPES);
        column.notNull = random.nextInt(2) == 0;
        if (random.nextInt(2) == 0) {
            column.defaultValue = defaultOf(column.type);
        }
        switch (random.nextInt(10)) {
            case 0 -> {
                column.target = pick(tables);
                column.type = column.target.key.startsWith("TEXT") ? "TEXT" : "INTEGER";
                column.defaultValue = null;
                column.action = pick(List.of(
                        "",
                        " ON DELETE CASCADE",
                        " ON DELETE SET NULL",
                        " ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED"));
            }
            case 1 -> {
                column.type = "TEXT";
                column.check = "IN ('a', 'b;', 'it''s', '')";
                column.defaultValue = random.nextInt(2) == 0 ? "'a'" : null;
            }
            case 2 -> {
                column.type = "INTEGER";
                column.check = ">= 0";
                column.defaultValue = random.nextInt(2) == 0 ? "0" : null;
            }
            case 3 -> {
                column.unique = true;
                column.defaultValue = null;
            }
            case 4 -> column.collation = "NOCASE";
            case 5 -> {
                column.generated = random.nextInt(2) == 0 ? "STORED" : "VIRTUAL";
                column.defaultValue = null;
                column.notNull = false;
                column.type = "TEXT";
            }
            default -> {}
        }
        table.columns.add(column);
    }

    private String defaultOf(String type) {
        return switch (type) {
            case "TEXT" -> pick(List.of("'x'", "'it''s; \"q\"'", "(strftime('%Y', 'now'))", "''"));
            case "INTEGER" -> pick(List.of("0", "-1", "(1 + 1)", "42"));
            case "REAL" -> pick(List.of("0.5", "-1.25"));
            default -> pick(List.of("x'00ff'", "x''"));
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void change() {
        if (tables.isEmpty()) {
            addTable();
            return;
        }
        Table table = pick(tables);
        Column column = table.columns.isEmpty() ? null : pick(table.columns);
        switch (random.nextInt(16)) {
            case 0 -> addTable();
            case 1 -> {
                if (tables.size() > 1) {
                    dropTable(table);
                }
            }
            case 2 -> table.name = name("renamed");
            case 3, 4 -> addColumn(table);
            default -> {
                if (column != null) {
                    change(table, column);
                }
            }
        }
    }

    private void change(Table table, Column column) {
        switch (random.nextInt(14)) {
            case 0, 1 -> column.name = name("renamed");
            case 2, 3 -> dropColumn(table, column);
            case 4 -> {
                if (column.generated == null && column.target == null && column.check == null) {
                    column.type = pick(TYPES);
                    column.defaultValue = null;
                }
            }
            case 5 -> column.notNull = column.generated == null && !column.notNull;
            case 6 ->
                column.defaultValue = column.generated != null || column.target != null || column.check != null
                        ? column.defaultValue
                        : defaultOf(column.type);
            case 7 -> column.unique = column.generated == null && !column.unique && !isConstant(column);
            case 8 -> column.collation = column.collation == null ? "NOCASE" : null;
            case 9 -> {
                if (table.indexes.isEmpty()) {
                    table.indexes.add(List.of(column));
                } else {
                    table.indexes.remove(0);
                }
            }
            case 10 -> {
                Column other = pick(table.columns);
                if (table.uniques.isEmpty() && other != column && !isConstant(column) && !isConstant(other)) {
                    table.uniques.add(List.of(column, other));
                } else {
                    table.uniques.clear();
                }
            }
            case 11 -> {
                if (column.type.equals("TEXT") && column.check != null) {
                    column.check = pick(List.of("IN ('a', 'b;')", "IN ('a', 'b;', 'it''s', '', 'more')", "<> 'zzz'"));
                } else {
                    column.check = null;
                }
            }
            case 12 -> table.strict = !table.strict;
            default -> {
                Column other = pick(table.columns);
                if (table.checks.isEmpty()) {
                    table.checks.add(new Column[] {column, other});
                } else {
                    table.checks.clear();
                }
            }
        }
    }

    /** A computed column here depends on the table's key and is as good as unique; others may be equal by their default. */
    private static boolean isConstant(Column column) {
        return column.generated != null;
    }

    private void dropTable(Table table) {
        tables.remove(table);
        for (Table other : tables) {
            for (Column column : other.columns) {
                if (column.target == table) {
                    column.target = null;
                    column.action = "";
                }
            }
        }
    }

    private void dropColumn(Table table, Column column) {
        if (table.columns.size() == 1) {
            return;
        }
        table.columns.remove(column);
        table.uniques.removeIf(unique -> unique.contains(column));
        table.indexes.removeIf(index -> index.contains(column));
        table.checks.removeIf(check -> check[0] == column || check[1] == column);
    }

    List<String> ddl() {
        List<String> ddl = new ArrayList<>();
        for (Table table : tables) {
            StringJoiner lines =
                    new StringJoiner(",\n  ", "CREATE TABLE " + quote(table.name) + " (\n  ", "\n)" + options(table));
            lines.add("\"id\" " + table.key);
            table.columns.forEach(column -> lines.add(column(column)));
            table.uniques.forEach(unique -> lines.add("UNIQUE (" + names(unique) + ")"));
            table.checks.forEach(check -> lines.add("CONSTRAINT \"ck\" CHECK (" + quote(check[0].name)
                    + " IS NOT 'never' OR " + quote(check[1].name) + " IS NULL)"));
            ddl.add(lines.toString());
            table.indexes.forEach(
                    index -> ddl.add("CREATE INDEX " + quote("idx_" + table.name + "_" + index.get(0).name) + " ON "
                            + quote(table.name) + " (" + names(index) + ")"));
        }
        return ddl;
    }

    private static String options(Table table) {
        StringJoiner options = new StringJoiner(", ", " ", "").setEmptyValue("");
        if (table.strict) {
            options.add("STRICT");
        }
        if (table.withoutRowid) {
            options.add("WITHOUT ROWID");
        }
        return options.toString();
    }

    private static String column(Column column) {
        StringBuilder sql = new StringBuilder(quote(column.name)).append(' ').append(column.type);
        if (column.generated != null) {
            sql.append(" GENERATED ALWAYS AS ('computed ' || \"id\") ").append(column.generated);
            return sql.toString();
        }
        sql.append(column.notNull ? " NOT NULL" : "");
        sql.append(column.defaultValue == null ? "" : " DEFAULT " + column.defaultValue);
        sql.append(column.collation == null ? "" : " COLLATE " + column.collation);
        sql.append(column.unique ? " UNIQUE" : "");
        sql.append(column.check == null ? "" : " CHECK (" + quote(column.name) + " " + column.check + ")");
        if (column.target != null) {
            sql.append(" REFERENCES ")
                    .append(quote(column.target.name))
                    .append(" (\"id\")")
                    .append(column.action);
        }
        return sql.toString();
    }

    private static String names(List<Column> columns) {
        return String.join(
                ", ", columns.stream().map(column -> quote(column.name)).toList());
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
