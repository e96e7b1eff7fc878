package io.rowloom.model.yaml;

import io.rowloom.model.Location;
import io.rowloom.model.problem.InvalidModelException;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a model, found and read as written. */
public final class ModelFiles {
    /** A thousand tables of ten columns are about a megabyte. */
    private static final int LARGEST = 16 * 1024 * 1024;

    private ModelFiles() {}

    /**
     * The files that make up a model, in the order in which they are read: the file itself, or every {@code *.yaml} file
     * below the folder by path. Names that begin with a dot and links to folders
     * are left alone.
     *
     * @throws IOException if a folder cannot be read
     */
    public static List<Path> find(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        return below(path, ".yaml");
    }

    private static List<Path> below(Path folder, String ending) throws IOException {
        List<Path> files = new ArrayList<>();
        collect(folder, ending, files);
        files.sort(Comparator.comparing(file -> slashed(folder.relativize(file))));
        return files;
    }

    private static void collect(Path folder, String ending, List<Path> files) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.toList()) {
                String name = child.getFileName().toString();
                if (name.startsWith(".")) {
                    continue;
                }
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    collect(child, ending, files);
                } else if (name.endsWith(ending)) {
                    files.add(child);
                }
            }
        }
    }

    /** Whether the path is meant to be that of a file. */
    private static boolean isFile(Path path) {
        return path.toString().endsWith(".yaml") && !Files.isDirectory(path);
    }

    /**
     * Reads the files of a model; what the format does not allow is missing from the result and has been added to {@code
     * problems}.
     *
     * @throws InvalidModelException if a file cannot be read as YAML, so that its tables are not known
     * @throws IOException if a file cannot be read at all
     */
    public static List<YamlMapping> read(Path path, Path base, Problems problems)
            throws InvalidModelException, IOException {
        List<Path> files = find(path);
        Location whole = new Location(shown(path, base), 1, 1);
        if (Files.isDirectory(path)) {
            for (Path file : below(path, ".yml")) {
                problems.add(
                        ProblemCode.FILE_NAME,
                        new Location(shown(file, base), 1, 1),
                        "the files of a model end in .yaml, and this one would be left out");
            }
        }
        if (files.isEmpty()) {
            problems.add(
                    ProblemCode.NO_MODEL,
                    whole,
                    "",
                    Files.isDirectory(path) ? "no *.yaml file in this folder" : "there is no such file or folder",
                    Optional.of("begin with " + shown(isFile(path) ? path : path.resolve("app.yaml"), base)));
        }
        List<YamlMapping> roots = new ArrayList<>();
        int left = LARGEST;
        for (Path file : files) {
            String name = shown(file, base);
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(left + 1);
            }
            if (bytes.length > left) {
                problems.add(
                        ProblemCode.FILE_TOO_LARGE,
                        new Location(name, 1, 1),
                        "a model of more than " + LARGEST / 1024 / 1024 + " MB is not read");
                break;
            }
            left -= bytes.length;
            SourceText.decode(name, bytes, problems)
                    .flatMap(text -> YamlComposer.compose(name, text, problems))
                    .ifPresent(roots::add);
        }
        if (roots.size() < files.size() || files.isEmpty()) {
            problems.throwIfAny();
        }
        FormatCheck check = new FormatCheck(problems);
        for (YamlMapping root : roots) {
            check.accepts(root, root, ModelFormat.FILE);
        }
        return roots;
    }

    private static String shown(Path path, Path base) {
        Path absolute = path.toAbsolutePath().normalize();
        Path root = base.toAbsolutePath().normalize();
        if (absolute.equals(root)) {
            return ".";
        }
        return slashed(absolute.startsWith(root) ? root.relativize(absolute) : path);
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
