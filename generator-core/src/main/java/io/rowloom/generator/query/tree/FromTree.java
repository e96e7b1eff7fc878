package io.rowloom.generator.query.tree;

import java.util.List;
import java.util.Optional;

/** What stands behind FROM. */
public sealed interface FromTree {

    /** How two sides are joined. */
    enum JoinKind {
        INNER,
        LEFT,
        RIGHT,
        FULL
    }

    /** A table, view or common table expression by its name; {@code alias} is what the query calls it. */
    record Named(String name, String alias, int at) implements FromTree {}

    /** A table-valued function, {@code json_each(…)}. */
    record Function(String name, List<SqlValueTree> arguments, String alias, int at) implements FromTree {
        public Function {
            arguments = List.copyOf(arguments);
        }
    }

    /** A query in parentheses; {@code alias} is empty where it has none. */
    record Derived(QueryTree query, String alias) implements FromTree {}

    /** Two sides; at most one of {@code on}, {@code using} and {@code natural} is there. */
    record Join(
            JoinKind kind,
            FromTree left,
            FromTree right,
            Optional<SqlValueTree> on,
            List<String> using,
            boolean natural)
            implements FromTree {
        public Join {
            using = List.copyOf(using);
        }
    }
}
