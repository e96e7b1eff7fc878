package io.rowloom.generator.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.migration.MigrationSource;
import io.rowloom.generator.testing.RandomModel;
import io.rowloom.generator.testing.TestModels;
import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.Model;
import io.rowloom.model.ModelReader;
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
    void noLineIsWiderThanReadersExpectButSqlAndMigrations() throws Exception {
        Path root = Path.of("..").toAbsolutePath().normalize();
        List<String> wide = new ArrayList<>();
        for (String name : List.of("coordination", "agents", "broker", "sessions", "sprites")) {
            Path model = root.resolve("examples/" + name + "/src/main/rowloom/" + name + ".yaml");
            GeneratedCode.of(ModelReader.read(model, root)).sources().forEach((path, text) -> {
                boolean sql = path.endsWith("Migrations.java");
                for (String line : text.split("\n")) {
                    if (!sql && line.length() > JavaSource.WIDTH && !line.matches(" *\"[^\"]*\"\\);")) {
                        wide.add(path + ": " + line);
                    }
                    // Text blocks and literals that have a line to themselves are SQL.
                    sql ^= !path.endsWith("Migrations.java") && line.split("\"\"\"", -1).length % 2 == 0;
                }
            });
        }
        assertEquals(List.of(), wide);
    }

    @Test
    void whatABuilderUsesWhenNothingIsSaidIsDocumentedAsTheModelHasIt() throws Exception {
        Path file = Files.writeString(folder.resolve("model.yaml"), """
                rowloom: 1
                database: {name: shop, package: com.example}
                tables:
                  items:
                    columns:
                      id: {type: integer, primary_key: true}
                      price: {type: "decimal(8,2)", default: 0.25}
                      tags: {json: "text[]", default: ["a"]}
                      state: {enum: [open, closed], default: open}
                      title: {type: text, default: none}
                      day: {type: date, default: 2024-02-29}
                      size: {type: bigint, default: 3}
                      ratio: {type: real, default: 0.5}
                      active: {type: boolean, default: true}
                      note: text?
                """);
        String source =
                GeneratedCode.of(ModelReader.read(file, folder)).sources().get("com/example/NewItem.java");
        List<String> shown = source.lines()
                .filter(line -> line.contains("Left out, it is "))
                .map(line -> line.replaceAll(".*The column [{]@code (.*?)[}]. Left out, it is (.*)[.] [*]/", "$1 $2"))
                .toList();
        assertEquals(
                List.of(
                        "price {@code 0.25}",
                        "tags {@code [\"a\"]}",
                        "state {@code 'open'}",
                        "title {@code 'none'}",
                        "day {@code 2024-02-29}",
                        "size {@code 3}",
                        "ratio {@code 0.5}",
                        "active {@code true}",
                        "note null"),
                shown);
    }

    @Test
    void aQueryOfWholeRowsReadsThemAsTheDaoDoes() throws Exception {
        Path root = Path.of("..").toAbsolutePath().normalize();
        Path model = root.resolve("examples/sessions/src/main/rowloom/sessions.yaml");
        String dao = GeneratedCode.of(ModelReader.read(model, root))
                .sources()
                .get("io/rowloom/examples/sessions/db/SessionDao.java");
        assertTrue(dao.contains("public static Session read(SqlRow row) throws SQLException {"), dao);
        assertTrue(
                dao.contains("return sql.list(QUERY_RECENTLY_USED, parameters -> parameters.integer(1, limit),"
                        + " SessionDao::read);"),
                dao);
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
    static Model withJavaNames(Model model) {
        return TestModels.withColumns(model, table -> {
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
            return columns;
        });
    }
}
