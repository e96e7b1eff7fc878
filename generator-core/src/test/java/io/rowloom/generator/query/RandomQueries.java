package io.rowloom.generator.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes SELECTs over tables and views of the same columns: whole numbers a and b, texts c and d, a real e. */
final class RandomQueries {
    static final List<String> TABLES = List.of("t", "u", "v");

    private final Random random;
    private final List<String> sources;
    private int names;

    /** Takes the names of the tables and views to read from. */
    RandomQueries(Random random, List<String> sources) {
        this.random = random;
        this.sources = sources;
    }

    /** A SELECT that can be a view like the tables; one of its columns may be of no certain type. */
    String view() {
        List<String> aliases = new ArrayList<>();
        String from = from(aliases);
        List<String> items = new ArrayList<>();
        for (char column : "abcde".toCharArray()) {
            char type = column < 'c' ? 'n' : column < 'e' ? 's' : 'r';
            items.add((random.nextInt(3) == 0 ? value(type, aliases, 1) : column(aliases, column)) + " AS " + column);
        }
        String where = random.nextInt(2) == 0 ? " WHERE " + condition(aliases, 2) : "";
        return "SELECT " + String.join(", ", items) + " FROM " + from + where;
    }

    /** A SELECT with conditions on {@code :p} and {@code :q} that may be left out, and a place for an order. */
    String optionalQuery() {
        List<String> aliases = new ArrayList<>();
        String from = from(aliases);
        List<String> items = new ArrayList<>();
        for (int i = 1; i <= 1 + random.nextInt(4); i++) {
            items.add(value(pick("n", "n", "s", "r", "o").charAt(0), aliases, 1) + " AS n" + i);
        }
        List<String> conditions = new ArrayList<>();
        conditions.add(column(aliases, pick("a", "b").charAt(0)) + pick(" = ", " >= ", " <> ") + ":p");
        conditions.add(column(aliases, pick("c", "d").charAt(0)) + pick(" = ", " LIKE ") + ":q");
        if (random.nextBoolean()) {
            conditions.add(random.nextInt(3), "(" + condition(aliases, 1) + ")");
        }
        return "SELECT " + String.join(", ", items) + " FROM " + from + " WHERE " + String.join(" AND ", conditions)
                + " ORDER BY :order";
    }

    String query() {
        return switch (random.nextInt(8)) {
            case 0 -> select(2, 2) + pick(" UNION ", " UNION ALL ", " INTERSECT ", " EXCEPT ") + select(2, 2);
            case 1 ->
                "WITH w AS (" + select(3, 3) + ") SELECT w.*, x.b AS xb FROM w " + pick("", "LEFT ", "RIGHT ", "FULL ")
                        + "JOIN u x ON x.a = w.n1";
            case 2 ->
                "WITH RECURSIVE r(i, n) AS (SELECT a, b FROM t UNION SELECT i + 1, " + pick("n", "i", "n + i", "NULL")
                        + " FROM r WHERE i < 5) SELECT i, n FROM r";
            default -> select(1 + random.nextInt(4), 0);
        };
    }

    /** A SELECT of so many columns, named n1, n2, …; the first is a whole number and the second a text where asked for. */
    private String select(int columns, int typed) {
        List<String> aliases = new ArrayList<>();
        String from = from(aliases);
        boolean grouped = random.nextInt(4) == 0;
        boolean aggregate = grouped || random.nextInt(5) == 0;
        String key = column(aliases, "abcd".charAt(random.nextInt(4)));
        List<String> items = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            char type = i <= typed
                    ? (i == 2 ? 's' : 'n')
                    : pick("n", "n", "s", "r", "o").charAt(0);
            String value = aggregate && random.nextInt(4) > 0 ? aggregate(type, aliases) : value(type, aliases, 2);
            items.add(value + " AS n" + i);
        }
        String where = random.nextInt(2) == 0 ? " WHERE " + condition(aliases, 2) : "";
        return "SELECT " + (random.nextInt(6) == 0 ? "DISTINCT " : "") + String.join(", ", items) + " FROM " + from
                + where + (grouped ? " GROUP BY " + key + (random.nextInt(3) == 0 ? " HAVING COUNT(*) > 0" : "") : "");
    }

    private String from(List<String> aliases) {
        StringBuilder from = new StringBuilder(source(aliases));
        for (int joins = random.nextInt(4); joins > 0; joins--) {
            String before = aliases.get(random.nextInt(aliases.size()));
            if (random.nextInt(6) == 0) {
                List<String> inner = new ArrayList<>();
                String first = source(inner);
                String second = source(inner);
                from.append(kind())
                        .append("JOIN (")
                        .append(first)
                        .append(kind())
                        .append("JOIN ")
                        .append(second)
                        .append(" ON ")
                        .append(inner.get(0))
                        .append(".a = ")
                        .append(inner.get(1))
                        .append(".a) ON ")
                        .append(before)
                        .append(".b = ")
                        .append(inner.get(random.nextInt(2)))
                        .append(".a");
                aliases.addAll(inner);
                continue;
            }
            String right = source(aliases);
            String alias = aliases.get(aliases.size() - 1);
            from.append(kind())
                    .append("JOIN ")
                    .append(right)
                    .append(" ON ")
                    .append(before)
                    .append(pick(".a = ", ".b = "))
                    .append(alias)
                    .append(pick(".a", ".b"));
            if (random.nextInt(3) == 0) {
                from.append(" AND ").append(condition(List.of(before, alias), 1));
            }
        }
        return from.toString();
    }

    private String kind() {
        return pick(" ", " LEFT ", " LEFT ", " RIGHT ", " FULL ", " INNER ");
    }

    private String source(List<String> aliases) {
        String alias = "x" + ++names;
        aliases.add(alias);
        String table = sources.get(random.nextInt(sources.size()));
        return switch (random.nextInt(7)) {
            case 0 ->
                "(SELECT a, b, c, d, e FROM " + table + pick("", " WHERE b IS NOT NULL", " LIMIT 2") + ") " + alias;
            case 1 ->
                "(SELECT y.a AS a, z.b AS b, y.c AS c, z.c AS d, y.e AS e FROM " + table
                        + " y LEFT JOIN u z ON z.a = y.b) " + alias;
            case 2 ->
                "(SELECT a, MAX(b) AS b, MIN(c) AS c, MAX(d) AS d, SUM(e) AS e FROM " + table + pick(" GROUP BY a", "")
                        + ") " + alias;
            default -> table + ' ' + alias;
        };
    }

    private String column(List<String> aliases, char name) {
        return aliases.get(random.nextInt(aliases.size())) + '.' + name;
    }

    /** A value of a whole number, a string, a real or of any type. */
    private String value(char type, List<String> aliases, int depth) {
        if (depth == 0) {
            return switch (type) {
                case 's' -> column(aliases, pick("c", "d").charAt(0));
                case 'r' -> column(aliases, 'e');
                default -> column(aliases, pick("a", "b").charAt(0));
            };
        }
        int next = depth - 1;
        return switch (type) {
            case 's' ->
                switch (random.nextInt(7)) {
                    case 0 ->
                        "COALESCE(" + value('s', aliases, next) + ", " + pick("'none'", value('s', aliases, next))
                                + ")";
                    case 1 -> value('s', aliases, next) + " || " + value('s', aliases, next);
                    case 2 ->
                        "CASE WHEN " + condition(aliases, next) + " THEN " + value('s', aliases, next)
                                + pick("", " ELSE " + value('s', aliases, next)) + " END";
                    case 3 -> pick("lower", "upper", "trim", "hex") + "(" + value('s', aliases, next) + ")";
                    case 4 ->
                        "(SELECT " + pick("c", "d", "MAX(c)", "MIN(d)") + " FROM v WHERE v.a = "
                                + value('n', aliases, 0) + ")";
                    case 5 -> "NULLIF(" + value('s', aliases, next) + ", 'x')";
                    default -> value('s', aliases, 0);
                };
            case 'r' ->
                switch (random.nextInt(5)) {
                    case 0 ->
                        value('r', aliases, next)
                                + pick(" + ", " - ", " * ", " / ")
                                + pick("0.5", "2.5", "0.0", value('r', aliases, next));
                    case 1 -> "IFNULL(" + value('r', aliases, next) + ", 0.0)";
                    case 2 -> "round(" + value('r', aliases, next) + ")";
                    case 3 -> value('n', aliases, next) + " * 1.5";
                    default -> value('r', aliases, 0);
                };
            case 'o' -> "(" + condition(aliases, next) + ")";
            default ->
                switch (random.nextInt(8)) {
                    case 0 -> "IFNULL(" + value('n', aliases, next) + ", " + pick("0", value('n', aliases, next)) + ")";
                    case 1 ->
                        value('n', aliases, next)
                                + pick(" + ", " - ", " * ", " / ", " % ")
                                + pick("1", "0", value('n', aliases, 0), value('o', aliases, 0));
                    case 2 ->
                        "iif(" + condition(aliases, next) + ", " + value('n', aliases, next) + ", "
                                + value('n', aliases, next) + ")";
                    case 3 -> "length(" + value('s', aliases, next) + ")";
                    case 4 ->
                        "(SELECT " + pick("COUNT(*)", "a", "SUM(b)", "MAX(a)") + " FROM t WHERE t.a = "
                                + value('n', aliases, 0) + ")";
                    case 5 ->
                        pick("min", "max") + "(" + value('n', aliases, next) + ", " + value('n', aliases, next) + ")";
                    case 6 -> "-" + value('n', aliases, 0);
                    default -> value('n', aliases, 0);
                };
        };
    }

    private String aggregate(char type, List<String> aliases) {
        String filter = pick("", "", " FILTER (WHERE " + condition(aliases, 1) + ")");
        return switch (type) {
            case 's' -> pick("MIN(", "MAX(", "group_concat(") + value('s', aliases, 1) + ")" + filter;
            case 'r' ->
                random.nextInt(4) == 0
                        ? pick("AVG(", "TOTAL(") + value('o', aliases, 1) + ")" + filter
                        : pick("SUM(", "AVG(", "TOTAL(", "MAX(") + value('r', aliases, 1) + ")" + filter;
            case 'o' -> "COUNT(*)" + filter + " > 1";
            default ->
                random.nextInt(4) == 0
                        ? "SUM(" + value('o', aliases, 1) + ")" + filter
                        : pick("COUNT(", "SUM(", "MIN(", "MAX(") + value('n', aliases, 1) + ")" + filter;
        };
    }

    private String condition(List<String> aliases, int depth) {
        int next = Math.max(0, depth - 1);
        return switch (random.nextInt(depth == 0 ? 5 : 9)) {
            case 0 ->
                value('n', aliases, 0)
                        + pick(" = ", " < ", " <> ", " >= ", " IS ", " IS NOT ")
                        + value('n', aliases, 0);
            case 1 -> value('s', aliases, 0) + pick(" IS NULL", " IS NOT NULL", " NOTNULL");
            case 2 ->
                value('s', aliases, 0)
                        + pick(" LIKE '%x%'", " = 'x'", " IN ('x', 'y')", " NOT IN ('x')", " IN ('x', NULL)");
            case 3 -> value('n', aliases, 0) + pick(" BETWEEN 0 AND ", " NOT BETWEEN 1 AND ") + value('n', aliases, 0);
            case 4 -> value('n', aliases, 0) + pick(" IN ", " NOT IN ") + "(SELECT " + pick("a", "b") + " FROM u)";
            case 5 -> condition(aliases, next) + " AND " + condition(aliases, next);
            case 6 -> "(" + condition(aliases, next) + " OR " + condition(aliases, next) + ")";
            case 7 -> "NOT (" + condition(aliases, next) + ")";
            default -> "EXISTS (SELECT 1 FROM v WHERE v.b = " + value('n', aliases, 0) + ")";
        };
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
