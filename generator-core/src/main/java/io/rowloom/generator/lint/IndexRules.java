package io.rowloom.generator.lint;

import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.generator.sqlite.SqliteNames;
import io.rowloom.model.ForeignKey;
import io.rowloom.model.Index;
import io.rowloom.model.LintRule;
import io.rowloom.model.Location;
import io.rowloom.model.Table;
import io.rowloom.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Compares the indexes of a table with each other and with its foreign keys. */
final class IndexRules {
    private final Table table;
    private final List<Ordered> all = new ArrayList<>();
    private final List<Finding> found = new ArrayList<>();

    /**
     * An index as far as it matters whether another one does the same: of a key, a constraint or its own.
     *
     * @param what how a message names it
     * @param columns the columns by which it is ordered, up to the first part that is none
     * @param parts everything by which it is ordered, with direction and collation
     * @param unique whether it is there for more than searching
     * @param where the condition of a partial index
     * @param own whether it can be left out
     */
    private record Ordered(
            String what,
            List<String> columns,
            List<String> parts,
            boolean unique,
            Optional<String> where,
            boolean own,
            Location location) {}

    private IndexRules(Table table) {
        this.table = table;
        table.primaryKey()
                .ifPresent(key -> all.add(new Ordered(
                        "the primary key",
                        key.columns(),
                        key.columns(),
                        true,
                        Optional.empty(),
                        false,
                        key.location())));
        for (UniqueConstraint unique : table.uniques()) {
            all.add(new Ordered(
                    "the unique constraint '" + unique.name() + '\'',
                    unique.columns(),
                    unique.columns(),
                    true,
                    Optional.empty(),
                    false,
                    unique.location()));
        }
        for (Index index : table.indexes()) {
            all.add(ordered(index));
        }
    }

    static List<Finding> of(Table table) {
        IndexRules rules = new IndexRules(table);
        rules.compareIndexes();
        rules.lookAtForeignKeys();
        return rules.found;
    }

    private static Ordered ordered(Index index) {
        List<String> columns = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        boolean plain = true;
        for (Index.Part part : index.parts()) {
            String name = part instanceof Index.ColumnPart column
                    ? column.column()
                    : '(' + ((Index.ExpressionPart) part).expression().strip() + ')';
            plain &= part instanceof Index.ColumnPart && part.collation().isEmpty();
            if (plain) {
                columns.add(name);
            }
            parts.add(name
                    + part.collation().map(collation -> " " + collation).orElse("")
                    + (part.order() == Index.Order.DESCENDING ? " desc" : ""));
        }
        return new Ordered(
                "the index '" + index.name() + '\'',
                columns,
                parts,
                index.unique(),
                index.where().map(String::strip),
                true,
                index.location());
    }

    private void compareIndexes() {
        for (int i = 0; i < all.size(); i++) {
            Ordered index = all.get(i);
            for (int j = 0; index.own && j < all.size(); j++) {
                Ordered other = all.get(j);
                boolean same = i != j && other.parts.equals(index.parts) && other.where.equals(index.where);
                // Of two that are alike, the later one is too many; one that keeps rows apart never is.
                if (same && (index.unique ? other.unique && j < i : other.unique || j < i)) {
                    add(LintRule.DUPLICATE_INDEX, index, "is over the same as " + other.what, "leave it out");
                    break;
                }
                if (i != j && !same && !index.unique && index.where.isEmpty() && isBeginning(index, other)) {
                    add(
                            LintRule.REDUNDANT_INDEX,
                            index,
                            "is the beginning of " + other.what + ", which serves the same searches",
                            "leave it out: each write has to keep it up");
                    break;
                }
            }
        }
    }

    private static boolean isBeginning(Ordered index, Ordered other) {
        return other.where.isEmpty()
                && other.parts.size() > index.parts.size()
                && other.parts.subList(0, index.parts.size()).equals(index.parts);
    }

    private void add(LintRule rule, Ordered index, String message, String suggestion) {
        found.add(new Finding(rule, table.name(), index.location, index.what + ' ' + message, suggestion));
    }

    /**
     * Whether an index has every row that can refer to one. SQLite looks for values of the key, so it may use a partial index
     * that only leaves out NULL in it, see <a href="https://sqlite.org/partialindex.html">Partial Indexes</a>, 3.
     */
    private static boolean findsValues(Ordered index, ForeignKey key) {
        return index.where
                .map(condition -> key.columns().stream()
                        .anyMatch(column -> SqlExpression.canonical(condition, "")
                                .equals(SqlExpression.canonical(SqliteNames.quote(column) + " IS NOT NULL", ""))))
                .orElse(true);
    }

    private void lookAtForeignKeys() {
        if (table.small()) {
            return;
        }
        for (ForeignKey key : table.foreignKeys()) {
            boolean served = false;
            for (Ordered index : all) {
                int size = key.columns().size();
                served |= findsValues(index, key)
                        && index.columns.size() >= size
                        && new HashSet<>(index.columns.subList(0, size)).containsAll(key.columns());
            }
            if (!served) {
                String columns = String.join(", ", key.columns());
                found.add(new Finding(
                        LintRule.UNINDEXED_FOREIGN_KEY,
                        table.name(),
                        key.location(),
                        "no index serves the foreign key '" + key.name() + "' of '" + table.name() + '\'',
                        "deleting a row of '" + key.targetTable() + "' reads all of '" + table.name()
                                + "'; "
                                + (table.indexes().isEmpty()
                                        ? "write indexes: [[" + columns + "]]"
                                        : "add [" + columns + "] to the indexes of '" + table.name() + '\'')));
            }
        }
    }
}
