package io.rowloom.generator.schema;

import io.rowloom.generator.schema.ColumnSchema.Generated;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a CREATE TABLE statement what no pragma tells: names of constraints, checks, collations, generated
 * expressions, AUTOINCREMENT, conflict clauses and deferrability.
 *
 * <p>The text is valid, for the engine took it; the rules are those of SQLite's {@code parse.y}, odd ones included: commas
 * between table constraints may be missing, a constraint name may stand alone, a name may be a string.
 */
final class CreateTableReader {
    /** What only the text tells of a column. */
    record ColumnText(Optional<String> collation, Optional<Generated> generated, String sql) {}

    final Map<String, ColumnText> columns = new LinkedHashMap<>();
    final List<UniqueSchema> uniques = new ArrayList<>();
    final List<CheckSchema> checks = new ArrayList<>();
    final List<ForeignKeySchema> foreignKeys = new ArrayList<>();
    Optional<PrimaryKeySchema> primaryKey = Optional.empty();

    private final SqlCursor cursor;
    private final String table;
    private @Nullable String constraintName;

    private CreateTableReader(String sql, String table) {
        this.cursor = new SqlCursor(sql);
        this.table = table;
    }

    static CreateTableReader read(String sql, String table) {
        CreateTableReader reader = new CreateTableReader(sql, table);
        reader.readTable();
        return reader;
    }

    private void readTable() {
        cursor.expect("CREATE");
        boolean temporary = cursor.accept("TEMP") || cursor.accept("TEMPORARY");
        cursor.expect("TABLE");
        boolean guarded = cursor.accept("IF", "NOT", "EXISTS");
        cursor.next();
        if (cursor.acceptSymbol(".")) {
            cursor.next();
        }
        cursor.expectSymbol("(");
        do {
            if (atTableConstraint()) {
                while (!cursor.atSymbol(")")) {
                    readTableConstraint();
                    cursor.acceptSymbol(",");
                }
            } else {
                readColumn();
            }
        } while (cursor.acceptSymbol(","));
        cursor.expectSymbol(")");
    }

    private boolean atTableConstraint() {
        return cursor.at("CONSTRAINT")
                || cursor.at("PRIMARY")
                || cursor.at("UNIQUE")
                || cursor.at("CHECK")
                || cursor.at("FOREIGN");
    }

    private void readColumn() {
        int start = cursor.offset();
        String name = cursor.next().name();
        constraintName = null;
        skipType();
        Optional<String> collation = Optional.empty();
        Optional<Generated> generated = Optional.empty();
        while (!cursor.atSymbol(",") && !cursor.atSymbol(")")) {
            if (cursor.accept("CONSTRAINT")) {
                constraintName = cursor.next().name();
                continue;
            }
            if (cursor.accept("COLLATE")) {
                collation = collation(cursor.next().name());
            } else if (cursor.accept("AS") || cursor.accept("GENERATED", "ALWAYS", "AS")) {
                String expression = SqlExpression.canonical(cursor.parenthesized(), table);
                boolean stored = cursor.accept("STORED");
                if (!stored) {
                    cursor.accept("VIRTUAL");
                }
                generated = Optional.of(new Generated(expression, stored));
            } else {
                readColumnConstraint(name);
            }
            constraintName = null;
        }
        columns.put(SqlExpression.lower(name), new ColumnText(collation, generated, cursor.since(start)));
    }

    /** A type is any words but reserved ones, then numbers in parentheses; {@code GENERATED ALWAYS} belongs to what follows. */
    private void skipType() {
        while (true) {
            SqlToken token = cursor.peek();
            if (token == null || token.kind() == SqlToken.Kind.SYMBOL || isReserved(token)) {
                break;
            }
            if (token.is("GENERATED") && next(1, "ALWAYS") && next(2, "AS")) {
                break;
            }
            cursor.next();
        }
        if (cursor.atSymbol("(")) {
            cursor.parenthesized();
        }
    }

    private boolean next(int ahead, String keyword) {
        SqlToken token = cursor.peek(ahead);
        return token != null && token.is(keyword);
    }

    private static boolean isReserved(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD
                && switch (token.text().toUpperCase(Locale.ROOT)) {
                    case "CONSTRAINT",
                            "PRIMARY",
                            "NOT",
                            "NULL",
                            "UNIQUE",
                            "CHECK",
                            "DEFAULT",
                            "COLLATE",
                            "REFERENCES",
                            "DEFERRABLE",
                            "AS" -> true;
                    default -> false;
                };
    }

    private void readColumnConstraint(String column) {
        if (cursor.accept("DEFAULT")) {
            skipDefault();
        } else if (cursor.accept("NOT", "NULL") || cursor.accept("NULL")) {
            onConflict();
        } else if (cursor.accept("PRIMARY", "KEY")) {
            boolean descending = cursor.accept("DESC");
            cursor.accept("ASC");
            Optional<String> conflict = onConflict();
            List<KeyPart> parts = List.of(new KeyPart(column, Optional.empty(), false));
            primaryKey = Optional.of(
                    new PrimaryKeySchema(name(), parts, cursor.accept("AUTOINCREMENT"), descending, conflict));
        } else if (cursor.accept("UNIQUE")) {
            List<KeyPart> parts = List.of(new KeyPart(column, Optional.empty(), false));
            uniques.add(new UniqueSchema(name(), parts, onConflict()));
        } else if (cursor.accept("CHECK")) {
            readCheck(Optional.of(column));
        } else if (cursor.accept("REFERENCES")) {
            readReferences(Optional.of(column), List.of(column));
        } else if (!cursor.at("DEFERRABLE") && !(cursor.at("NOT") && next(1, "DEFERRABLE"))) {
            throw cursor.unexpected(cursor.next(), "a column constraint");
        } else {
            // A deferrability of its own, which SQLite gives to the foreign key before it.
            boolean deferred = deferred();
            if (!foreignKeys.isEmpty()) {
                ForeignKeySchema last = foreignKeys.remove(foreignKeys.size() - 1);
                foreignKeys.add(new ForeignKeySchema(
                        last.name(),
                        last.column(),
                        last.columns(),
                        last.targetTable(),
                        last.targetColumns(),
                        last.onDelete(),
                        last.onUpdate(),
                        deferred));
            }
        }
    }

    private void skipDefault() {
        if (cursor.atSymbol("(")) {
            cursor.parenthesized();
            return;
        }
        if (!cursor.acceptSymbol("-")) {
            cursor.acceptSymbol("+");
        }
        cursor.next();
    }

    private void readTableConstraint() {
        constraintName = null;
        while (cursor.accept("CONSTRAINT")) {
            constraintName = cursor.next().name();
        }
        if (cursor.accept("PRIMARY", "KEY")) {
            cursor.expectSymbol("(");
            List<KeyPart> parts = keyParts();
            boolean autoIncrement = cursor.accept("AUTOINCREMENT");
            cursor.expectSymbol(")");
            primaryKey = Optional.of(new PrimaryKeySchema(name(), parts, autoIncrement, false, onConflict()));
        } else if (cursor.accept("UNIQUE")) {
            cursor.expectSymbol("(");
            List<KeyPart> parts = keyParts();
            cursor.expectSymbol(")");
            uniques.add(new UniqueSchema(name(), parts, onConflict()));
        } else if (cursor.accept("CHECK")) {
            readCheck(Optional.empty());
            onConflict();
        } else if (cursor.accept("FOREIGN", "KEY")) {
            List<String> names = names();
            cursor.expect("REFERENCES");
            readReferences(Optional.empty(), names);
        } else if (!cursor.atSymbol(")")) {
            throw cursor.unexpected(cursor.next(), "a table constraint");
        }
    }

    private void readCheck(Optional<String> column) {
        checks.add(new CheckSchema(name(), column, SqlExpression.canonical(cursor.parenthesized(), table)));
    }

    private void readReferences(Optional<String> column, List<String> names) {
        Optional<String> name = name();
        String target = cursor.next().name();
        List<String> targetColumns = cursor.atSymbol("(") ? names() : List.of();
        String onDelete = "NO ACTION";
        String onUpdate = "NO ACTION";
        while (true) {
            if (cursor.accept("ON", "DELETE")) {
                onDelete = action();
            } else if (cursor.accept("ON", "UPDATE")) {
                onUpdate = action();
            } else if (cursor.accept("ON", "INSERT")) {
                action();
            } else if (cursor.accept("MATCH")) {
                cursor.next();
            } else {
                break;
            }
        }
        foreignKeys.add(
                new ForeignKeySchema(name, column, names, target, targetColumns, onDelete, onUpdate, deferred()));
    }

    private String action() {
        if (cursor.accept("SET", "NULL")) {
            return "SET NULL";
        }
        if (cursor.accept("SET", "DEFAULT")) {
            return "SET DEFAULT";
        }
        if (cursor.accept("NO", "ACTION")) {
            return "NO ACTION";
        }
        return cursor.next().text().toUpperCase(Locale.ROOT);
    }

    private boolean deferred() {
        boolean not = cursor.accept("NOT", "DEFERRABLE");
        if (!not && !cursor.accept("DEFERRABLE")) {
            return false;
        }
        boolean initially = cursor.accept("INITIALLY", "DEFERRED");
        if (!initially) {
            cursor.accept("INITIALLY", "IMMEDIATE");
        }
        return !not && initially;
    }

    private List<String> names() {
        cursor.expectSymbol("(");
        List<String> names = keyParts().stream().map(KeyPart::column).toList();
        cursor.expectSymbol(")");
        return names;
    }

    private List<KeyPart> keyParts() {
        List<KeyPart> parts = new ArrayList<>();
        do {
            String column = cursor.next().name();
            Optional<String> collation = cursor.accept("COLLATE")
                    ? Optional.of(SqlExpression.lower(cursor.next().name()))
                    : Optional.empty();
            boolean descending = cursor.accept("DESC");
            cursor.accept("ASC");
            parts.add(new KeyPart(column, collation, descending));
        } while (cursor.acceptSymbol(","));
        return parts;
    }

    private Optional<String> onConflict() {
        return cursor.accept("ON", "CONFLICT")
                ? Optional.of(cursor.next().text().toUpperCase(Locale.ROOT))
                : Optional.empty();
    }

    private static Optional<String> collation(String name) {
        return name.equalsIgnoreCase("binary") ? Optional.empty() : Optional.of(SqlExpression.lower(name));
    }

    private Optional<String> name() {
        return Optional.ofNullable(constraintName);
    }
}
