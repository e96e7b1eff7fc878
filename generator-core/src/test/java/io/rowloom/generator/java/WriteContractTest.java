package io.rowloom.generator.java;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.dao.DaoMethod;
import io.rowloom.generator.dao.Daos;
import io.rowloom.generator.dao.TableDao;
import io.rowloom.generator.testing.RandomModel;
import io.rowloom.model.Model;
import io.rowloom.model.ModelReader;
import io.rowloom.model.Table;
import io.rowloom.runtime.Migration;
import io.rowloom.runtime.SqlBinder;
import io.rowloom.runtime.SqlStatement;
import io.rowloom.runtime.SqliteDatabase;
import io.rowloom.runtime.SqliteOptions;
import io.rowloom.runtime.SqlitePragma;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every method that writes, of every table of every example, of some fixtures and of random models, with random
 * rows at the bounds of what their columns hold: what goes in is what SQLite holds and what comes out.
 *
 * <p>Foreign keys, checks and triggers are off, as they would refuse or change what is random.
 * {@code -Drowloom.models=100} tries more random models, {@code -Drowloom.seed=…} others.
 */
class WriteContractTest {
    private static final int MODELS = Integer.getInteger("rowloom.models", 5);
    private static final long SEED = Long.getLong("rowloom.seed", 0);
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TestFactory
    Stream<DynamicTest> whatGoesInComesOut(@TempDir Path folder) {
        List<Path> models = new ArrayList<>();
        for (String example : List.of("agents", "broker", "coordination", "sessions", "sprites")) {
            models.add(ROOT.resolve("examples/" + example + "/src/main/rowloom/" + example + ".yaml"));
        }
        for (String fixture : List.of("writes", "every-type", "computed-columns", "json-shapes", "wide-table")) {
            models.add(Path.of("src/test/fixtures/generate", fixture, "model.yaml"));
        }
        return models.stream()
                .map(model -> DynamicTest.dynamicTest(
                        ROOT.relativize(model.toAbsolutePath()).toString(),
                        () -> check(
                                ModelReader.read(model, ROOT),
                                Files.createDirectories(folder.resolve("" + models.indexOf(model))),
                                1)));
    }

    @Test
    void whatGoesInComesOutOfRandomModels(@TempDir Path folder) throws Exception {
        Set<DaoMethod.Kind> used = EnumSet.noneOf(DaoMethod.Kind.class);
        for (long seed = SEED; seed < SEED + MODELS; seed++) {
            try {
                Model model = JavaRendererTest.withJavaNames(RandomModel.of(seed));
                used.addAll(check(model, Files.createDirectories(folder.resolve("seed" + seed)), seed));
            } catch (Exception | AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        for (DaoMethod.Kind kind : List.of(
                DaoMethod.Kind.INSERT,
                DaoMethod.Kind.INSERT_ALL,
                DaoMethod.Kind.UPSERT,
                DaoMethod.Kind.UPDATE,
                DaoMethod.Kind.PATCH,
                DaoMethod.Kind.DELETE_ALL)) {
            assertTrue(used.contains(kind), kind + " was not run");
        }
    }

    private static Set<DaoMethod.Kind> check(Model model, Path folder, long seed) throws Exception {
        return check(model, GeneratedCode.of(model), folder, seed);
    }

    /** With code that need not be what the model gives. */
    static Set<DaoMethod.Kind> check(Model model, GeneratedCode code, Path folder, long seed) throws Exception {
        ClassLoader classes = code.compile(folder);
        String packageName = model.database().packageName();
        String prefix = model.database().className().replaceFirst("Database$", "");
        @SuppressWarnings("unchecked")
        List<Migration> migrations =
                (List<Migration>) Class.forName(packageName + '.' + prefix + "Migrations", true, classes)
                        .getMethod("all")
                        .invoke(null);
        List<SqlitePragma> pragmas =
                List.of(new SqlitePragma("foreign_keys", "OFF"), new SqlitePragma("ignore_check_constraints", "ON"));
        Set<DaoMethod.Kind> used = EnumSet.noneOf(DaoMethod.Kind.class);
        try (SqliteDatabase database = SqliteDatabase.openInMemory(pragmas, migrations, SqliteOptions.defaults())) {
            SqlStatement triggers =
                    SqlStatement.read("", "plain", "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
            for (String trigger : database.list(triggers, SqlBinder.NONE, row -> row.text(1))) {
                String sql = "DROP TRIGGER \"" + trigger.replace("\"", "\"\"") + '"';
                database.execute(SqlStatement.write("", "plain", sql), SqlBinder.NONE);
            }
            Daos daos = Daos.of(model);
            for (Table table : model.tables()) {
                try {
                    TableDao dao = daos.of(table);
                    used.addAll(new WriteContract(dao, database, packageName, classes, seed).check());
                } catch (Exception | AssertionError e) {
                    throw new AssertionError("table " + table.name() + ": " + e, e);
                }
            }
        }
        return used;
    }
}
