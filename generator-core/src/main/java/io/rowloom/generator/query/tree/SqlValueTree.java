package io.rowloom.generator.query.tree;

import java.util.List;
import java.util.Optional;

/** An expression, see <a href="https://sqlite.org/lang_expr.html">SQL Language Expressions</a>. */
public sealed interface SqlValueTree {

    /** The offset of its first character in the statement, or of its operator. */
    int at();

    /** What a literal is. */
    enum ConstantKind {
        NULL,
        WHOLE,
        REAL,
        TEXT,
        BLOB,
        BOOLEAN,
        CURRENT_DATE,
        CURRENT_TIME,
        CURRENT_TIMESTAMP
    }

    /** A literal; {@code text} is what a string holds, and the spelling of everything else. */
    record Constant(ConstantKind kind, String text, int at) implements SqlValueTree {}

    /** {@code :name}, without its colon. */
    record Parameter(String name, int at) implements SqlValueTree {}

    /** {@code t.name} or {@code name}. */
    record ColumnName(Optional<String> qualifier, String name, int at) implements SqlValueTree {}

    /** {@code -}, {@code +}, {@code ~} or {@code NOT} before an operand. */
    record Unary(String operator, SqlValueTree operand, int at) implements SqlValueTree {}

    /** Two operands; the operator in upper case, {@code <>}, {@code AND}, {@code IS NOT}, {@code LIKE}, {@code NOT LIKE}. */
    record Binary(String operator, SqlValueTree left, SqlValueTree right, int at) implements SqlValueTree {}

    /** {@code IS NULL} and {@code IS NOT NULL} in all their spellings. */
    record NullTest(SqlValueTree operand, boolean negated, int at) implements SqlValueTree {}

    /** {@code BETWEEN}. */
    record Between(SqlValueTree operand, SqlValueTree low, SqlValueTree high, boolean negated, int at)
            implements SqlValueTree {}

    /** {@code IN (a, b)}. */
    record InList(SqlValueTree operand, List<SqlValueTree> values, boolean negated, int at) implements SqlValueTree {
        public InList {
            values = List.copyOf(values);
        }
    }

    /** {@code IN (SELECT …)}. */
    record InQuery(SqlValueTree operand, QueryTree query, boolean negated, int at) implements SqlValueTree {}

    /** {@code EXISTS (SELECT …)}. */
    record Exists(QueryTree query, int at) implements SqlValueTree {}

    /** A query in the place of a value. */
    record Subquery(QueryTree query, int at) implements SqlValueTree {}

    /** {@code CASE}. */
    record Case(Optional<SqlValueTree> operand, List<When> whens, Optional<SqlValueTree> otherwise, int at)
            implements SqlValueTree {
        public Case {
            whens = List.copyOf(whens);
        }
    }

    /** {@code WHEN … THEN …}. */
    record When(SqlValueTree condition, SqlValueTree result) {}

    /** {@code CAST(… AS type)}. */
    record Cast(SqlValueTree operand, String type, int at) implements SqlValueTree {}

    /** {@code … COLLATE name}. */
    record Collate(SqlValueTree operand, int at) implements SqlValueTree {}

    /** A call; {@code window} says of one with {@code OVER} what is known of its window. */
    record Call(
            String name,
            List<SqlValueTree> arguments,
            boolean star,
            Optional<SqlValueTree> filter,
            Optional<Window> window,
            int at)
            implements SqlValueTree {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** What {@code OVER} says: the values it sorts and groups by, and whether its frame may leave out the row itself. */
    record Window(List<SqlValueTree> values, boolean mayBeEmpty) {
        public Window {
            values = List.copyOf(values);
        }
    }

    /** A row value, {@code (a, b)}. */
    record RowOf(List<SqlValueTree> values, int at) implements SqlValueTree {
        public RowOf {
            values = List.copyOf(values);
        }
    }
}
