package io.rowloom.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The fixture folders of this module: {@code reject/<problem-code>[-variant]/} holds a model and the complete text of its
 * problems, {@code accept/<what>/} a model and what it means.
 *
 * <p>{@code -Drowloom.fixtures=accept} writes the expectations anew, for review; it is refused where {@code CI} is set.
 */
final class ModelFixtures {
    private static final Path ROOT = Path.of("src/test/fixtures");

    private ModelFixtures() {}

    static List<Path> folders(String kind) {
        try (Stream<Path> folders = Files.list(ROOT.resolve(kind))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertExpected(Path file, String actual) throws IOException {
        if ("accept".equals(System.getProperty("rowloom.fixtures"))) {
            assertFalse(System.getenv().containsKey("CI"), "expectations are not accepted where CI is set");
            Files.writeString(file, actual);
        }
        String expected = Files.exists(file) ? Files.readString(file) : "(no such file: " + file + ")\n";
        assertEquals(expected, actual, "accept the new text with -Drowloom.fixtures=accept if it is right");
    }
}
