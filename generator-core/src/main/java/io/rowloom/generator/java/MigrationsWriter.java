package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.GENERATED;
import static io.rowloom.generator.java.JavaTypes.LIST;
import static io.rowloom.generator.java.JavaTypes.MIGRATION;
import static io.rowloom.generator.java.JavaTypes.STREAM;
import static io.rowloom.generator.java.JavaTypes.SUPPLIER;

import io.rowloom.generator.migration.MigrationSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Spells the list of migrations. Each has its statements in a class of its own, which is loaded when the migration is
 * pending, and so never in most starts; one class finds them all, as a lambda for each would cost every start.
 */
final class MigrationsWriter {
    /** Statements in one class, well within its 65,535 constants and the bytes of a method, JVMS 4.1 and 4.7.3. */
    static final int STATEMENTS_IN_CLASS = 2_000;

    private final DatabaseDescriptor database;
    private final List<MigrationSource> migrations;
    private final JavaSource source;
    private final String list;

    private MigrationsWriter(DatabaseDescriptor database, List<MigrationSource> migrations) {
        this.database = database;
        this.migrations = migrations;
        this.source = new JavaSource(database.scope(), Set.of("Up", "Down"));
        this.list = source.use(LIST);
    }

    static String write(DatabaseDescriptor database, List<MigrationSource> migrations) {
        return new MigrationsWriter(database, migrations).write();
    }

    private String write() {
        boolean down =
                migrations.stream().anyMatch(migration -> !migration.down().isEmpty());
        String migration = source.use(MIGRATION);
        source.javadoc("The migrations of the database " + JavaText.code(database.name()) + ", in their order.");
        source.add("@$($)\n", source.use(GENERATED), "\"io.rowloom\"");
        source.add("public final class $ {\n", database.migrationsClass()).indent();
        source.add("private $() {}\n", database.migrationsClass());
        source.blank().javadoc("All of them; their statements are loaded when they are asked for.");
        source.add("public static $<$> all() {\n", list, migration).indent();
        source.add(migrations.isEmpty() ? "return $.of();\n" : "return $.of(\n", list)
                .indent()
                .indent();
        for (int i = 0; i < migrations.size(); i++) {
            MigrationSource each = migrations.get(i);
            source.add(
                    """
                    new $(
                            $,
                            $,
                            $,
                            $,
                            new Up($),
                            $)$
                    """,
                    migration,
                    each.number(),
                    JavaText.literal(each.name()),
                    JavaText.literal(each.checksum()),
                    each.sealed(),
                    each.number(),
                    down ? "new Down(" + each.number() + ')' : list + "::of",
                    i == migrations.size() - 1 ? ");" : ",");
        }
        source.outdent().outdent().outdent().add("}\n");
        finder("Up", "The statements that apply a migration.", MigrationSource::up);
        if (down) {
            finder("Down", "The statements that undo a migration; none where it cannot.", MigrationSource::down);
        }
        for (MigrationSource each : migrations) {
            holders(holder("Up", each), each.up());
            holders(holder("Down", each), each.down());
        }
        source.outdent().add("}\n");
        return source.text();
    }

    private void finder(String name, String doc, Function<MigrationSource, List<String>> statements) {
        source.blank().javadoc(doc).add("""
                        private record $(int number) implements $<$<String>> {
                            @Override
                            public $<String> get() {
                                return switch (number) {
                        """, name, source.use(SUPPLIER), list, list);
        for (MigrationSource each : migrations) {
            if (!statements.apply(each).isEmpty()) {
                source.add("            case $ -> $.statements();\n", each.number(), holder(name, each));
            }
        }
        source.add("""
                            default -> $.of();
                        };
                    }
                }
                """, list);
    }

    private static String holder(String direction, MigrationSource migration) {
        String digits = Integer.toString(migration.number());
        return direction + "0".repeat(Math.max(0, 3 - digits.length())) + digits;
    }

    private void holders(String name, List<String> statements) {
        if (statements.isEmpty()) {
            return;
        }
        if (statements.size() <= STATEMENTS_IN_CLASS) {
            holder(name, statements.stream().map(ConstantText::of).toList(), "return " + list + ".of(", ");");
            return;
        }
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < statements.size(); from += STATEMENTS_IN_CLASS) {
            String part = name + "Part" + (parts.size() + 1);
            holders(part, statements.subList(from, Math.min(from + STATEMENTS_IN_CLASS, statements.size())));
            parts.add(part + ".statements()");
        }
        holder(name, parts, "return " + source.use(STREAM) + ".of(", ").flatMap(" + list + "::stream).toList();");
    }

    private void holder(String name, List<String> items, String open, String close) {
        source.blank()
                .add("private static final class $ {\n", name)
                .indent()
                .add("static $<String> statements() {\n", list)
                .indent()
                .add("$\n", open)
                .indent()
                .indent();
        for (int i = 0; i < items.size(); i++) {
            source.add("$$\n", items.get(i), i == items.size() - 1 ? close : ",");
        }
        source.outdent().outdent().outdent().add("}\n").outdent().add("}\n");
    }
}
