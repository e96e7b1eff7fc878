package io.rowloom.generator.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.model.Model;
import io.rowloom.model.ModelReader;
import io.rowloom.model.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every method that reads, counts or deletes, of every table of every example and of the models of the fixtures: run on a
 * real database full of ties and NULL, compared with plain SQL that uses no index, and its plan looked at.
 */
class DaoContractTest {
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
                            Stream.of(DynamicTest.dynamicTest("in all", contract::assertUsed)))
                    .onClose(contract::close);
        } catch (Exception e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private static void check(Contract contract, Table table) throws Exception {
        assertTrue(contract.rows(table) > 3, "too few rows in " + table.name());
        assertEquals(List.of(), contract.violations(table));
    }
}
