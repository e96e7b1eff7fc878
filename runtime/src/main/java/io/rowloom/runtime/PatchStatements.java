package io.rowloom.runtime;

import java.util.Arrays;
import java.util.StringJoiner;

/**
 * The statements that patch the rows for which a condition holds, one for each set of columns that a patch concerns.
 *
 * <p>Only what changes is written: SQLite would renew the entry of an index even for a value that stays the same.
 */
final class PatchStatements {
    /** How many are remembered; a program has a few patches of each kind, and one that has more makes statements anew. */
    private static final int KEPT = 64;

    /** What is done to the rows. */
    enum Kind {
        /** They are changed. */
        UPDATE,
        /** They are changed and returned. */
        UPDATE_RETURNING,
        /** Those that are as the patch expects are returned, in order, up to a limit that is the last parameter. */
        SELECT
    }

    private final SqlTable table;
    private final String where;
    private final int parameters;
    private final String orderBy;
    private volatile Form[] forms = {};
    private int next;

    /** A statement with the form of the patches that it is for. */
    private record Form(Kind kind, short[] codes, SqlStatement statement) {
        /** Those that return rows are of claims, several of which patch by one key; errors name the one that was called. */
        boolean serves(Kind other, String operation, SqlChanges changes) {
            return kind == other
                    && changes.hasForm(codes)
                    && (kind != Kind.UPDATE_RETURNING || statement.operation().equals(operation));
        }
    }

    /**
     * Patches rows of a table.
     *
     * @param where {@code WHERE} and a condition with parameters {@code ?1}, {@code ?2} and so on
     * @param orderBy the order in which rows are selected, {@code ORDER BY …} or empty
     */
    PatchStatements(SqlTable table, String where, String orderBy) {
        this.table = table;
        this.where = where;
        this.parameters = ParameterNames.of(where).size();
        this.orderBy = orderBy;
    }

    /** The statement for the columns of a patch; {@code operation} is the method that runs it. */
    SqlStatement of(Kind kind, String operation, SqlChanges changes) {
        for (Form form : forms) {
            if (form.serves(kind, operation, changes)) {
                return form.statement;
            }
        }
        return make(kind, operation, changes);
    }

    private synchronized SqlStatement make(Kind kind, String operation, SqlChanges changes) {
        for (Form form : forms) {
            if (form.serves(kind, operation, changes)) {
                return form.statement;
            }
        }
        short[] codes = changes.form();
        SqlStatement statement = SqlStatement.write(table.name(), operation, text(kind, codes));
        Form[] more = Arrays.copyOf(forms, Math.min(forms.length + 1, KEPT));
        more[next] = new Form(kind, codes, statement);
        next = (next + 1) % KEPT;
        forms = more;
        return statement;
    }

    /** Binds the parameters of the condition and the values of a patch. */
    SqlBinder binder(SqlBinder condition, SqlChanges changes) {
        return bound -> {
            condition.bind(bound);
            changes.bind(bound, parameters);
        };
    }

    /** As {@link #binder}, for a selection of at most {@code limit} rows. */
    SqlBinder binder(SqlBinder condition, SqlChanges changes, int limit) {
        return bound -> {
            condition.bind(bound);
            int expected = changes.bindExpected(bound, parameters);
            bound.integer(parameters + expected + 1, limit);
        };
    }

    private String text(Kind kind, short[] codes) {
        StringJoiner set = new StringJoiner(", ");
        StringBuilder expected = new StringBuilder(where);
        int parameter = parameters;
        for (short code : codes) {
            String name = SqlTable.quote(table.columns().get((code >> SqlChanges.SHIFT) - 1));
            int operation = code & SqlChanges.OPERATION;
            if (operation < SqlChanges.SET) {
                String is = operation == SqlChanges.EXPECT ? " IS ?" : " <= ?";
                expected.append(" AND t.").append(name).append(is).append(++parameter);
            } else if (kind != Kind.SELECT) {
                set.add(name + " = " + value("t." + name, operation, "?" + ++parameter));
            }
        }
        if (kind == Kind.SELECT) {
            return "SELECT " + table.columns("t") + '\n' + table.from() + expected + orderBy + "\nLIMIT ?"
                    + (parameter + 1);
        }
        if (set.length() == 0) {
            // A patch that changes nothing tells whether there is a row that is as it expects.
            String name = SqlTable.quote(table.columns().get(0));
            set.add(name + " = t." + name);
        }
        return "UPDATE " + SqlTable.quote(table.name()) + " AS t\nSET " + set + expected
                + (kind == Kind.UPDATE ? "" : SqlTable.returning(table.columns()));
    }

    /** What a column gets. SQLite has no numbers of 32 bits, so a sum of more is made an error by what always is one. */
    private static String value(String column, int operation, String parameter) {
        boolean orZero = operation > SqlChanges.ADD_INT;
        // The parameter follows the name of its column, by which errors call it.
        String sum = orZero ? parameter + " + coalesce(" + column + ", 0)" : column + " + " + parameter;
        return switch (orZero ? operation - SqlChanges.OR_ZERO : operation) {
            case SqlChanges.SET -> parameter;
            case SqlChanges.ADD -> sum;
            default ->
                "CASE WHEN " + sum + " BETWEEN -2147483648 AND 2147483647 THEN " + sum
                        + " ELSE abs(-9223372036854775807 - 1) END";
        };
    }
}
