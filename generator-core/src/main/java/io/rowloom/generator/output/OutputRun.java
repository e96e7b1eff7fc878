package io.rowloom.generator.output;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Carries out one plan; used once. */
final class OutputRun {
    private final Path base;
    private final Map<String, OutputPlan.Planned> files;
    private final Set<String> orphans;
    private final OutputState previous;
    private final Map<String, OutputState.Entry> entries = new HashMap<>();
    private final List<String> written = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();

    OutputRun(Path base, Map<String, OutputPlan.Planned> files, Set<String> orphans, OutputState previous) {
        this.base = base;
        this.files = files;
        this.orphans = orphans;
        this.previous = previous;
    }

    OutputResult run(String inputs, String generator) throws IOException {
        for (String key : new TreeSet<>(files.keySet())) {
            write(files.get(key));
        }
        Set<String> gone = new TreeSet<>(previous.files().keySet());
        gone.addAll(orphans);
        for (String key : gone) {
            if (!files.containsKey(key)) {
                remove(key);
            }
        }
        OutputState state = new OutputState(generator, inputs, "", entries);
        return new OutputResult(written, removed, files.size() - written.size(), state);
    }

    private void write(OutputPlan.Planned planned) throws IOException {
        File target = planned.target();
        if (!planned.current()) {
            byte[] bytes = bytes(planned.file());
            if (!holds(target, bytes)) {
                AtomicFile.write(target.toPath(), bytes);
                written.add(planned.key());
            }
        }
        entries.put(planned.key(), new OutputState.Entry(planned.digest(), target.length(), target.lastModified()));
    }

    private static byte[] bytes(GeneratedFile file) {
        String text = file.text().get();
        if (!text.contains(GeneratedFile.MARK) || !text.endsWith("\n")) {
            throw new IllegalStateException("a generated text has a mark, and a line end at its end: " + file.path());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean holds(File target, byte[] bytes) throws IOException {
        return target.length() == bytes.length
                && target.isFile()
                && Arrays.equals(Files.readAllBytes(target.toPath()), bytes);
    }

    private void remove(String key) throws IOException {
        File file = OutputState.file(base.toFile(), key);
        if (!OutputPlan.isOurs(file)) {
            return;
        }
        Files.delete(file.toPath());
        removed.add(key);
        removeEmptyFolders(file.getParentFile());
    }

    /** A package that lost its last class goes too, up to the project's folder. */
    private void removeEmptyFolders(File folder) {
        Path current = folder.toPath().normalize();
        while (current.startsWith(base) && !current.equals(base)) {
            String[] rest = current.toFile().list();
            if (rest == null || rest.length > 0 || !current.toFile().delete()) {
                return;
            }
            current = current.getParent();
        }
    }
}
