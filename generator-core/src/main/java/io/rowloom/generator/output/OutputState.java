package io.rowloom.generator.output;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the last run saw and left, kept in one small file, so that the next one can tell in milliseconds that there is nothing
 * to do and knows which files are its own.
 *
 * @param generator which generator it was, by version
 * @param inputs the fingerprint of everything that was read
 * @param samples the fingerprint of the samples that an engine has taken
 * @param files what it left, by path: relative to the project's folder with {@code /}, or absolute where that cannot be
 */
public record OutputState(String generator, String inputs, String samples, Map<String, Entry> files) {
    /** Before the first run, or after {@code mvn clean}. */
    public static final OutputState NONE = new OutputState("", "", "", Map.of());

    private static final String FORMAT = "rowloom-state 2";

    /**
     * One file as it was left.
     *
     * @param fingerprint the digest of {@link GeneratedFile#fingerprint()}
     * @param size its length in bytes
     * @param modified its time of modification, milliseconds since 1970
     */
    public record Entry(String fingerprint, long size, long modified) {
        /** Whether the file is as it was left, by length and time. */
        boolean matches(File file) {
            // java.io.File because this runs for thousands of files in a cold JVM, where it takes half as long as
            // java.nio.
            return file.lastModified() == modified && file.length() == size;
        }
    }

    /** Reads the state; a file that is missing, damaged or of another version counts as {@link #NONE}. */
    public static OutputState read(Path stateFile) throws IOException {
        if (!stateFile.toFile().isFile()) {
            return NONE;
        }
        String text = new String(Files.readAllBytes(stateFile), StandardCharsets.UTF_8);
        try {
            return parse(text);
        } catch (IndexOutOfBoundsException | NumberFormatException damaged) {
            return NONE;
        }
    }

    private static OutputState parse(String text) {
        Lines lines = new Lines(text);
        if (!lines.next('\n').equals(FORMAT)) {
            return NONE;
        }
        String generator = lines.next('\n');
        String inputs = lines.next('\n');
        String samples = lines.next('\n');
        Map<String, Entry> files = new HashMap<>();
        while (lines.hasNext()) {
            String fingerprint = lines.next(' ');
            long size = Long.parseLong(lines.next(' '));
            long modified = Long.parseLong(lines.next(' '));
            files.put(lines.next('\n'), new Entry(fingerprint, size, modified));
        }
        return new OutputState(generator, inputs, samples, files);
    }

    /** The same, and the samples that an engine has taken. */
    public OutputState withSamples(String proved) {
        return new OutputState(generator, inputs, proved, files);
    }

    /** Writes the state for the next run. */
    public void write(Path stateFile) throws IOException {
        StringBuilder text = new StringBuilder(200 + files.size() * 120);
        text.append(FORMAT).append('\n');
        text.append(generator)
                .append('\n')
                .append(inputs)
                .append('\n')
                .append(samples)
                .append('\n');
        new TreeMap<>(files)
                .forEach((path, entry) -> text.append(entry.fingerprint)
                        .append(' ')
                        .append(entry.size)
                        .append(' ')
                        .append(entry.modified)
                        .append(' ')
                        .append(path)
                        .append('\n'));
        AtomicFile.write(stateFile, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether every file is still there as it was left. */
    public boolean outputsUntouched(Path base) {
        File folder = base.toFile();
        for (Map.Entry<String, Entry> file : files.entrySet()) {
            if (!file.getValue().matches(file(folder, file.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** How {@code path} is written in a state. */
    static String key(Path base, Path path) {
        if (base.getRoot() == null || !base.getRoot().equals(path.getRoot())) {
            return path.toString();
        }
        return base.relativize(path).toString().replace('\\', '/');
    }

    /** The file that is written as {@code key} in a state. */
    static File file(File base, String key) {
        File file = new File(key);
        return file.isAbsolute() ? file : new File(base, key);
    }

    /** Cuts a text at one character after the other, without a regular expression. */
    private static final class Lines {
        private final String text;
        private int position;

        Lines(String text) {
            this.text = text;
        }

        boolean hasNext() {
            return position < text.length();
        }

        String next(char end) {
            int at = text.indexOf(end, position);
            String part = text.substring(position, at);
            position = at + 1;
            return part;
        }
    }
}
