package io.rowloom.generator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What Git remembers of a file, by the program {@code git}; nothing where there is neither. */
final class GitHistory {
    private static final int COMMITS = 100;

    private GitHistory() {}

    /**
     * A file as a commit has it.
     *
     * @param commit its short name
     * @param text the file
     */
    record Version(String commit, String text) {}

    /** The newest version of the file that is as wanted. */
    static Optional<Version> find(Path file, Predicate<String> wanted) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        String name = "./" + file.getFileName();
        List<String> commits = git(folder, "log", "--format=%h", "-n", Integer.toString(COMMITS), "--", name)
                .map(text -> text.lines().toList())
                .orElse(List.of());
        for (String commit : commits) {
            Optional<Version> version =
                    git(folder, "show", commit + ":" + name).filter(wanted).map(text -> new Version(commit, text));
            if (version.isPresent()) {
                return version;
            }
        }
        return Optional.empty();
    }

    /** The commit that a revision means; empty if Git knows none of that name. */
    static Optional<String> commit(Path folder, String revision) throws IOException {
        return git(folder, "rev-parse", "--verify", "--quiet", revision + "^{commit}")
                .map(String::strip);
    }

    /** A file as a commit has it, by its path from the folder; empty if it has none. */
    static Optional<String> text(Path folder, String commit, String path) throws IOException {
        return git(folder, "show", commit + ":./" + path);
    }

    /** What a command says; empty if it fails, as outside of a work tree, or if there is no Git. */
    private static Optional<String> git(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notInstalled) {
            // The message then tells the commands alone.
            return Optional.empty();
        }
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking git for " + String.join(" ", arguments), interrupted);
        }
    }
}
