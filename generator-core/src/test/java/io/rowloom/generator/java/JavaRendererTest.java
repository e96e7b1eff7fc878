package io.rowloom.generator.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowloom.generator.migration.MigrationSource;
import io.rowloom.generator.testing.RandomModel;
import io.rowloom.generator.testing.TestModels;
import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.Model;
import io.rowloom.model.ModelReader;
import io.rowloom.model.Table;
import io.rowloom.runtime.Migration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaRendererTest {
    @TempDir
    Path folder;

    @Test
    void theExamplesCompileWithoutWarnings() throws Exception {
        Path root = Path.of("..").toAbsolutePath().normalize();
        for (String name : List.of("coordination", "agents", "broker", "sessions")) {
            Path model = root.resolve("examples/" + name + "/src/main/rowloom/" + name + ".yaml");
            GeneratedCode.of(ModelReader.read(model, root)).compile(folder);
        }
    }

    @Test
    void whateverIsInAModelCannotBreakOutOfTheSource() throws Exception {
        for (long seed = 0; seed < 12; seed++) {
            Model model = withJavaNames(RandomModel.of(seed));
            try {
                GeneratedCode.of(model).compile(Files.createDirectories(folder.resolve("seed" + seed)));
            } catch (Exception | AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    @Test
    void equalModelsGiveEqualBytes() {
        for (long seed = 0; seed < 20; seed++) {
            assertEquals(
                    GeneratedCode.of(RandomModel.of(seed)).sources(),
                    GeneratedCode.of(RandomModel.of(seed)).sources(),
                    "seed " + seed);
        }
    }

    @Test
    void migrationsOfAnySizeAndTextArriveAsTheyAre() throws Exception {
        List<String> up = new ArrayList<>();
        for (int i = 0; i < 2 * MigrationsWriter.STATEMENTS_IN_CLASS + 1; i++) {
            up.add("INSERT INTO t VALUES (" + i + ")");
        }
        String line = "é\ud83e\udd16\0 \\u000a \"\"\"\" '$' \n";
        up.add(line.repeat(20_000));
        up.add("  \n   x  \n\n \t\r\n" + line + "\"\"\"");
        up.add("x\n\"");
        up.add("\ud800");
        List<MigrationSource> sources = List.of(
                new MigrationSource(1, "initial", "v1:1", true, up, List.of()),
                new MigrationSource(2, "next", "v1:2", false, List.of("SELECT 1"), List.of("SELECT 2", "SELECT 3")));
        Model model = TestModels.model(TestModels.table("t", TestModels.column("a", ColumnType.Scalar.TEXT)));
        ClassLoader classes = GeneratedCode.of(model, sources).compile(folder);
        @SuppressWarnings("unchecked")
        List<Migration> migrations = (List<Migration>) Class.forName("com.example.test.TestMigrations", true, classes)
                .getMethod("all")
                .invoke(null);
        assertEquals(2, migrations.size());
        assertEquals(up, migrations.get(0).up().get());
        assertEquals(List.of(), migrations.get(0).down().get());
        assertEquals("next", migrations.get(1).name());
        assertEquals(List.of("SELECT 2", "SELECT 3"), migrations.get(1).down().get());
    }

    /** The model with columns that have Java names, as those that are read from YAML always do. */
    private static Model withJavaNames(Model model) {
        List<Table> tables = new ArrayList<>();
        for (Table table : model.tables()) {
            List<Column> columns = new ArrayList<>();
            for (Column column : table.columns()) {
                columns.add(new Column(
                        column.name(),
                        "column" + columns.size(),
                        column.type(),
                        column.nullable(),
                        column.defaultValue(),
                        column.generated(),
                        column.autoIncrement(),
                        column.autoUpdate(),
                        column.version(),
                        column.collation(),
                        column.sqlType(),
                        column.description(),
                        column.renamedFrom(),
                        column.backfill(),
                        column.location()));
            }
            tables.add(new Table(
                    table.name(),
                    table.javaName(),
                    table.recordName(),
                    table.section(),
                    table.description(),
                    columns,
                    table.primaryKey(),
                    table.foreignKeys(),
                    table.uniques(),
                    table.indexes(),
                    table.checks(),
                    table.samples(),
                    table.withoutRowid(),
                    table.strict(),
                    table.renamedFrom(),
                    table.location()));
        }
        return new Model(model.database(), model.enums(), model.shapes(), tables, model.queries());
    }
}
