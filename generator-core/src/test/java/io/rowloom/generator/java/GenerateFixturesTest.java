package io.rowloom.generator.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowloom.model.ModelReader;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each folder of {@code fixtures/generate} is a test: {@code model.yaml} is rendered, compiled without warnings and used by
 * {@code Driver.java}; {@code expected}, where it is there, holds the complete sources. {@code -Drowloom.fixtures=accept}
 * writes the expectations anew.
 */
class GenerateFixturesTest {
    private static final Path FIXTURES = Path.of("src/test/fixtures/generate");

    @TestFactory
    Stream<DynamicTest> generates(@TempDir Path folder) throws IOException {
        return Files.list(FIXTURES)
                .filter(Files::isDirectory)
                .sorted()
                .map(fixture -> DynamicTest.dynamicTest(
                        fixture.getFileName().toString(), () -> check(fixture, folder.resolve(fixture.getFileName()))));
    }

    private static void check(Path fixture, Path folder) throws Exception {
        GeneratedCode code = GeneratedCode.of(ModelReader.read(fixture.resolve("model.yaml"), FIXTURES));
        Path expected = fixture.resolve("expected");
        if (Files.exists(expected)) {
            if (accepts()) {
                code.write(expected);
            }
            assertEquals(tree(expected), code.sources());
        }
        code.with("com/example/db/Driver.java", Files.readString(fixture.resolve("Driver.java")));
        ClassLoader classes = code.compile(Files.createDirectories(folder));
        try {
            Class.forName("com.example.db.Driver", true, classes)
                    .getMethod("run")
                    .invoke(null);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw (Error) e.getCause();
        }
    }

    private static boolean accepts() {
        if (!"accept".equals(System.getProperty("rowloom.fixtures"))) {
            return false;
        }
        if (System.getenv("CI") != null) {
            throw new IllegalStateException("expectations are not accepted in CI");
        }
        return true;
    }

    private static Map<String, String> tree(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return files;
    }
}
