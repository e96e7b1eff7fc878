package io.rowloom.generator.query.typing;

import io.rowloom.generator.query.tree.SqlValueTree;
import io.rowloom.generator.query.tree.SqlValueTree.*;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Looks into expressions, but not into the queries within them. */
final class Subtrees {
    private Subtrees() {}

    static boolean any(SqlValueTree tree, Predicate<SqlValueTree> test) {
        return test.test(tree) || of(tree).stream().anyMatch(child -> any(child, test));
    }

    private static List<SqlValueTree> of(SqlValueTree tree) {
        if (tree instanceof Unary unary) {
            return List.of(unary.operand());
        }
        if (tree instanceof Binary binary) {
            return List.of(binary.left(), binary.right());
        }
        if (tree instanceof NullTest test) {
            return List.of(test.operand());
        }
        if (tree instanceof Between between) {
            return List.of(between.operand(), between.low(), between.high());
        }
        if (tree instanceof InList list) {
            List<SqlValueTree> all = new ArrayList<>(list.values());
            all.add(list.operand());
            return all;
        }
        if (tree instanceof InQuery in) {
            return List.of(in.operand());
        }
        if (tree instanceof Cast cast) {
            return List.of(cast.operand());
        }
        if (tree instanceof Collate collate) {
            return List.of(collate.operand());
        }
        if (tree instanceof RowOf row) {
            return row.values();
        }
        List<SqlValueTree> all = new ArrayList<>();
        if (tree instanceof Case choice) {
            choice.operand().ifPresent(all::add);
            for (When when : choice.whens()) {
                all.add(when.condition());
                all.add(when.result());
            }
            choice.otherwise().ifPresent(all::add);
        }
        if (tree instanceof Call call) {
            all.addAll(call.arguments());
            call.filter().ifPresent(all::add);
            call.window().ifPresent(window -> all.addAll(window.values()));
        }
        return all;
    }
}
