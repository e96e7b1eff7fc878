package io.rowloom.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A native image knows no class, method or resource that is looked for by name; so nothing here is. */
class NoReflectionTest {
    private static final Path CLASSES = Path.of("target/classes");
    private static final List<String> BY_NAME = List.of(
            "java/lang/reflect/",
            "java/util/ServiceLoader",
            "java/lang/ClassLoader",
            "forName",
            "getResource",
            "getDeclared",
            "java/io/ObjectInputStream");

    @Test
    void nothingIsLookedForByName() throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> classes;
        try (Stream<Path> files = Files.walk(CLASSES)) {
            classes = files.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : classes) {
            // Names of what a class uses stand in its file as they are.
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            BY_NAME.stream().filter(text::contains).forEach(name -> found.add(CLASSES.relativize(file) + " " + name));
        }
        assertEquals(List.of(), found);
        assertTrue(classes.size() > 80, "these are not the classes of the runtime: " + classes.size());
    }
}
