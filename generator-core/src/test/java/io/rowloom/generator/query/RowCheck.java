package io.rowloom.generator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.query.QueryResult.ColumnPart;
import io.rowloom.generator.query.QueryResult.Composed;
import io.rowloom.generator.query.QueryResult.ResultColumn;
import io.rowloom.generator.query.QueryResult.RowPart;
import io.rowloom.generator.query.QueryResult.Scalar;
import io.rowloom.generator.query.QueryResult.Whole;
import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Timestamp;
import io.rowloom.model.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs a query on real rows and fails where one of them contradicts what was told of the query. */
final class RowCheck {
    private RowCheck() {}

    /** Checks every row of every statement that the query stands for; says how many there were. */
    static int check(Connection connection, AnalysedQuery query) throws SQLException {
        if (query.variants().isEmpty()) {
            return check(connection, query, query.sql(), query.parameters());
        }
        int rows = 0;
        for (QueryVariant variant : query.variants()) {
            List<QueryParameter> given = query.parameters().stream()
                    .filter(parameter ->
                            !parameter.optional() || variant.given().contains(parameter.name()))
                    .toList();
            rows += check(connection, query, variant.sql(), given);
        }
        return rows;
    }

    /** All rows of every statement that the query stands for, as texts; of a statement that gives none, how many it changes. */
    static List<List<String>> rows(Connection connection, AnalysedQuery query) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        List<String> statements = query.variants().isEmpty()
                ? List.of(query.sql())
                : query.variants().stream().map(QueryVariant::sql).toList();
        for (String sql : statements) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < statement.getParameterMetaData().getParameterCount(); i++) {
                    statement.setObject(i + 1, query.parameters().get(i).list() ? "[]" : null);
                }
                if (query.result().isEmpty()) {
                    rows.add(List.of(String.valueOf(statement.executeUpdate())));
                    continue;
                }
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        List<String> row = new ArrayList<>();
                        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                            row.add(result.getString(i));
                        }
                        rows.add(row);
                    }
                }
            }
        }
        return rows;
    }

    private static int check(Connection connection, AnalysedQuery query, String sql, List<QueryParameter> parameters)
            throws SQLException {
        int rows = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            assertEquals(parameters.size(), statement.getParameterMetaData().getParameterCount(), sql);
            for (int i = 0; i < parameters.size(); i++) {
                QueryParameter parameter = parameters.get(i);
                Object value = value(parameter.type());
                statement.setObject(
                        i + 1,
                        parameter.list()
                                ? (value instanceof String ? "[\"" + value + "\"]" : "[" + value + "]")
                                : value);
            }
            if (query.result().isEmpty()) {
                return statement.executeUpdate();
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows++;
                    row(query, query.result().get(), result);
                }
            }
        }
        if (query.rows() == QueryRows.ONE) {
            assertEquals(1, rows, query.query().name());
        }
        return rows;
    }

    private static Object value(ColumnType type) {
        if (type instanceof Timestamp timestamp) {
            return timestamp.format().isEpoch() ? (Object) 1_770_000_000L : "2026-01-26T12:00:00.000Z";
        }
        if (type instanceof ColumnType.Scalar scalar) {
            return switch (scalar) {
                case INTEGER, BIGINT -> 3;
                case REAL -> 2.5;
                case BOOLEAN -> 1;
                case BLOB -> new byte[] {1};
                default -> "a";
            };
        }
        return "active";
    }

    private static void row(AnalysedQuery query, QueryResult result, ResultSet row) throws SQLException {
        if (result instanceof Scalar scalar) {
            column(query, scalar.column(), row, 1);
        } else if (result instanceof Whole whole) {
            table(query, whole.table(), row, 1);
        } else {
            for (QueryResult.Part part : ((Composed) result).parts()) {
                if (part instanceof ColumnPart column) {
                    column(query, column.column(), row, column.index());
                } else {
                    RowPart whole = (RowPart) part;
                    if (!whole.nullable() || row.getObject(whole.presentIndex()) != null) {
                        table(query, whole.table(), row, whole.firstIndex());
                    }
                }
            }
        }
    }

    private static void table(AnalysedQuery query, Table table, ResultSet row, int first) throws SQLException {
        int index = first;
        for (Column column : table.columns()) {
            value(query, column.name(), column.type(), column.nullable(), row.getObject(index++));
        }
    }

    private static void column(AnalysedQuery query, ResultColumn column, ResultSet row, int index) throws SQLException {
        value(query, column.name(), column.type(), column.nullable(), row.getObject(index));
    }

    private static void value(AnalysedQuery query, String name, ColumnType type, boolean nullable, Object value) {
        String place = query.query().name() + '.' + name + " of\n" + query.sql();
        if (value == null) {
            assertTrue(nullable, () -> "NULL in the column that was told never to be: " + place);
            return;
        }
        assertNotNull(type, place);
        boolean fits = type instanceof ColumnType.Scalar scalar
                ? switch (scalar) {
                    case INTEGER -> value instanceof Integer;
                    case BIGINT -> value instanceof Integer || value instanceof Long;
                    case REAL -> value instanceof Number;
                    case BOOLEAN -> value.equals(0) || value.equals(1);
                    case BLOB -> value instanceof byte[];
                    default -> value instanceof String;
                }
                : type instanceof Timestamp timestamp && timestamp.format().isEpoch()
                        ? value instanceof Number
                        : value instanceof String;
        assertTrue(fits, () -> value + " is no " + type + ": " + place);
    }
}
