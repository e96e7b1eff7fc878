package io.rowloom.generator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.rowloom.model.Model;
import io.rowloom.model.ModelReader;
import io.rowloom.model.problem.InvalidModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Folders with a model and what is expected of its queries; accepted anew with {@code -Drowloom.fixtures=accept}. */
final class QueryFixtures {
    static final Path ROOT = Path.of("src/test/fixtures/query");

    private QueryFixtures() {}

    static List<Path> folders(String kind) throws IOException {
        try (var folders = Files.list(ROOT.resolve(kind))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    static Model model(Path folder) throws IOException, InvalidModelException {
        return ModelReader.read(folder.resolve("model.yaml"), folder);
    }

    static void compare(Path expected, String actual) throws IOException {
        if ("accept".equals(System.getProperty("rowloom.fixtures"))) {
            assertNull(System.getenv("CI"), "expectations are not accepted in CI");
            Files.writeString(expected, actual);
        }
        String known = Files.exists(expected) ? Files.readString(expected).replace("\r\n", "\n") : "";
        assertEquals(known, actual, "accept the new text with -Drowloom.fixtures=accept if it is right");
    }
}
