package io.rowloom.generator.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the schema of a SQLite database: names, types, nullability and defaults from its pragmas, the rest from the CREATE
 * statements that it keeps. Where the two disagree it stops instead of guessing.
 *
 * @see <a href="https://sqlite.org/schematab.html">The Schema Table</a>
 */
public final class SqliteIntrospector {
    private record StoredTable(String name, String sql, boolean strict, boolean withoutRowid) {}

    private record PragmaColumn(
            String name, String type, boolean notNull, Optional<String> defaultValue, int keyPlace) {}

    private final Connection connection;

    private SqliteIntrospector(Connection connection) {
        this.connection = connection;
    }

    /** Reads the main database of a connection. */
    public static Schema read(Connection connection) throws SQLException {
        return new SqliteIntrospector(connection).read();
    }

    private Schema read() throws SQLException {
        Map<String, StoredTable> stored = new LinkedHashMap<>();
        List<SchemaObject> virtualTables = new ArrayList<>();
        readTables(stored, virtualTables);
        Map<String, List<PragmaColumn>> columns = readColumns();
        Map<String, List<IndexSchema>> indexes = readIndexes();

        List<TableSchema> tables = new ArrayList<>();
        for (StoredTable table : stored.values()) {
            tables.add(table(
                    table,
                    columns.getOrDefault(table.name(), List.of()),
                    indexes.getOrDefault(SqlExpression.lower(table.name()), List.of())));
        }
        return new Schema(
                withTargets(tables),
                virtualTables,
                objects(SchemaObject.Kind.VIEW),
                objects(SchemaObject.Kind.TRIGGER));
    }

    private void readTables(Map<String, StoredTable> tables, List<SchemaObject> virtualTables) throws SQLException {
        String query = """
                SELECT m.name, m.sql, l.type, l.strict, l.wr FROM sqlite_schema m
                JOIN pragma_table_list l ON l.schema = 'main' AND l.name = m.name
                WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!' AND l.type IN ('table', 'virtual')
                ORDER BY m.rowid""";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                String name = rows.getString(1);
                if (rows.getString(3).equals("virtual")) {
                    virtualTables.add(new SchemaObject(SchemaObject.Kind.VIRTUAL_TABLE, name, name, rows.getString(2)));
                } else {
                    tables.put(name, new StoredTable(name, rows.getString(2), rows.getBoolean(4), rows.getBoolean(5)));
                }
            }
        }
    }

    private Map<String, List<PragmaColumn>> readColumns() throws SQLException {
        Map<String, List<PragmaColumn>> columns = new HashMap<>();
        String query = """
                SELECT m.name, x.name, x.type, x."notnull", x.dflt_value, x.pk FROM sqlite_schema m
                JOIN pragma_table_xinfo(m.name) x
                WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY m.rowid, x.cid""";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                columns.computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
                        .add(new PragmaColumn(
                                rows.getString(2),
                                rows.getString(3),
                                rows.getBoolean(4),
                                Optional.ofNullable(rows.getString(5)),
                                rows.getInt(6)));
            }
        }
        return columns;
    }

    private Map<String, List<IndexSchema>> readIndexes() throws SQLException {
        Map<String, List<IndexSchema>> indexes = new HashMap<>();
        String query = "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
                + " ORDER BY rowid";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                String table = rows.getString(2);
                indexes.computeIfAbsent(SqlExpression.lower(table), name -> new ArrayList<>())
                        .add(CreateIndexReader.read(rows.getString(3), rows.getString(1), table));
            }
        }
        return indexes;
    }

    private List<SchemaObject> objects(SchemaObject.Kind kind) throws SQLException {
        List<SchemaObject> objects = new ArrayList<>();
        String query =
                "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = '" + kind.word() + "' ORDER BY rowid";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                objects.add(new SchemaObject(kind, rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return objects;
    }

    private static TableSchema table(StoredTable table, List<PragmaColumn> pragma, List<IndexSchema> indexes) {
        CreateTableReader text = CreateTableReader.read(table.sql(), table.name());
        if (text.columns.size() != pragma.size()) {
            throw disagreement(table, "columns " + text.columns.keySet());
        }
        List<ColumnSchema> columns = new ArrayList<>();
        int keyColumns = 0;
        for (PragmaColumn column : pragma) {
            CreateTableReader.ColumnText more = text.columns.get(SqlExpression.lower(column.name()));
            if (more == null) {
                throw disagreement(table, "column " + column.name());
            }
            keyColumns += column.keyPlace() > 0 ? 1 : 0;
            columns.add(new ColumnSchema(
                    column.name(),
                    column.type(),
                    column.notNull(),
                    column.defaultValue()
                            .map(value -> defaultValue(value, table))
                            .filter(value -> !value.equals("null")),
                    more.collation(),
                    more.generated(),
                    more.sql()));
        }
        if (keyColumns != text.primaryKey.map(key -> key.parts().size()).orElse(0)) {
            throw disagreement(table, "primary key");
        }
        return new TableSchema(
                table.name(),
                columns,
                text.primaryKey,
                text.uniques,
                text.checks,
                text.foreignKeys,
                indexes,
                table.strict(),
                table.withoutRowid(),
                table.sql());
    }

    /** A plus sign says nothing, and TRUE and FALSE are 1 and 0, see <a href="https://sqlite.org/lang_expr.html">3</a>. */
    private static String defaultValue(String value, StoredTable table) {
        String canonical = SqlExpression.canonical(value, table.name());
        if (canonical.startsWith("+ ")) {
            canonical = canonical.substring(2);
        }
        return switch (canonical) {
            case "true" -> "1";
            case "false" -> "0";
            default -> canonical;
        };
    }

    private static IllegalStateException disagreement(StoredTable table, String what) {
        return new IllegalStateException(
                "the text of table " + table.name() + " was not understood (" + what + "): " + table.sql());
    }

    /** Foreign keys that name no target columns mean the target's primary key. */
    private static List<TableSchema> withTargets(List<TableSchema> tables) {
        Map<String, TableSchema> byName = new HashMap<>();
        tables.forEach(table -> byName.put(SqlExpression.lower(table.name()), table));
        return tables.stream().map(table -> withTargets(table, byName)).toList();
    }

    private static TableSchema withTargets(TableSchema table, Map<String, TableSchema> byName) {
        if (table.foreignKeys().stream().noneMatch(key -> key.targetColumns().isEmpty())) {
            return table;
        }
        List<ForeignKeySchema> keys = new ArrayList<>();
        for (ForeignKeySchema key : table.foreignKeys()) {
            List<String> target = Optional.ofNullable(byName.get(SqlExpression.lower(key.targetTable())))
                    .flatMap(TableSchema::primaryKey)
                    .map(primary ->
                            primary.parts().stream().map(KeyPart::column).toList())
                    .orElse(List.of());
            keys.add(
                    key.targetColumns().isEmpty()
                            ? new ForeignKeySchema(
                                    key.name(),
                                    key.column(),
                                    key.columns(),
                                    key.targetTable(),
                                    target,
                                    key.onDelete(),
                                    key.onUpdate(),
                                    key.deferred())
                            : key);
        }
        return table.withForeignKeys(keys);
    }
}
