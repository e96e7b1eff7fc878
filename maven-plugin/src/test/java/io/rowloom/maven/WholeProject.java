package io.rowloom.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A project below {@code src/it} after its first build: further runs of Maven in it, all offline, and what they did to its files.
 */
public final class WholeProject {
    private final Path folder;
    private final Path repository;

    /** Takes what the invoker plugin gives to a script. */
    public WholeProject(File folder, File repository) {
        this.folder = folder.toPath();
        this.repository = repository.toPath();
    }

    /**
     * A run of Maven.
     *
     * @param succeeded whether it ended without an error
     * @param log everything that it printed
     */
    public record Run(boolean succeeded, String log) {
        /** The lines of a failure, as the user reads them, without the level in front. */
        public String errors() {
            List<String> lines = new ArrayList<>();
            for (String line : log.lines().toList()) {
                if (line.startsWith("[ERROR] ")) {
                    lines.add(line.substring("[ERROR] ".length()));
                }
            }
            return String.join("\n", lines);
        }
    }

    /** Runs goals and options offline; fails if Maven does. */
    public Run mvn(String... arguments) throws IOException, InterruptedException {
        Run run = tryMvn(arguments);
        require(run.succeeded, "mvn " + String.join(" ", arguments) + " failed\n" + run.log);
        return run;
    }

    /** Runs goals and options offline. */
    public Run tryMvn(String... arguments) throws IOException, InterruptedException {
        return tryMvn(Map.of(), arguments);
    }

    /** Runs goals and options offline, with further variables in the environment. */
    public Run tryMvn(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        boolean windows = File.separatorChar == '\\';
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("maven.home"), "bin", windows ? "mvn.cmd" : "mvn")
                .toString());
        command.addAll(List.of("-o", "-B", "-ntp", "-Dmaven.repo.local=" + repository));
        // Only the name of its repository matters here, by which Maven remembers where an artifact is from.
        command.addAll(
                List.of("-s", folder.resolve("../../../src/it/settings.xml").toString()));
        command.addAll(List.of(arguments));
        Path log = folder.resolve("further-run.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        int status = process.waitFor();
        // Maven's start script resets the colours of a terminal.
        String text = Files.readString(log).replaceAll("\u001b\\[[0-9;]*m", "");
        Files.delete(log);
        return new Run(status == 0, text);
    }

    /** Every file that is generated, by path, with its time of modification and its text. */
    public Map<String, String> generated() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String root : List.of("target/generated-sources", "src/main/resources", "docs", "src/main/rowloom")) {
            Path start = folder.resolve(root);
            if (!Files.exists(start)) {
                continue;
            }
            try (Stream<Path> all = Files.walk(start)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    String path = folder.relativize(file).toString().replace('\\', '/');
                    files.put(path, Files.getLastModifiedTime(file) + "\n" + Files.readString(file));
                }
            }
        }
        return files;
    }

    /** The paths that are new, gone, or were written between two calls of {@link #generated}. */
    public static List<String> touched(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        paths.removeIf(path -> after.containsKey(path) && after.get(path).equals(before.get(path)));
        return List.copyOf(paths);
    }

    /** The texts alone. */
    public static Map<String, String> texts(Map<String, String> generated) {
        Map<String, String> texts = new TreeMap<>();
        generated.forEach((path, file) -> texts.put(path, file.substring(file.indexOf('\n') + 1)));
        return texts;
    }

    public String read(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    public void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Replaces text that must be there. */
    public void edit(String path, String from, String to) throws IOException {
        String text = read(path);
        require(text.contains(from), path + " does not contain: " + from);
        write(path, text.replace(from, to));
    }

    /** Deletes files and folders with all that is in them. */
    public void delete(String... paths) throws IOException {
        for (String path : paths) {
            try (Stream<Path> all = Files.walk(folder.resolve(path))) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    public boolean exists(String path) {
        return Files.exists(folder.resolve(path));
    }

    /** Runs a class of the project in a JVM of its own, with what it depends on from the repository. */
    public String java(String mainClass) throws IOException, InterruptedException {
        return run("-cp", path(List.of()), mainClass);
    }

    /** The same on the module path, {@code com.example.app/com.example.app.Main}, with more artifacts. */
    public String javaModule(String main, List<String> artifacts) throws IOException, InterruptedException {
        return run("--module-path", path(artifacts), "--module", main);
    }

    private String path(List<String> more) throws IOException {
        List<String> path =
                new ArrayList<>(List.of(folder.resolve("target/classes").toString()));
        List<String> artifacts =
                new ArrayList<>(List.of("io/rowloom/rowloom-runtime", "org/xerial/sqlite-jdbc", "org/slf4j/slf4j-api"));
        artifacts.addAll(more);
        for (String artifact : artifacts) {
            try (Stream<Path> all = Files.walk(repository.resolve(artifact))) {
                all.map(Path::toString).filter(name -> name.endsWith(".jar")).forEach(path::add);
            }
        }
        return String.join(File.pathSeparator, path);
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        require(process.waitFor() == 0, String.join(" ", arguments) + " failed\n" + output);
        return output;
    }

    /** Fails with a message; Groovy's own assert would print a whole log as a diagram. */
    public static void require(boolean condition, String message) {
        if (!condition) {
            throw new AssertionError(message);
        }
    }

    /** Fails unless both are equal, and shows both. */
    public static void requireEqual(Object expected, Object actual) {
        require(expected.equals(actual), "expected:\n" + shown(expected) + "\nbut was:\n" + shown(actual));
    }

    private static String shown(Object value) {
        return value instanceof Collection<?> all
                ? String.join("\n", all.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }
}
