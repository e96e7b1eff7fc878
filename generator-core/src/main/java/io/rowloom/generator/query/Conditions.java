package io.rowloom.generator.query;

import io.rowloom.generator.schema.SqlToken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The conditions of a statement: what stands between AND behind each WHERE and HAVING, at any depth. */
final class Conditions {
    private static final Set<String> ENDS =
            Set.of("GROUP", "ORDER", "LIMIT", "HAVING", "WINDOW", "UNION", "INTERSECT", "EXCEPT", "RETURNING", "ON");

    private final List<SqlToken> tokens;
    private final List<Clause> clauses = new ArrayList<>();

    /** A condition, by its first and last token. */
    record Condition(int first, int last) {
        private boolean contains(int token) {
            return first <= token && token <= last;
        }
    }

    /** WHERE or HAVING, by its token, with its conditions. */
    private record Clause(int keyword, List<Condition> conditions) {}

    /** A piece of the text that is left out. */
    record Cut(int from, int to) {}

    Conditions(List<SqlToken> tokens) {
        this.tokens = tokens;
        for (int i = 0; i < tokens.size(); i++) {
            boolean filter = i >= 2 && tokens.get(i - 2).is("FILTER");
            if ((tokens.get(i).is("WHERE") || tokens.get(i).is("HAVING")) && !filter) {
                clauses.add(clause(i));
            }
        }
    }

    private Clause clause(int keyword) {
        List<Condition> conditions = new ArrayList<>();
        int first = keyword + 1;
        int depth = 0;
        int betweens = 0;
        boolean or = false;
        int i = first;
        for (; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (token.isSymbol("(") || token.is("CASE")) {
                depth++;
            } else if (token.isSymbol(")") || token.is("END")) {
                depth--;
                if (depth < 0) {
                    break;
                }
            } else if (depth == 0 && token.kind() == SqlToken.Kind.WORD) {
                if (ENDS.contains(token.text().toUpperCase(java.util.Locale.ROOT))) {
                    break;
                }
                or |= token.is("OR");
                if (token.is("BETWEEN")) {
                    betweens++;
                } else if (token.is("AND") && betweens > 0) {
                    betweens--;
                } else if (token.is("AND")) {
                    conditions.add(new Condition(first, i - 1));
                    first = i + 1;
                }
            }
        }
        conditions.add(new Condition(first, i - 1));
        // AND binds closer than OR, so nothing of an OR can be left out alone.
        return new Clause(keyword, or ? List.of(new Condition(keyword + 1, i - 1)) : conditions);
    }

    /** The innermost condition that a token stands in. */
    Optional<Condition> of(int token) {
        return clauses.stream()
                .flatMap(clause -> clause.conditions().stream())
                .filter(condition -> condition.contains(token))
                .min(Comparator.comparingInt(condition -> condition.last() - condition.first()));
    }

    /** What has to be cut out of the text so that some conditions are gone, each with its AND or its WHERE. */
    List<Cut> without(Set<Condition> gone) {
        List<Cut> cuts = new ArrayList<>();
        for (Clause clause : clauses) {
            List<Condition> all = clause.conditions();
            int kept = 0;
            while (kept < all.size() && gone.contains(all.get(kept))) {
                kept++;
            }
            if (kept == all.size()) {
                int before = clause.keyword() == 0
                        ? 0
                        : tokens.get(clause.keyword() - 1).end();
                cuts.add(new Cut(before, end(all.get(kept - 1))));
                continue;
            }
            if (kept > 0) {
                cuts.add(new Cut(start(all.get(0)), start(all.get(kept))));
            }
            for (int i = kept + 1; i < all.size(); i++) {
                if (gone.contains(all.get(i))) {
                    cuts.add(new Cut(end(all.get(i - 1)), end(all.get(i))));
                }
            }
        }
        return cuts;
    }

    private int start(Condition condition) {
        return tokens.get(condition.first()).start();
    }

    private int end(Condition condition) {
        return tokens.get(condition.last()).end();
    }
}
