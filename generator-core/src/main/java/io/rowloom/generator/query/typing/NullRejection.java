package io.rowloom.generator.query.typing;

import io.rowloom.generator.query.tree.SqlValueTree;
import io.rowloom.generator.query.tree.SqlValueTree.*;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns that are not NULL in any row for which a condition is true: {@code state = 'active'} is not true of a NULL.
 *
 * <p>This is what SQLite makes an outer join an inner one by, see <a
 * href="https://sqlite.org/optoverview.html#the_outer_join_strength_reduction_optimization">strength reduction</a>.
 */
final class NullRejection {
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=");
    private static final Set<String> STRICT =
            Set.of("+", "-", "*", "/", "%", "||", "&", "|", "<<", ">>", "LIKE", "GLOB", "NOT LIKE", "NOT GLOB");

    private record SourceColumn(Source source, String column) {}

    private NullRejection() {}

    /** Tells the sources what the condition says of rows that pass it. */
    static void apply(SqlValueTree condition, Scope scope) {
        for (SourceColumn found : whenTrue(condition, scope)) {
            found.source().notNull(found.column());
        }
    }

    private static Set<SourceColumn> whenTrue(SqlValueTree tree, Scope scope) {
        if (tree instanceof Binary binary) {
            if (binary.operator().equals("AND")) {
                Set<SourceColumn> both = whenTrue(binary.left(), scope);
                both.addAll(whenTrue(binary.right(), scope));
                return both;
            }
            if (binary.operator().equals("OR")) {
                Set<SourceColumn> either = whenTrue(binary.left(), scope);
                either.retainAll(whenTrue(binary.right(), scope));
                return either;
            }
            if (COMPARISONS.contains(binary.operator())) {
                Set<SourceColumn> both = whenKnown(binary.left(), scope);
                both.addAll(whenKnown(binary.right(), scope));
                return both;
            }
            return binary.operator().equals("IS")
                            && binary.right() instanceof Constant constant
                            && constant.kind() != ConstantKind.NULL
                    ? whenKnown(binary.left(), scope)
                    : whenKnown(tree, scope);
        }
        if (tree instanceof NullTest test) {
            return test.negated() ? whenKnown(test.operand(), scope) : new HashSet<>();
        }
        if (tree instanceof Unary unary && unary.operator().equals("NOT")) {
            return unary.operand() instanceof NullTest test && !test.negated()
                    ? whenKnown(test.operand(), scope)
                    : whenKnown(unary.operand(), scope);
        }
        if (tree instanceof Between between) {
            Set<SourceColumn> all = whenKnown(between.operand(), scope);
            if (!between.negated()) {
                all.addAll(whenKnown(between.low(), scope));
                all.addAll(whenKnown(between.high(), scope));
            }
            return all;
        }
        if (tree instanceof InList list) {
            // NULL NOT IN () is true.
            return list.negated() ? new HashSet<>() : whenKnown(list.operand(), scope);
        }
        if (tree instanceof InQuery in) {
            return in.negated() ? new HashSet<>() : whenKnown(in.operand(), scope);
        }
        return whenKnown(tree, scope);
    }

    /** The columns that are not NULL where the expression is not. */
    private static Set<SourceColumn> whenKnown(SqlValueTree tree, Scope scope) {
        Set<SourceColumn> found = new HashSet<>();
        if (tree instanceof ColumnName name) {
            // A name that USING merged is of neither table.
            if (name.qualifier().isPresent() || scope.merged(name.name()).isEmpty()) {
                scope.source(name.qualifier(), name.name())
                        .ifPresent(source -> found.add(new SourceColumn(source, name.name())));
            }
        } else if (tree instanceof Unary unary) {
            return whenKnown(unary.operand(), scope);
        } else if (tree instanceof Collate collate) {
            return whenKnown(collate.operand(), scope);
        } else if (tree instanceof Cast cast) {
            return whenKnown(cast.operand(), scope);
        } else if (tree instanceof Binary binary
                && (STRICT.contains(binary.operator()) || COMPARISONS.contains(binary.operator()))) {
            for (SqlValueTree operand : List.of(binary.left(), binary.right())) {
                found.addAll(whenKnown(operand, scope));
            }
        }
        return found;
    }
}
