package io.rowloom.generator.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.dao.DaoMethod;
import io.rowloom.generator.testing.RandomModel;
import io.rowloom.model.Model;
import io.rowloom.model.ModelReader;
import io.rowloom.model.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every method that reads, counts or deletes, of every table of every example, of the models of the fixtures and of random
 * models: run on a real database full of ties and NULL, compared with plain SQL that uses no index, and its plan looked at.
 *
 * <p>{@code -Drowloom.models=100} tries more random models, {@code -Drowloom.seed=…} others.
 */
class DaoContractTest {
    private static final int MODELS = Integer.getInteger("rowloom.models", 5);
    private static final long SEED = Long.getLong("rowloom.seed", 1);
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TestFactory
    Stream<DynamicContainer> holds(@TempDir Path folder) throws IOException {
        List<Path> models = new ArrayList<>();
        for (String example : List.of("agents", "broker", "coordination", "sessions", "sprites")) {
            models.add(ROOT.resolve("examples/" + example + "/src/main/rowloom/" + example + ".yaml"));
        }
        try (Stream<Path> fixtures = Files.list(Path.of("src/test/fixtures/generate"))) {
            fixtures.filter(Files::isDirectory).sorted().forEach(fixture -> models.add(fixture.resolve("model.yaml")));
        }
        return models.stream()
                .map(model -> DynamicContainer.dynamicContainer(
                        model.toString(), tables(model, folder.resolve("" + models.indexOf(model)))));
    }

    private static Stream<DynamicTest> tables(Path file, Path folder) {
        try {
            Model model = ModelReader.read(file, ROOT);
            Contract contract = Contract.of(model, Files.createDirectories(folder));
            return Stream.concat(
                            model.tables().stream()
                                    .map(table -> DynamicTest.dynamicTest(table.name(), () -> check(contract, table))),
                            Stream.of(DynamicTest.dynamicTest("in all", () -> assertUsed(contract.used()))))
                    .onClose(contract::close);
        } catch (Exception e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    @Test
    void holdsForRandomModels(@TempDir Path folder) throws Exception {
        Set<DaoMethod.Kind> used = EnumSet.noneOf(DaoMethod.Kind.class);
        List<String> violations = new ArrayList<>();
        for (long seed = SEED; seed < SEED + MODELS; seed++) {
            Model model = JavaRendererTest.withJavaNames(RandomModel.of(seed));
            try {
                Contract contract = Contract.of(model, Files.createDirectories(folder.resolve("seed" + seed)));
                for (Table table : model.tables()) {
                    for (String violation : contract.violations(table)) {
                        violations.add("seed " + seed + ", table " + table.name() + ": " + violation);
                    }
                }
                contract.close();
                used.addAll(contract.used());
            } catch (Exception | AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertEquals(List.of(), violations);
        assertUsed(used);
        assertTrue(used.containsAll(EnumSet.range(DaoMethod.Kind.FIND, DaoMethod.Kind.EXISTS)), used::toString);
        assertTrue(used.containsAll(EnumSet.range(DaoMethod.Kind.LIST_FOUND, DaoMethod.Kind.STREAM)), used::toString);
    }

    /** That the kinds of methods that every model has were called. */
    private static void assertUsed(Set<DaoMethod.Kind> used) {
        List<DaoMethod.Kind> always =
                List.of(DaoMethod.Kind.COUNT, DaoMethod.Kind.LIST, DaoMethod.Kind.STREAM, DaoMethod.Kind.PAGE);
        assertTrue(used.containsAll(always), used::toString);
    }

    private static void check(Contract contract, Table table) throws Exception {
        assertTrue(contract.rows(table) > 3, "too few rows in " + table.name());
        assertEquals(List.of(), contract.violations(table));
    }
}
