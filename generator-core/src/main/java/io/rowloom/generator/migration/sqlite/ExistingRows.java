package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.migration.MigrationIntent;
import io.rowloom.generator.schema.Affinity;
import io.rowloom.generator.schema.ColumnSchema;
import io.rowloom.generator.schema.SqlToken;
import io.rowloom.generator.schema.SqlTokenizer;
import io.rowloom.generator.schema.TableSchema;
import io.rowloom.generator.sqlite.SqliteExpression;
import io.rowloom.generator.sqlite.SqliteNames;
import java.util.List;
import java.util.Optional;

/**
 * Decides what rows that exist get in each column of a table that is made anew.
 *
 * <p>Every reference is qualified, because SQLite takes a {@code "typo"} for a string, and puts it in every row.
 */
final class ExistingRows {
    /** Where the value of a column comes from when there is nothing better, for the way back only. */
    interface LastResort {
        Optional<String> value(TableSchema table, ColumnSchema column);

        /** What takes the place of a value that the column could hold before, and must not hold after. */
        default Optional<Replacement> replacement(TableSchema before, TableSchema after, ColumnSchema column) {
            return Optional.empty();
        }
    }

    /**
     * A value in place of all that are not allowed.
     *
     * @param allowed the values that stay, as SQL literals
     * @param value what the others become, an SQL literal
     */
    record Replacement(List<String> allowed, String value) {
        Replacement {
            allowed = List.copyOf(allowed);
        }

        /** NULL is no value that a check forbids: it stays. */
        private String applied(String copy) {
            return "CASE WHEN " + copy + " NOT IN (" + String.join(", ", allowed) + ") THEN " + value + " ELSE " + copy
                    + " END";
        }
    }

    private final TableSchema before;
    private final TableSchema after;
    private final MigrationIntent intent;
    private final LastResort lastResort;

    ExistingRows(TableSchema before, TableSchema after, MigrationIntent intent, LastResort lastResort) {
        this.before = before;
        this.after = after;
        this.intent = intent;
        this.lastResort = lastResort;
    }

    /** The expression over {@code t}, the old table, or empty if the column's default does it. */
    Optional<String> value(ColumnSchema column) {
        Optional<String> backfill = intent.backfill(after.name(), column.name()).map(this::qualified);
        Optional<ColumnSchema> former = before.column(column.name());
        if (former.isEmpty()) {
            if (backfill.isPresent() || isRowid(column) || column.defaultValue().isPresent() || !column.notNull()) {
                return backfill;
            }
            return lastResort.value(after, column);
        }
        String same = converted(former.get(), column);
        String copy = replacement(column)
                .map(replacement -> replacement.applied(same))
                .orElse(same);
        if (former.get().notNull() || !column.notNull() || isRowid(column)) {
            return Optional.of(copy);
        }
        Optional<String> otherwise = backfill.or(column::defaultValue).or(() -> lastResort.value(after, column));
        return Optional.of(
                otherwise.map(value -> "coalesce(" + copy + ", " + value + ")").orElse(copy));
    }

    /** Which values do not go over, one sentence for each column; each is a loss that the reader has to see. */
    List<String> losses() {
        return after.columns().stream()
                .flatMap(column -> replacement(column)
                        .map(replacement -> "every other value of " + column.name() + " becomes " + replacement.value())
                        .stream())
                .toList();
    }

    private Optional<Replacement> replacement(ColumnSchema column) {
        return column.generated().isPresent() || before.column(column.name()).isEmpty()
                ? Optional.empty()
                : lastResort.replacement(before, after, column);
    }

    private boolean isRowid(ColumnSchema column) {
        return after.rowidColumn().filter(column::equals).isPresent();
    }

    /**
     * Where the type changes, a value goes over as it is if the engine turns it into the new type without loss or else,
     * in a STRICT table, refuses it; a CAST would turn {@code 'abc'} into 0 without a word.
     *
     * @see <a href="https://sqlite.org/stricttables.html">STRICT Tables</a>
     */
    private static String converted(ColumnSchema before, ColumnSchema after) {
        String copy = "t." + SqliteNames.quote(after.name());
        if (before.type().equalsIgnoreCase(after.type()) || before.affinity() == after.affinity()) {
            return copy;
        }
        if (after.affinity() == Affinity.TEXT) {
            return "CAST(" + copy + " AS TEXT)";
        }
        if (after.type().equalsIgnoreCase("BLOB")) {
            return "CAST(" + copy + " AS BLOB)";
        }
        return copy;
    }

    private String qualified(String expression) {
        List<SqlToken> tokens = SqlTokenizer.tokens(expression);
        if (tokens.stream().anyMatch(token -> token.is("select"))) {
            // Within a query of its own, a name may mean a column of another table.
            return '(' + SqliteExpression.withoutStringsInDoubleQuotes(expression) + ')';
        }
        StringBuilder text = new StringBuilder("(");
        int copied = 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            boolean name = token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED;
            boolean qualifiedAlready = i > 0 && tokens.get(i - 1).isSymbol(".");
            boolean qualifier = i + 1 < tokens.size()
                    && (tokens.get(i + 1).isSymbol(".") || tokens.get(i + 1).isSymbol("("));
            if (name
                    && !qualifiedAlready
                    && !qualifier
                    && before.column(token.name()).isPresent()) {
                text.append(expression, copied, token.start()).append("t.").append(SqliteNames.quote(token.name()));
                copied = token.end();
            }
        }
        text.append(expression.substring(copied)).append(')');
        return hasUnknown(tokens) ? SqliteExpression.withoutStringsInDoubleQuotes(text.toString()) : text.toString();
    }

    private boolean hasUnknown(List<SqlToken> tokens) {
        return tokens.stream()
                .anyMatch(token -> token.kind() == SqlToken.Kind.QUOTED
                        && before.column(token.name()).isEmpty());
    }
}
