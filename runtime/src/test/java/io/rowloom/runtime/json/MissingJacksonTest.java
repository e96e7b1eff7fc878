package io.rowloom.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MissingJacksonTest {
    /** What an application does, loaded where there is no Jackson. */
    public static final class Writes implements Supplier<String> {
        @Override
        public String get() {
            return JsonText.write(List.of("a"), (output, value) -> output.list(value, JsonOutput::text));
        }
    }

    public static final class Reads implements Supplier<String> {
        @Override
        public String get() {
            return JsonText.read("[]", input -> input.list(JsonInput::text)).toString();
        }
    }

    @Test
    void whatToAddIsSaidEachTimeWhenJacksonIsMissing() throws Exception {
        assertEquals("[\"a\"]", new Writes().get());
        assertEquals("[]", new Reads().get());
        URL[] classes = {location(JsonText.class), location(Writes.class)};
        try (URLClassLoader bare = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
            for (Class<?> use : List.of(Writes.class, Reads.class, Writes.class)) {
                Supplier<?> there = (Supplier<?>)
                        bare.loadClass(use.getName()).getConstructor().newInstance();
                IllegalStateException error = assertThrows(IllegalStateException.class, there::get);
                assertTrue(error.getMessage().contains("com.fasterxml.jackson.core:jackson-core"), error.getMessage());
            }
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
