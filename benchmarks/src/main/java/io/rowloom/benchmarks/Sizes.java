package io.rowloom.benchmarks;

import io.rowloom.benchmarks.db.ChatDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How much code an application gets. */
final class Sizes {
    private Sizes() {}

    /**
     * Classes.
     *
     * @param count how many
     * @param bytes all of them together
     */
    record Classes(int count, long bytes) {}

    /** The generated classes of this module's two tables. */
    static Classes generated() throws IOException {
        try (Stream<Path> files = Files.list(home(ChatDatabase.class)
                .resolve(ChatDatabase.class.getPackageName().replace('.', '/')))) {
            List<Path> classes =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            long bytes = 0;
            for (Path file : classes) {
                bytes += Files.size(file);
            }
            return new Classes(classes.size(), bytes);
        }
    }

    /** Bytes of the jars that a library needs, the driver left out; 0 if it needs none. */
    static long jars(Libraries library) throws IOException {
        long bytes = 0;
        for (Path jar : classPath()) {
            String name = jar.getFileName().toString();
            if (parts(library).stream().anyMatch(name::startsWith)) {
                bytes += Files.size(jar);
            }
        }
        return bytes;
    }

    private static List<String> parts(Libraries library) {
        return switch (library) {
            case HAND_WRITTEN -> List.of();
            case ROWLOOM -> List.of("rowloom-runtime-");
            case JOOQ -> List.of("jooq-", "r2dbc-spi-", "reactive-streams-");
            case JDBI -> List.of("jdbi3-", "geantyref-", "slf4j-api-");
            case MYBATIS -> List.of("mybatis-");
            case HIBERNATE ->
                List.of(
                        "hibernate-",
                        "jakarta.",
                        "jboss-logging-",
                        "byte-buddy-",
                        "jaxb-",
                        "angus-",
                        "txw2-",
                        "istack-",
                        "antlr4-");
            case SPRING -> List.of("spring-", "commons-logging-");
        };
    }

    private static List<Path> classPath() {
        List<Path> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                jars.add(Path.of(entry));
            }
        }
        return jars;
    }

    private static Path home(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
