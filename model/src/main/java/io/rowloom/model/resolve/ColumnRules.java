package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlMapping;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What keys of one column cannot stand together, or not with its type. */
final class ColumnRules {
    /** Words that would end the declared type and begin a constraint, https://sqlite.org/syntax/column-def.html. */
    private static final Set<String> CONSTRAINT_WORDS = Set.of(
            "AS",
            "CHECK",
            "COLLATE",
            "CONSTRAINT",
            "DEFAULT",
            "GENERATED",
            "NOT",
            "NULL",
            "PRIMARY",
            "REFERENCES",
            "UNIQUE");

    private final ColumnDraft draft;
    private final Column column;
    private final YamlMapping yaml;
    private final Problems problems;

    ColumnRules(ColumnDraft draft, YamlMapping yaml, Problems problems) {
        this.draft = draft;
        this.column = draft.column();
        this.yaml = yaml;
        this.problems = problems;
    }

    void check() {
        checkGenerated();
        checkKey();
        checkReference();
        checkNames();
        if (draft.typed()) {
            checkTypes();
        }
    }

    private void checkGenerated() {
        if (!yaml.has("generated")) {
            return;
        }
        for (String key : new String[] {"default", "primary_key", "auto_update", "version"}) {
            if (yaml.has(key)) {
                contradiction(key, "the database computes the column, so it takes no " + key);
            }
        }
    }

    private void checkKey() {
        if (!yaml.has("primary_key")) {
            return;
        }
        if (column.autoIncrement()) {
            for (String key : new String[] {"default", "references"}) {
                if (yaml.has(key)) {
                    contradiction(key, "the database numbers the column, so it takes no " + key);
                }
            }
        }
        if (yaml.flag("unique")) {
            contradiction("unique", "a primary key is unique already");
        }
        if (yaml.flag("version")) {
            contradiction("version", "a primary key does not change, and a version does with every update");
        }
        if (yaml.flag("auto_update")) {
            contradiction("auto_update", "a primary key does not change with an update");
        }
    }

    private void checkReference() {
        if (!yaml.has("references") && !yaml.dropped("references")) {
            for (String key : new String[] {"on_delete", "on_update", "deferrable"}) {
                if (yaml.has(key)) {
                    contradiction(key, key + " belongs to a foreign key, and the column has no references");
                }
            }
        }
    }

    private void checkNames() {
        if (yaml.has("backfill") && column.generated().isPresent()) {
            contradiction("backfill", "the database computes the column");
        }
        YamlMapping.Entry renamed = yaml.entry("renamed_from");
        if (renamed != null && column.renamedFrom().equals(Optional.of(column.name()))) {
            contradiction("renamed_from", "the column has that name");
        }
        YamlMapping.Entry collate = yaml.entry("collate");
        if (collate != null) {
            SqlNames.check(column.collation().orElseThrow(), collate.value(), problems);
        }
        YamlMapping.Entry sqlType = yaml.entry("sql_type");
        if (sqlType != null && !isTypeName(column.sqlType().orElseThrow())) {
            problems.add(
                    ProblemCode.INVALID_SQL_TYPE,
                    sqlType.value(),
                    quote(column.sqlType().orElseThrow()) + " is not a declared type like VARCHAR(20)");
        }
    }

    private void checkTypes() {
        ColumnType type = column.type();
        boolean whole = type == ColumnType.Scalar.INTEGER || type == ColumnType.Scalar.BIGINT;
        if (column.autoIncrement() && !whole) {
            problems.add(
                    ProblemCode.INVALID_AUTO_KEY,
                    yaml.get("primary_key"),
                    "the database numbers only integer and bigint columns",
                    type == ColumnType.Scalar.UUID
                            ? "write primary_key: true; inserts make their UUIDs"
                            : "write primary_key: true");
        } else if (column.autoIncrement()
                && column.sqlType().isPresent()
                && !column.sqlType().get().equalsIgnoreCase("INTEGER")) {
            contradiction("sql_type", "SQLite numbers only columns that are declared INTEGER");
        }
        if (column.version() && !whole) {
            contradiction("version", "a version is an integer or a bigint");
        } else if (column.version() && column.nullable()) {
            contradiction("version", "a version cannot be NULL");
        }
        if (column.autoUpdate() && !isTime(type)) {
            contradiction("auto_update", "auto_update sets the moment of the update, and the column holds no time");
        }
        if (yaml.has("format") && !(type instanceof ColumnType.Timestamp)) {
            contradiction("format", "only a timestamp has a format");
        }
        boolean text = type == ColumnType.Scalar.TEXT || type instanceof ColumnType.Enumeration;
        if (yaml.has("collate") && !text) {
            contradiction("collate", "only text is compared by a collation");
        }
        String check = yaml.text("check").orElse("");
        if (check.equals("false") && !(type instanceof ColumnType.Enumeration)) {
            contradiction("check", "only an enum has a check that could be left out");
        } else if (check.equals("true")) {
            contradiction("check", "an enum is checked unless check: false leaves it out");
        }
    }

    /** Whether the type holds a time that can be now. */
    static boolean isTime(ColumnType type) {
        return type instanceof ColumnType.Timestamp
                || type == ColumnType.Scalar.DATETIME
                || type == ColumnType.Scalar.DATE
                || type == ColumnType.Scalar.TIME;
    }

    /** Words, then numbers in parentheses perhaps, https://sqlite.org/syntax/type-name.html. */
    private static boolean isTypeName(String type) {
        int open = type.indexOf('(');
        String words = open < 0 ? type : type.substring(0, open);
        String rest = open < 0 ? "" : type.substring(open + 1);
        for (String word : words.strip().split(" +")) {
            if (word.isEmpty()
                    || !word.chars().allMatch(ColumnRules::isWordPart)
                    || word.charAt(0) >= '0' && word.charAt(0) <= '9'
                    || CONSTRAINT_WORDS.contains(word.toUpperCase(Locale.ROOT))) {
                return false;
            }
        }
        return open < 0
                || rest.endsWith(")")
                        && rest.length() > 1
                        && rest.chars()
                                .limit(rest.length() - 1L)
                                .allMatch(c -> c >= '0' && c <= '9' || c == ',' || c == ' ')
                        && rest.charAt(0) >= '0'
                        && rest.charAt(0) <= '9'
                        && rest.indexOf(',') == rest.lastIndexOf(',')
                        && !rest.replace(" ", "").contains(",)");
    }

    private static boolean isWordPart(int c) {
        return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private void contradiction(String key, String message) {
        YamlMapping.Entry entry = yaml.entry(key);
        if (entry != null) {
            problems.add(ProblemCode.CONTRADICTION, entry, message);
        }
    }
}
