package io.rowloom.generator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowloom.model.ModelReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleQueriesTest {
    @ParameterizedTest
    @ValueSource(strings = {"agents", "broker", "coordination", "sessions", "sprites"})
    void everyQueryOfTheExamplesIsUnderstood(String name) throws Exception {
        Path root = Path.of("..").toAbsolutePath().normalize();
        Path model = root.resolve("examples/" + name + "/src/main/rowloom/" + name + ".yaml");
        assertEquals(
                List.of(), QueryAnalyzer.analyse(ModelReader.read(model, root)).problems());
    }
}
