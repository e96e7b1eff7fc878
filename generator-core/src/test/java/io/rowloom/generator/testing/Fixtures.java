package io.rowloom.generator.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.rowloom.model.Model;
import io.rowloom.model.ModelReader;
import io.rowloom.model.problem.InvalidModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Folders that are tests. {@code -Drowloom.fixtures=accept} writes what came out as what is expected; refused where the
 * environment variable CI is set.
 */
public final class Fixtures {
    private static final Path ROOT = Path.of("src/test/fixtures");

    private Fixtures() {}

    /** What is tried with each folder. */
    public interface Trial {
        void run(Path folder) throws Exception;
    }

    /** A test for each folder in the group of that name. */
    public static Stream<DynamicTest> in(String group, Trial trial) throws IOException {
        List<Path> folders;
        try (Stream<Path> found = Files.list(ROOT.resolve(group))) {
            folders = found.filter(Files::isDirectory).sorted().toList();
        }
        assertFalse(folders.isEmpty(), "no fixtures in " + group);
        return folders.stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> trial.run(folder)));
    }

    /** The model in the folder. */
    public static Model model(Path folder) throws IOException, InvalidModelException {
        return ModelReader.read(folder.resolve("model.yaml"), folder);
    }

    /** Compares a text with a file of the folder. */
    public static void expect(Path file, String actual) throws IOException {
        if ("accept".equals(System.getProperty("rowloom.fixtures"))) {
            assertFalse(System.getenv().containsKey("CI"), "expectations are not accepted where CI is set");
            Files.writeString(file, actual);
        }
        assertEquals(Files.exists(file) ? Files.readString(file) : "", actual, file.toString());
    }
}
