package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.diff.Change;
import io.rowloom.generator.migration.MigrationIntent;
import io.rowloom.generator.schema.CheckSchema;
import io.rowloom.generator.schema.ColumnSchema;
import io.rowloom.generator.schema.ForeignKeySchema;
import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.generator.schema.SqlToken;
import io.rowloom.generator.schema.SqlTokenizer;
import io.rowloom.generator.schema.TableSchema;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which changes of a table ALTER TABLE can do on a table that holds rows, and why it cannot do the others.
 *
 * @see <a href="https://sqlite.org/lang_altertable.html">ALTER TABLE</a>
 */
final class InPlace {
    private final TableSchema before;
    private final TableSchema after;
    private final List<Change> changes;
    private final MigrationIntent intent;
    private final Set<String> added = new HashSet<>();
    private final Set<String> dropped = new HashSet<>();

    InPlace(TableSchema before, TableSchema after, List<Change> changes, MigrationIntent intent) {
        this.before = before;
        this.after = after;
        this.changes = changes;
        this.intent = intent;
        for (Change change : changes) {
            if (change instanceof Change.AddColumn add) {
                added.add(SqlExpression.lower(add.after().name()));
            } else if (change instanceof Change.DropColumn drop) {
                dropped.add(SqlExpression.lower(drop.before().name()));
            }
        }
    }

    /** Why the table must be made anew; empty if ALTER TABLE is enough. */
    List<String> reasons() {
        Set<String> reasons = new LinkedHashSet<>();
        for (Change change : changes) {
            reason(change).ifPresent(reasons::add);
        }
        return List.copyOf(reasons);
    }

    private Optional<String> reason(Change change) {
        if (change instanceof Change.AddColumn add) {
            return whyNotAdd(add.after()).map(why -> change.summary() + " " + why);
        }
        if (change instanceof Change.DropColumn drop) {
            return whyNotDrop(drop.before()).map(why -> change.summary() + " " + why);
        }
        if (change instanceof Change.CreateIndex || change instanceof Change.DropIndex) {
            return Optional.empty();
        }
        if (change instanceof Change.AddCheck add && comesWith(add.after().column(), added)
                || change instanceof Change.DropCheck drop
                        && comesWith(drop.before().column(), dropped)
                || change instanceof Change.AddForeignKey addKey
                        && comesWith(addKey.after().column(), added)
                || change instanceof Change.DropForeignKey dropKey
                        && comesWith(dropKey.before().column(), dropped)) {
            return Optional.empty();
        }
        return isReplaced(change) ? Optional.empty() : Optional.of(summary(change));
    }

    /** What goes to come again in another form is told once, when it comes. */
    private boolean isReplaced(Change change) {
        return change instanceof Change.DropCheck drop
                        && drop.before().column().isPresent()
                        && changes.stream()
                                .anyMatch(other -> other instanceof Change.AddCheck add
                                        && add.after()
                                                .column()
                                                .equals(drop.before().column()))
                || change instanceof Change.DropForeignKey gone
                        && changes.stream()
                                .anyMatch(other -> other instanceof Change.AddForeignKey add
                                        && add.after()
                                                .columns()
                                                .equals(gone.before().columns()));
    }

    private String summary(Change change) {
        boolean replaces = changes.stream()
                .anyMatch(other -> change instanceof Change.AddCheck add
                                && add.after().column().isPresent()
                                && other instanceof Change.DropCheck drop
                                && drop.before().column().equals(add.after().column())
                        || change instanceof Change.AddForeignKey key
                                && other instanceof Change.DropForeignKey gone
                                && gone.before().columns().equals(key.after().columns()));
        return replaces
                ? change.summary().replaceFirst("^add (check|foreign key)", "change the $1 to")
                : change.summary();
    }

    /** A constraint that is written at a column comes and goes with it. */
    private static boolean comesWith(Optional<String> column, Set<String> columns) {
        return column.isPresent() && columns.contains(SqlExpression.lower(column.get()));
    }

    private Optional<String> whyNotAdd(ColumnSchema column) {
        if (column.generated().isPresent()) {
            return column.generated().get().stored() ? Optional.of("(stored)") : Optional.empty();
        }
        if (intent.backfill(after.name(), column.name()).isPresent()) {
            return Optional.of("(existing rows get a value)");
        }
        if (column.defaultValue().isEmpty()) {
            return column.notNull() ? Optional.of("(NOT NULL without a default)") : Optional.empty();
        }
        return isConstant(column.defaultValue().get()) ? Optional.empty() : Optional.of("(its default is computed)");
    }

    /** SQLite fills existing rows with a constant only; it takes one literal with a sign for constant. */
    private static boolean isConstant(String value) {
        List<SqlToken> tokens = SqlTokenizer.tokens(value);
        SqlToken last = tokens.get(tokens.size() - 1);
        boolean literal = last.kind() == SqlToken.Kind.NUMBER
                || last.kind() == SqlToken.Kind.STRING
                || last.kind() == SqlToken.Kind.BLOB;
        return literal
                && (tokens.size() == 1 || tokens.size() == 2 && tokens.get(0).isSymbol("-"));
    }

    private Optional<String> whyNotDrop(ColumnSchema column) {
        String name = column.name();
        for (CheckSchema check : before.checks()) {
            boolean own = check.column().filter(name::equalsIgnoreCase).isPresent();
            if (!own && SqlExpression.mentions(check.expression(), name)) {
                return Optional.of("(a check names it)");
            }
        }
        for (ForeignKeySchema key : before.foreignKeys()) {
            if (key.column().isEmpty() && key.has(name)) {
                return Optional.of("(a foreign key of the table names it)");
            }
        }
        for (ColumnSchema other : before.columns()) {
            if (other.generated().isPresent()
                    && !other.name().equalsIgnoreCase(name)
                    && SqlExpression.mentions(other.generated().get().expression(), name)) {
                return Optional.of("(a computed column names it)");
            }
        }
        // SQLite cuts the definition out of the text of the table, without regard to comments there.
        return SqlTokenizer.hasComments(before.sql())
                ? Optional.of("(comments in the table's text)")
                : Optional.empty();
    }
}
