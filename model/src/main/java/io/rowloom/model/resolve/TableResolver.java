package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.CheckConstraint;
import io.rowloom.model.Column;
import io.rowloom.model.ForeignKey;
import io.rowloom.model.PrimaryKey;
import io.rowloom.model.Table;
import io.rowloom.model.name.JavaNames;
import io.rowloom.model.name.ReservedNames;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlMapping;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the tables: first each on its own, then what needs to know the others. */
final class TableResolver {
    /** What a strict table can declare, https://sqlite.org/stricttables.html. */
    private static final Set<String> STRICT_TYPES = Set.of("ANY", "BLOB", "INT", "INTEGER", "REAL", "TEXT");

    private final ColumnResolver columnResolver;
    private final JavaTypeNames javaTypes;
    private final Problems problems;
    private final SqlNames relations;
    private final Map<String, String> accessors = new HashMap<>();

    TableResolver(TypeResolver types, JavaTypeNames javaTypes, Problems problems) {
        this.columnResolver = new ColumnResolver(types, problems);
        this.javaTypes = javaTypes;
        this.problems = problems;
        this.relations = new SqlNames(problems);
    }

    /** The tables, each as far as it stands for itself. */
    Tables drafts(List<YamlMapping> roots) {
        Tables tables = new Tables(roots);
        for (YamlMapping root : roots) {
            YamlMapping written = root.mapping("tables");
            if (written == null) {
                continue;
            }
            for (YamlMapping.Entry entry : written.entries()) {
                if (SqlNames.checkOfSchema(entry.name(), entry, problems)
                        && relations.take(entry.name(), "a table", entry, "")) {
                    tables.add(draft(entry, (YamlMapping) entry.value()));
                }
            }
        }
        return tables;
    }

    private TableDraft draft(YamlMapping.Entry entry, YamlMapping yaml) {
        String record = RecordResolver.name(entry, yaml);
        javaTypes.takeTable(entry.name(), record, entry);
        Map<String, ColumnDraft> columns = columnResolver.resolve(yaml, record);
        KeyResolver keys = new KeyResolver(entry, yaml, columns, relations, problems);
        return new TableDraft(
                entry,
                yaml,
                javaName(entry, yaml),
                record,
                columns,
                keys.primaryKey(),
                keys.uniques(),
                new IndexResolver(entry, yaml, columns, relations, problems).resolve());
    }

    /** The names that tables, indexes and views share. */
    SqlNames relations() {
        return relations;
    }

    /** The accessor in the database class, which tables and views share. */
    String javaName(YamlMapping.Entry entry, YamlMapping yaml) {
        String name = JavaName.given(yaml).orElseGet(() -> JavaNames.camelCase(entry.name()));
        String suggestion = "name it with java: {name: …}";
        if (!JavaNames.isIdentifier(name)) {
            problems.add(
                    ProblemCode.INVALID_JAVA_NAME,
                    entry,
                    name.isEmpty()
                            ? "no Java name can be made of " + quote(entry.name())
                            : quote(name) + " is not a Java name",
                    suggestion);
        } else if (ReservedNames.isReservedForTables(name)) {
            problems.add(
                    ProblemCode.RESERVED_JAVA_NAME,
                    entry,
                    "the Java name " + quote(name) + " is kept by "
                            + (ReservedNames.isJavaWord(name) ? "Java" : "the database class"),
                    suggestion);
        } else {
            String other = accessors.putIfAbsent(name, entry.name());
            if (other != null) {
                problems.add(
                        ProblemCode.JAVA_NAME_COLLISION,
                        entry,
                        quote(entry.name()) + " and " + quote(other) + " would both be the Java name " + quote(name),
                        suggestion);
            }
        }
        return name;
    }

    /** The table itself. */
    Table table(TableDraft draft, Tables tables) {
        YamlMapping yaml = draft.yaml();
        List<Column> columns =
                draft.columns().values().stream().map(ColumnDraft::column).toList();
        SqlNames constraints = new SqlNames(problems);
        draft.uniques().forEach(unique -> constraints.reserve(unique.name(), "a unique constraint"));
        List<CheckConstraint> checks = new CheckResolver(draft, constraints, problems).resolve();
        List<ForeignKey> foreignKeys = new ForeignKeyResolver(draft, tables, constraints, problems).resolve();
        checkColumns(draft, columns);
        return new Table(
                draft.name(),
                draft.javaName(),
                draft.recordName(),
                new RecordResolver(problems).ownTypes(yaml),
                yaml.text("section"),
                yaml.text("description"),
                columns,
                draft.primaryKey(),
                foreignKeys,
                draft.uniques(),
                draft.indexes(),
                checks,
                new SampleResolver(draft, problems).resolve(),
                new FullTextResolver(draft, relations, problems).resolve(),
                withoutRowid(draft),
                strict(draft),
                yaml.flag("small"),
                yaml.text("renamed_from"),
                draft.entry().location());
    }

    private void checkColumns(TableDraft draft, List<Column> columns) {
        RecordSize.check(columns, draft.entry(), problems);
        boolean versioned = false;
        for (ColumnDraft column : draft.columns().values()) {
            if (column.column().version() && versioned) {
                problems.add(ProblemCode.SEVERAL_VERSIONS, column.entry(), "the table has a version column already");
            }
            versioned |= column.column().version();
        }
        if (!columns.isEmpty()
                && columns.stream().allMatch(column -> column.generated().isPresent())) {
            problems.add(
                    ProblemCode.CONTRADICTION,
                    draft.entry(),
                    "a table needs a column that the database does not compute");
        }
        if (draft.yaml().text("renamed_from").equals(Optional.of(draft.name()))) {
            problems.add(ProblemCode.CONTRADICTION, draft.yaml().entry("renamed_from"), "the table has that name");
        }
    }

    private boolean withoutRowid(TableDraft draft) {
        if (!draft.yaml().flag("without_rowid")) {
            return false;
        }
        YamlMapping.Entry place = draft.yaml().entry("without_rowid");
        Optional<PrimaryKey> key = draft.primaryKey();
        if (key.isEmpty()) {
            problems.add(
                    ProblemCode.CONTRADICTION,
                    place,
                    "a table without rowid is stored by its primary key, and it has none");
        } else if (key.get().autoIncrement()) {
            problems.add(ProblemCode.CONTRADICTION, place, "SQLite numbers the rows of tables with a rowid only");
        }
        return true;
    }

    private boolean strict(TableDraft draft) {
        boolean strict = !draft.yaml().has("strict") || draft.yaml().flag("strict");
        if (!strict) {
            return false;
        }
        for (ColumnDraft column : draft.columns().values()) {
            Optional<String> type = column.column().sqlType();
            if (type.isPresent() && !STRICT_TYPES.contains(type.get().toUpperCase(Locale.ROOT))) {
                if (draft.yaml().has("strict")) {
                    problems.add(
                            ProblemCode.CONTRADICTION,
                            column.yaml() == null
                                    ? column.entry()
                                    : column.yaml().entry("sql_type"),
                            "a strict table cannot declare " + quote(type.get()),
                            "allowed are ANY, BLOB, INT, INTEGER, REAL, TEXT; or write strict: false");
                }
                strict = false;
            }
        }
        return strict;
    }
}
