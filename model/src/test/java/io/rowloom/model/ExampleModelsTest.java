package io.rowloom.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.rowloom.model.problem.InvalidModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The models of the examples are valid, and have the tables that the published references of their schemas list. */
class ExampleModelsTest {
    private static final Path EXAMPLES = Path.of("../examples");

    private static final Map<String, Integer> TABLES =
            Map.of("agents", 3, "broker", 9, "coordination", 24, "sessions", 3, "sprites", 10);

    @TestFactory
    Stream<DynamicTest> everyExampleModelIsValidAndComplete() {
        return TABLES.keySet().stream()
                .sorted()
                .map(name -> dynamicTest(name, () -> {
                    Model model = read(name);

                    assertEquals(name, model.database().name());
                    assertEquals(TABLES.get(name), model.tables().size());
                }));
    }

    private static Model read(String name) throws InvalidModelException, IOException {
        return ModelReader.read(EXAMPLES.resolve(name).resolve("src/main/rowloom"), EXAMPLES);
    }
}
