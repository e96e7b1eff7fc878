package io.rowloom.generator.query.typing;

import io.rowloom.generator.query.tree.SqlValueTree;
import io.rowloom.generator.query.tree.SqlValueTree.Call;
import io.rowloom.generator.query.tree.SqlValueTree.Case;
import io.rowloom.generator.query.tree.SqlValueTree.Collate;
import io.rowloom.generator.query.tree.SqlValueTree.Constant;
import io.rowloom.generator.query.tree.SqlValueTree.ConstantKind;
import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Enumeration;
import io.rowloom.model.EnumType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The literals that stand where a word of an enum belongs and are none: compared, they find nothing; stored, the CHECK of the
 * column refuses them.
 */
final class EnumWords {
    private final TreeMap<Integer, StrangeWord> strange = new TreeMap<>();

    /** Those that were found, in the order in which they stand. */
    List<StrangeWord> strange() {
        return List.copyOf(strange.values());
    }

    /** Looks at values that are equal or not; those of a column without a CHECK can be other words, and a COLLATE other letters. */
    void compared(List<SqlValueTree> trees, List<Value> values) {
        if (trees.stream().anyMatch(Collate.class::isInstance)) {
            return;
        }
        for (Value value : values) {
            if (value.type().orElse(null) instanceof Enumeration enumeration && enumeration.check()) {
                trees.forEach(tree -> literal(tree, enumeration.type()));
                return;
            }
        }
    }

    /** Looks at what becomes the value of a column. */
    void stored(SqlValueTree tree, Optional<ColumnType> column) {
        if (column.orElse(null) instanceof Enumeration enumeration) {
            stored(tree, enumeration.type());
        }
    }

    private void stored(SqlValueTree tree, EnumType type) {
        if (tree instanceof Case choice) {
            choice.whens().forEach(when -> stored(when.result(), type));
            choice.otherwise().ifPresent(otherwise -> stored(otherwise, type));
        } else if (tree instanceof Call call && Set.of("coalesce", "ifnull").contains(call.name())) {
            call.arguments().forEach(argument -> stored(argument, type));
        } else {
            literal(tree, type);
        }
    }

    private void literal(SqlValueTree tree, EnumType type) {
        if (tree instanceof Constant constant
                && constant.kind() == ConstantKind.TEXT
                && type.members().stream().noneMatch(member -> member.value().equals(constant.text()))) {
            strange.put(constant.at(), new StrangeWord(constant.text(), constant.at(), type));
        }
    }
}
