package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.schema.Affinity;
import io.rowloom.generator.schema.CheckSchema;
import io.rowloom.generator.schema.ColumnSchema;
import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.generator.schema.SqlToken;
import io.rowloom.generator.schema.SqlTokenizer;
import io.rowloom.generator.schema.TableSchema;
import io.rowloom.generator.sqlite.SqliteNames;
import io.rowloom.model.ColumnType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values, as SQL literals, that a column may hold: its default, what its checks speak of, and the odd ones of its type. */
final class Candidates {
    private static final List<String> TEXTS = List.of(
            "'plain'",
            "'it''s \"quoted\"; -- no comment'",
            "'line' || char(10) || 'break' || char(9) || 'tab'",
            "''",
            "'Ünïcödé 漢字'",
            "'0123'",
            "' 1.50 '",
            "'NULL'",
            "'{}'",
            "'2026-01-26T12:00:00.000Z'",
            "'" + "long ".repeat(60) + "'");
    private static final List<String> INTEGERS = List.of(
            "1", "0", "-1", "42", "2147483648", "-9223372036854775807", "9223372036854775806", "7", "1000", "3");
    private static final List<String> REALS = List.of("1.5", "0.0", "-2.25", "1e300", "-1e-300", "3.0", "0.1", "100.0");
    private static final List<String> BLOBS =
            List.of("x'00ff'", "x''", "x'27223b0a'", "x'01'", "x'0203'", "x'deadbeef'", "x'7f'");
    /** Numbers of rows; the largest would leave an AUTOINCREMENT table without a next one. */
    private static final List<String> ROWIDS = List.of("1", "2", "5", "1000", "-3", "77", "78", "79", "80", "81");

    private final ScratchDatabase database;

    Candidates(ScratchDatabase database) {
        this.database = database;
    }

    /** Values that pass the column's checks, as far as these speak of the column alone; NULL is not among them. */
    List<String> of(TableSchema table, ColumnSchema column) throws SQLException {
        return of(table, column, Optional.empty());
    }

    /**
     * The same for a column of which the model knows the type: values that the type can hold. Only where the checks refuse them
     * all is anything else tried.
     */
    List<String> of(TableSchema table, ColumnSchema column, Optional<ColumnType> type) throws SQLException {
        Set<String> values = new LinkedHashSet<>();
        List<String> conditions = new ArrayList<>();
        for (CheckSchema check : table.checks()) {
            if (SqlExpression.mentions(check.expression(), column.name())) {
                addLiterals(check.expression(), column, values);
                if (table.columns().stream()
                        .noneMatch(other -> !other.name().equals(column.name())
                                && SqlExpression.mentions(check.expression(), other.name()))) {
                    conditions.add(check.expression());
                }
            }
        }
        boolean rowid = table.rowidColumn().filter(column::equals).isPresent();
        if (type.isPresent() && !rowid) {
            List<String> wellFormed = WellFormedValues.of(type.get(), column.affinity());
            Set<String> known = new LinkedHashSet<>(values);
            known.removeIf(literal -> !isLike(literal, wellFormed, type.get()));
            known.addAll(wellFormed);
            List<String> fitting = wellFormed.isEmpty() ? List.of() : fitting(List.copyOf(known), column, conditions);
            if (!fitting.isEmpty()) {
                return fitting;
            }
        }
        values.addAll(rowid ? ROWIDS : ofType(column.type()));
        return fitting(List.copyOf(values), column, conditions);
    }

    /** Whether what a check speaks of is of the type: a number, or a text that differs from a well-formed one by digits. */
    private static boolean isLike(String literal, List<String> wellFormed, ColumnType type) {
        if (type == ColumnType.Scalar.BOOLEAN || type instanceof ColumnType.Enumeration) {
            return wellFormed.contains(literal);
        }
        String shape = shape(literal);
        return literal.indexOf('\'') < 0
                || wellFormed.stream().anyMatch(value -> shape(value).equals(shape));
    }

    private static String shape(String literal) {
        return literal.replaceAll("[0-9]", "0");
    }

    private static List<String> ofType(String type) {
        List<String> values = new ArrayList<>();
        switch (type.equalsIgnoreCase("ANY") ? Affinity.BLOB : Affinity.of(type)) {
            case TEXT -> values.addAll(TEXTS);
            case INTEGER -> values.addAll(INTEGERS);
            case REAL -> values.addAll(REALS);
            case NUMERIC -> {
                values.addAll(INTEGERS);
                values.addAll(REALS);
            }
            case BLOB -> values.addAll(BLOBS);
        }
        return values;
    }

    /** Strings and numbers of a condition, and the neighbours of numbers: a limit is passed on one side of it. */
    private static void addLiterals(String expression, ColumnSchema column, Set<String> values) {
        boolean text = column.affinity() == Affinity.TEXT || column.affinity() == Affinity.BLOB;
        boolean number = column.affinity() != Affinity.TEXT;
        Set<String> neighbours = new LinkedHashSet<>();
        for (SqlToken token : SqlTokenizer.tokens(expression)) {
            if (token.kind() == SqlToken.Kind.STRING && text
                    || token.kind() == SqlToken.Kind.BLOB && column.affinity() == Affinity.BLOB) {
                values.add(token.text());
            } else if (token.kind() == SqlToken.Kind.NUMBER) {
                if (number) {
                    values.add(token.text());
                    neighbours.add("(" + token.text() + " + 1)");
                    neighbours.add("(" + token.text() + " - 1)");
                }
                if (text) {
                    // The number may be a length.
                    neighbours.add("printf('%.*c', " + token.text() + ", 'x')");
                }
            }
        }
        values.addAll(neighbours);
    }

    private List<String> fitting(List<String> values, ColumnSchema column, List<String> conditions)
            throws SQLException {
        if (conditions.isEmpty()) {
            return values;
        }
        StringBuilder query = new StringBuilder("WITH candidate (place, value) AS (VALUES ");
        for (int i = 0; i < values.size(); i++) {
            query.append(i == 0 ? "(" : ", (")
                    .append(i)
                    .append(", ")
                    .append(values.get(i))
                    .append(')');
        }
        query.append("), fitted AS (SELECT place, CAST(value AS ")
                .append(castType(column))
                .append(") AS ");
        query.append(SqliteNames.quote(column.name())).append(" FROM candidate) SELECT place FROM fitted WHERE 1");
        conditions.forEach(
                condition -> query.append(" AND coalesce((").append(condition).append("), 1)"));
        List<String> fitting = new ArrayList<>();
        for (String place : database.texts(query.append(" ORDER BY place").toString())) {
            fitting.add(values.get(Integer.parseInt(place)));
        }
        return fitting;
    }

    private static String castType(ColumnSchema column) {
        return column.type().isEmpty() || column.type().equalsIgnoreCase("ANY") ? "BLOB" : column.type();
    }
}
