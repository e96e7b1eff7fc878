package io.rowloom.generator.migration;

import io.rowloom.generator.schema.SqlToken;
import io.rowloom.generator.schema.SqlTokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which migration brought each table and each column, by reading what the migrations create, rename, copy and drop.
 *
 * <p>A table that is made anew keeps the origin of what was copied from the old one. No engine is asked: it knows only what is
 * there in the end.
 */
public final class Origins {
    private final List<MigrationSource> migrations;
    private final Map<String, Origin> tables = new HashMap<>();
    private final Map<String, Origin> dropped = new HashMap<>();
    private int current;

    /** Where a table and its columns come from, as places in the list of migrations; names in lower case. */
    private static final class Origin {
        private final int created;
        private final Map<String, Integer> columns = new HashMap<>();
        private final Map<String, String> copiedColumns = new HashMap<>();
        private String copiedFrom = "";

        Origin(int created) {
            this.created = created;
        }
    }

    private Origins(List<MigrationSource> migrations) {
        this.migrations = migrations;
    }

    /** Reads the migrations in their order. */
    public static Origins of(List<MigrationSource> migrations) {
        Origins origins = new Origins(migrations);
        // With a single one there is nothing to tell apart, and a large schema need not be read again.
        if (migrations.size() > 1) {
            for (int i = 0; i < migrations.size(); i++) {
                origins.current = i;
                origins.dropped.clear();
                migrations.get(i).up().forEach(origins::read);
            }
        }
        return origins;
    }

    /** The migration that made the table; empty if none did. */
    public Optional<MigrationSource> table(String name) {
        if (migrations.size() == 1) {
            return Optional.of(migrations.get(0));
        }
        Origin origin = tables.get(lower(name));
        return origin == null ? Optional.empty() : Optional.of(migrations.get(origin.created));
    }

    /** The migration that added the column to a table that was there already; empty if it came with the table. */
    public Optional<MigrationSource> laterColumn(String table, String column) {
        Origin origin = tables.get(lower(table));
        Integer added = origin == null ? null : origin.columns.get(lower(column));
        return added == null || added == origin.created ? Optional.empty() : Optional.of(migrations.get(added));
    }

    private void read(String sql) {
        List<SqlToken> tokens = SqlTokenizer.tokens(sql);
        SqlToken first = tokens.get(0);
        if (first.is("CREATE")) {
            create(tokens);
        } else if (first.is("ALTER")) {
            alter(tokens);
        } else if (first.is("DROP") && tokens.get(1).is("TABLE")) {
            String name = lower(tokens.get(tokens.size() - 1).name());
            Origin origin = tables.remove(name);
            if (origin != null) {
                dropped.put(name, origin);
            }
        } else if (first.is("INSERT")) {
            copy(tokens);
        }
    }

    private void create(List<SqlToken> tokens) {
        int place = 1;
        while (place < tokens.size()
                && (tokens.get(place).is("TEMP") || tokens.get(place).is("TEMPORARY"))) {
            place++;
        }
        if (place == tokens.size() || !tokens.get(place).is("TABLE")) {
            return;
        }
        int open = place;
        while (open < tokens.size()
                && !tokens.get(open).isSymbol("(")
                && !tokens.get(open).is("AS")) {
            open++;
        }
        Origin origin = new Origin(current);
        for (List<SqlToken> part : parts(tokens, open)) {
            if (!isConstraint(part.get(0))) {
                origin.columns.put(lower(part.get(0).name()), current);
            }
        }
        tables.putIfAbsent(lower(tokens.get(open - 1).name()), origin);
    }

    private static boolean isConstraint(SqlToken token) {
        return token.is("CONSTRAINT")
                || token.is("PRIMARY")
                || token.is("UNIQUE")
                || token.is("CHECK")
                || token.is("FOREIGN");
    }

    private void alter(List<SqlToken> tokens) {
        // ALTER TABLE t …, or ALTER TABLE main.t …
        int name = tokens.size() > 3 && tokens.get(3).isSymbol(".") ? 4 : 2;
        String table = lower(tokens.get(name).name());
        Origin origin = tables.get(table);
        int verb = name + 1;
        if (origin == null || verb + 1 >= tokens.size()) {
            return;
        }
        SqlToken last = tokens.get(tokens.size() - 1);
        if (tokens.get(verb).is("ADD")) {
            int column = tokens.get(verb + 1).is("COLUMN") ? verb + 2 : verb + 1;
            origin.columns.put(lower(tokens.get(column).name()), current);
        } else if (tokens.get(verb).is("DROP")) {
            origin.columns.remove(lower(last.name()));
        } else if (tokens.get(verb).is("RENAME") && tokens.get(verb + 1).is("TO")) {
            tables.remove(table);
            tables.put(lower(last.name()), inherited(origin));
        } else if (tokens.get(verb).is("RENAME")) {
            int column = tokens.get(verb + 1).is("COLUMN") ? verb + 2 : verb + 1;
            Integer added = origin.columns.remove(lower(tokens.get(column).name()));
            origin.columns.put(lower(last.name()), added == null ? current : added);
        }
    }

    /** A table that took the rows of one that was dropped is that one, made anew. */
    private Origin inherited(Origin renamed) {
        Origin old = dropped.get(renamed.copiedFrom);
        if (old == null) {
            return renamed;
        }
        Origin origin = new Origin(old.created);
        for (Map.Entry<String, Integer> column : renamed.columns.entrySet()) {
            String source = renamed.copiedColumns.getOrDefault(column.getKey(), column.getKey());
            Integer added = old.columns.get(source);
            origin.columns.put(column.getKey(), added == null ? column.getValue() : added);
        }
        return origin;
    }

    /** {@code INSERT INTO new (a, b) SELECT t.x, t.b FROM old AS t}. */
    private void copy(List<SqlToken> tokens) {
        int open = 0;
        while (open < tokens.size()
                && !tokens.get(open).isSymbol("(")
                && !tokens.get(open).is("SELECT")) {
            open++;
        }
        Origin target = open == tokens.size()
                ? null
                : tables.get(lower(tokens.get(open - 1).name()));
        int select = open;
        while (select < tokens.size() && !tokens.get(select).is("SELECT")) {
            select++;
        }
        int from = select;
        int depth = 0;
        while (from < tokens.size() && !(depth == 0 && tokens.get(from).is("FROM"))) {
            depth += tokens.get(from).isSymbol("(") ? 1 : tokens.get(from).isSymbol(")") ? -1 : 0;
            from++;
        }
        if (target == null || target.created != current || from + 1 >= tokens.size()) {
            return;
        }
        target.copiedFrom = lower(tokens.get(from + 1).name());
        List<List<SqlToken>> names = parts(tokens, open);
        List<List<SqlToken>> values = parts(tokens.subList(select, from), 0);
        for (int i = 0; i < names.size() && i < values.size(); i++) {
            List<SqlToken> value = values.get(i);
            boolean plain =
                    value.size() == 1 || value.size() == 3 && value.get(1).isSymbol(".");
            if (plain) {
                target.copiedColumns.put(
                        lower(names.get(i).get(0).name()),
                        lower(value.get(value.size() - 1).name()));
            }
        }
    }

    /** What stands between the commas behind a token, up to the parenthesis that it opens or to the end. */
    private static List<List<SqlToken>> parts(List<SqlToken> tokens, int open) {
        List<List<SqlToken>> parts = new ArrayList<>();
        List<SqlToken> part = new ArrayList<>();
        int depth = 0;
        for (int i = open + 1; i < tokens.size() && depth >= 0; i++) {
            SqlToken token = tokens.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.isSymbol(",")) {
                parts.add(part);
                part = new ArrayList<>();
            } else if (depth >= 0) {
                part.add(token);
            }
        }
        parts.add(part);
        parts.removeIf(List::isEmpty);
        return parts;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
