package io.rowloom.generator.query.typing;

import io.rowloom.generator.query.tree.QueryTree.Star;
import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.generator.sqlite.SqliteNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns that a statement leaves to the order of its tables: those of a star, and of an INSERT that names none.
 *
 * <p>The tables of a database that was migrated have their columns in the order in which they were added, and not in that of
 * the model. What is read and written by position has to name them.
 */
final class WrittenOut {
    private static final int LONGEST_LINE = 80;

    private final Map<Integer, String> texts = new HashMap<>();

    /** What is to be written, by the offset of a star, of its qualifier, or of the table behind INSERT INTO. */
    Map<Integer, String> texts() {
        return texts;
    }

    void star(Star star, Scope scope) {
        List<String> columns = new ArrayList<>();
        for (Source source : scope.sources()) {
            if (star.qualifier().isEmpty()
                    || source.name().equalsIgnoreCase(star.qualifier().get())) {
                Optional<List<String>> its = columns(source, star.qualifier().isEmpty(), scope);
                if (its.isEmpty()) {
                    return;
                }
                columns.addAll(its.get());
                if (star.qualifier().isPresent()) {
                    break;
                }
            }
        }
        texts.put(star.at(), lines(columns));
    }

    /** Leaves a star as it is, of which nobody looks at the columns. */
    void leave(Star star) {
        texts.remove(star.at());
    }

    void insert(int table, List<String> columns) {
        texts.put(table, " (" + lines(columns.stream().map(SqliteNames::quote).toList()) + ')');
    }

    /** A list on lines that can be read where the statement stands in code. */
    private static String lines(List<String> columns) {
        StringBuilder list = new StringBuilder(columns.get(0));
        int start = 0;
        for (String column : columns.subList(1, columns.size())) {
            list.append(',');
            if (list.length() - start + column.length() > LONGEST_LINE) {
                list.append('\n');
                start = list.length();
                list.append("    ");
            } else {
                list.append(' ');
            }
            list.append(column);
        }
        return list.toString();
    }

    /** The columns of one source; empty where it has no name by which they could be told from those of others. */
    private static Optional<List<String>> columns(Source source, boolean all, Scope scope) {
        boolean alone = scope.sources().size() == 1;
        if (source.table().isEmpty() && !(all && source.hasJoined())) {
            // Of a query the columns are in its own order.
            if (alone) {
                return Optional.of(List.of("*"));
            }
            return source.name().isEmpty() ? Optional.empty() : Optional.of(List.of(alias(source) + ".*"));
        }
        List<String> columns = new ArrayList<>();
        for (Source.Column column : source.columns()) {
            if (all && source.isJoined(column.name())) {
                continue;
            }
            boolean bare = alone || all && scope.merged(column.name()).isPresent();
            if (!bare && source.name().isEmpty()) {
                return Optional.empty();
            }
            String name = SqliteNames.quote(column.name());
            columns.add(bare ? name : alias(source) + '.' + name + (isShared(column, scope) ? " AS " + name : ""));
        }
        return Optional.of(columns);
    }

    /** Whether the bare name, as in ORDER BY, would be one of several; the columns of a star are names of their own there. */
    private static boolean isShared(Source.Column column, Scope scope) {
        return scope.sources().stream()
                        .filter(source -> source.hasShown(column.name()))
                        .count()
                > 1;
    }

    /** As people write it, without quotes that it does not need. */
    private static String alias(Source source) {
        return SqlExpression.canonical(SqliteNames.quote(source.name()), "");
    }
}
