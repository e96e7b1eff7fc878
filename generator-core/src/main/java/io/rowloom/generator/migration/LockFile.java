package io.rowloom.generator.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of sealed migrations; one line for each, so that two branches that seal the same number meet in a merge conflict.
 *
 * @param entries in order of their numbers
 */
public record LockFile(List<Entry> entries) {
    /** Its name, beside the migrations. */
    public static final String NAME = "rowloom.lock.yaml";

    private static final String HEADER =
            "# Sealed migrations, written by Rowloom. They have been released and must not change.\n"
                    + "# A merge conflict here means that two branches sealed migrations: keep both lines and run the goal rebase.\n";
    private static final Pattern LINE =
            Pattern.compile("- \\{number: (\\d+), name: ([A-Za-z0-9_]+), checksum: \"(v\\d+:[0-9a-f]+)\"}");

    /** A sealed migration. */
    public record Entry(int number, String name, String checksum) {}

    /** Nothing is sealed. */
    public static final LockFile EMPTY = new LockFile(List.of());

    public LockFile {
        entries = List.copyOf(entries);
    }

    /**
     * Reads the file, which nobody but Rowloom writes.
     *
     * @throws IllegalArgumentException if a line is not understood, with {@code line: reason} as message
     */
    public static LockFile parse(String text) {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : Checksum.normalized(text).split("\n")) {
            number++;
            if (line.isBlank() || line.startsWith("#") || line.strip().equals("[]")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line.strip());
            if (!matcher.matches()) {
                String reason = line.startsWith("<<<<<<<") || line.startsWith("=======") || line.startsWith(">>>>>>>")
                        ? "a merge conflict: keep the lines of both sides, then run the goal rebase"
                        : "not a line of a lock file: " + line.strip();
                throw new IllegalArgumentException(number + ": " + reason);
            }
            entries.add(new Entry(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3)));
        }
        return new LockFile(entries);
    }

    /** The sealed migration of that number. */
    public Optional<Entry> entry(int number) {
        return entries.stream().filter(entry -> entry.number() == number).findFirst();
    }

    /** The highest number, 0 if nothing is sealed. */
    public int last() {
        return entries.stream().mapToInt(Entry::number).max().orElse(0);
    }

    /** The same with one more. */
    public LockFile with(Entry entry) {
        List<Entry> all = new ArrayList<>(entries);
        all.add(entry);
        return new LockFile(all);
    }

    /** The file. */
    public String text() {
        StringBuilder text = new StringBuilder(HEADER);
        for (Entry entry : entries) {
            text.append("- {number: ").append(entry.number()).append(", name: ").append(entry.name());
            text.append(", checksum: \"").append(entry.checksum()).append("\"}\n");
        }
        return text.toString();
    }
}
