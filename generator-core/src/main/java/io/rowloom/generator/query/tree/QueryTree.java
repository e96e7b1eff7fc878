package io.rowloom.generator.query.tree;

import java.util.List;
import java.util.Optional;

/**
 * A SELECT with all that belongs to it, see <a href="https://sqlite.org/lang_select.html">SELECT</a>.
 *
 * @param with common table expressions
 * @param first the first of its parts
 * @param others what is joined to it by UNION and the like
 * @param orderBy what it sorts by
 * @param limit LIMIT, then OFFSET
 */
public record QueryTree(
        List<WithTable> with, Core first, List<Compound> others, List<SqlValueTree> orderBy, List<SqlValueTree> limit) {
    public QueryTree {
        with = List.copyOf(with);
        others = List.copyOf(others);
        orderBy = List.copyOf(orderBy);
        limit = List.copyOf(limit);
    }

    /** A common table expression; {@code columns} is empty where it does not name them. */
    public record WithTable(String name, List<String> columns, QueryTree query) {
        public WithTable {
            columns = List.copyOf(columns);
        }
    }

    /** {@code UNION}, {@code UNION ALL}, {@code INTERSECT} or {@code EXCEPT} and what follows. */
    public record Compound(String operator, Core core) {}

    /** One SELECT or VALUES. */
    public sealed interface Core {}

    /** {@code VALUES (…), (…)}. */
    public record Values(List<List<SqlValueTree>> rows) implements Core {
        public Values {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** {@code SELECT …} up to its window definitions. */
    public record Select(
            List<Item> items,
            Optional<FromTree> from,
            Optional<SqlValueTree> where,
            List<SqlValueTree> groupBy,
            Optional<SqlValueTree> having)
            implements Core {
        public Select {
            items = List.copyOf(items);
            groupBy = List.copyOf(groupBy);
        }
    }

    /** One of the things that a SELECT or RETURNING gives. */
    public sealed interface Item {}

    /** {@code *}, or {@code t.*}. */
    public record Star(Optional<String> qualifier, int at) implements Item {}

    /** An expression, with its alias if it has one; {@code text} is its spelling. */
    public record Expression(SqlValueTree value, Optional<String> alias, String text) implements Item {}
}
