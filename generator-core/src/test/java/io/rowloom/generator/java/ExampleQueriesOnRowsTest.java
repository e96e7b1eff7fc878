package io.rowloom.generator.java;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.model.Model;
import io.rowloom.model.ModelReader;
import io.rowloom.model.NamedQuery;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The queries of the published references, as queries of the example models or as finders, used on real rows. */
class ExampleQueriesOnRowsTest {
    @ParameterizedTest
    @ValueSource(strings = {"agents", "broker", "sprites"})
    void everyQueryGivesWhatItsReferenceSays(String name, @TempDir Path folder) throws Exception {
        Path root = Path.of("..").toAbsolutePath().normalize();
        Model model = ModelReader.read(root.resolve("examples/" + name + "/src/main/rowloom/" + name + ".yaml"), root);
        String driver = Files.readString(Path.of("src/test/fixtures/examples/" + name + ".java"));
        for (NamedQuery query : model.queries()) {
            assertTrue(driver.contains('.' + query.name() + '('), query.name() + " is not used");
        }
        ClassLoader classes = GeneratedCode.of(model)
                .with("io/rowloom/examples/" + name + "/db/Driver.java", driver)
                .compile(folder);
        try {
            Class.forName("io.rowloom.examples." + name + ".db.Driver", true, classes)
                    .getMethod("run")
                    .invoke(null);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
