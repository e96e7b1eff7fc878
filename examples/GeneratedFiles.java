import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists what the build has generated from the model, in short. */
public final class GeneratedFiles {
    private GeneratedFiles() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("Generated from src/main/rowloom:");
        for (Path folder : List.of(
                Path.of("src/main/resources/db/migration"), Path.of("docs"), Path.of("target/generated-sources/rowloom"))) {
            show(folder);
        }
        System.out.println();
    }

    private static void show(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            var filesByFolder = below.filter(Files::isRegularFile)
                    .sorted()
                    .collect(Collectors.groupingBy(
                            Path::getParent, java.util.TreeMap::new, Collectors.toList()));
            for (var entry : filesByFolder.entrySet()) {
                System.out.println("  " + entry.getKey().toString().replace('\\', '/') + "/");
                showNames(entry.getValue());
            }
        }
    }

    private static void showNames(List<Path> files) throws IOException {
        if (files.size() <= 4) {
            for (Path file : files) {
                System.out.printf("    %s (%d lines)%n", file.getFileName(), lines(file));
            }
            return;
        }
        long lines = 0;
        for (Path file : files) {
            lines += lines(file);
        }
        String first = files.stream().limit(6).map(file -> file.getFileName().toString()).collect(Collectors.joining(", "));
        System.out.printf("    %d files, %d lines: %s, …%n", files.size(), lines, first);
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> text = Files.lines(file)) {
            return text.count();
        }
    }
}
