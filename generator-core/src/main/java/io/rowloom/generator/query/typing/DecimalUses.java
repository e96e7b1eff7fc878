package io.rowloom.generator.query.typing;

import io.rowloom.generator.query.tree.SqlValueTree;
import io.rowloom.generator.query.tree.SqlValueTree.Collate;
import io.rowloom.generator.query.tree.SqlValueTree.ColumnName;
import io.rowloom.model.ColumnType.Decimal;
import java.util.LinkedHashSet;
import java.util.Set;

/** The places where the order of decimals matters, which SQLite holds as text: there {@code 9.00} is more than {@code 10.00}. */
final class DecimalUses {
    private final Set<String> names = new LinkedHashSet<>();

    /** The columns, as the query calls them, in the order of first use; {@code a decimal} for what is none. */
    Set<String> names() {
        return names;
    }

    /** Notes an expression whose order matters, if its value is a decimal. */
    void ordered(SqlValueTree tree, Value value) {
        if (value.type().filter(Decimal.class::isInstance).isPresent()) {
            names.add(name(tree));
        }
    }

    private static String name(SqlValueTree tree) {
        if (tree instanceof Collate collate) {
            return name(collate.operand());
        }
        return tree instanceof ColumnName column ? '\'' + column.name() + '\'' : "a decimal";
    }
}
