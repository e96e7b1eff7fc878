package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.GENERATED;
import static io.rowloom.generator.java.JavaTypes.LIST;
import static io.rowloom.generator.java.JavaTypes.MIGRATION;

import io.rowloom.generator.migration.MigrationSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Spells the list of migrations. Each has its statements in a class of its own, which is loaded when the migration is
 * pending, and so never in most starts.
 */
final class MigrationsWriter {
    /** Statements in one class, well within the 65,535 constants and bytes of a method, JVMS 4.1 and 4.7.3. */
    private static final int STATEMENTS = 2_000;

    private MigrationsWriter() {}

    static String write(DatabaseDescriptor database, List<MigrationSource> migrations) {
        JavaSource source = new JavaSource(database.scope(), Set.of());
        String migration = source.use(MIGRATION);
        String list = source.use(LIST);
        source.javadoc("The migrations of the database " + JavaText.code(database.name()) + ", in their order.");
        source.add("@$($)\n", source.use(GENERATED), "\"io.rowloom\"");
        source.add("public final class $ {\n", database.migrationsClass()).indent();
        source.add("private $() {}\n", database.migrationsClass());
        source.blank().javadoc("All of them; their statements are loaded when they are asked for.");
        source.add("public static $<$> all() {\n", list, migration).indent();
        List<String> items = new ArrayList<>();
        for (MigrationSource each : migrations) {
            items.add("new " + migration + '(' + each.number() + ", " + JavaText.literal(each.name()) + ", "
                    + JavaText.literal(each.checksum()) + ", " + each.sealed() + ", "
                    + statements(each, "Up", each.up(), list)
                    + ", " + statements(each, "Down", each.down(), list) + ')');
        }
        source.column("return " + list + ".of(", items, ");").outdent().add("}\n");
        for (MigrationSource each : migrations) {
            holders(each, "Up", each.up(), source, list);
            holders(each, "Down", each.down(), source, list);
        }
        source.outdent().add("}\n");
        return source.text();
    }

    private static String statements(
            MigrationSource migration, String direction, List<String> statements, String list) {
        return statements.isEmpty() ? list + "::of" : holder(migration, direction, 0) + "::statements";
    }

    private static String holder(MigrationSource migration, String direction, int part) {
        return direction + String.format("%03d", migration.number()) + (part == 0 ? "" : "Part" + (part + 1));
    }

    private static void holders(
            MigrationSource migration, String direction, List<String> statements, JavaSource source, String list) {
        int parts = (statements.size() + STATEMENTS - 1) / STATEMENTS;
        for (int part = 0; part < parts; part++) {
            List<String> some =
                    statements.subList(part * STATEMENTS, Math.min((part + 1) * STATEMENTS, statements.size()));
            source.blank()
                    .add("private static final class $ {\n", holder(migration, direction, part))
                    .indent()
                    .add("static $<String> statements() {\n", list)
                    .indent();
            String open = "return " + list + ".of(\n";
            if (part + 1 < parts) {
                throw new UnsupportedOperationException("todo");
            }
            source.add(open).indent().indent();
            for (int i = 0; i < some.size(); i++) {
                source.add("$$\n", ConstantText.of(some.get(i)), i == some.size() - 1 ? ");" : ",");
            }
            source.outdent().outdent().outdent().add("}\n").outdent().add("}\n");
        }
    }
}
