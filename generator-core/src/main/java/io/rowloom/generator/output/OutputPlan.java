package io.rowloom.generator.output;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is to be on disk, compared with what is there, before anything is written.
 *
 * <p>A file in the way that does not bear {@link GeneratedFile#MARK} is a problem and so is a path that is wanted twice; with
 * problems nothing is written at all.
 */
public final class OutputPlan {
    /** How far into a file the mark is looked for, in bytes. */
    private static final int HEAD = 2_000;

    private final Path base;
    private final OutputState previous;
    private final boolean sameGenerator;
    private final Map<String, Planned> files = new HashMap<>();
    private final Set<String> orphans = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * One file of the plan.
     *
     * @param key its path in the state
     * @param target where it goes
     * @param file what it is to be
     * @param digest what the state keeps of its fingerprint
     * @param current whether the last run wrote the same and it is still there, so that it need not be spelled
     */
    record Planned(String key, File target, GeneratedFile file, String digest, boolean current) {}

    private OutputPlan(Path base, OutputState previous, String generator) {
        this.base = base;
        this.previous = previous;
        this.sameGenerator = previous.generator().equals(generator);
    }

    /**
     * Compares with the disk.
     *
     * @param base the project's folder, absolute; paths in messages are relative to it
     * @param folders what is to be
     * @param previous what the last run of this execution left
     * @param generator the generator's version; another one spells the same fingerprint in another way
     * @param others other executions of this build
     */
    public static OutputPlan of(
            Path base, List<OutputFolder> folders, OutputState previous, String generator, List<OtherExecution> others)
            throws IOException {
        OutputPlan plan = new OutputPlan(base, previous, generator);
        for (OutputFolder folder : folders) {
            String prefix = OutputState.key(base, folder.directory());
            for (GeneratedFile file : folder.files()) {
                plan.add(prefix.isEmpty() ? file.path() : prefix + '/' + file.path(), file);
            }
            for (String orphan : folder.orphans()) {
                plan.orphans.add(prefix.isEmpty() ? orphan : prefix + '/' + orphan);
            }
        }
        plan.refuseCollisions();
        for (OtherExecution other : others) {
            plan.refuseSharing(other);
        }
        return plan;
    }

    private void add(String key, GeneratedFile file) throws IOException {
        File target = OutputState.file(base.toFile(), key);
        String digest = Fingerprint.of(file.fingerprint());
        OutputState.Entry entry = previous.files().get(key);
        boolean untouched = entry != null && entry.matches(target);
        boolean current = untouched && sameGenerator && entry.fingerprint().equals(digest);
        if (!untouched && target.exists() && !isOurs(target)) {
            problems.add(key + ": error[foreign-file]: a file is in the way that Rowloom did not generate\n"
                    + "    move it, or let the plugin write to another place; nothing was written");
        }
        if (files.put(key, new Planned(key, target, file, digest, current)) != null) {
            problems.add(key + ": error[output-clash]: two outputs would be written to this file");
        }
    }

    /** Some file systems know no case: there, two paths that differ in nothing else are one file. */
    private void refuseCollisions() {
        Map<String, String> seen = new HashMap<>();
        for (String key : files.keySet()) {
            String other = seen.put(key.toLowerCase(Locale.ROOT), key);
            if (other != null) {
                String first = key.compareTo(other) < 0 ? key : other;
                String second = first.equals(key) ? other : key;
                problems.add(first + ": error[output-clash]: on file systems without case this is the same file as "
                        + second);
            }
        }
    }

    private void refuseSharing(OtherExecution other) throws IOException {
        OutputState theirs = OutputState.read(other.stateFile());
        List<String> shared = new ArrayList<>();
        theirs.files().forEach((theirKey, entry) -> {
            String key = other.baseDirectory().equals(base)
                    ? theirKey
                    : OutputState.key(
                            base,
                            OutputState.file(other.baseDirectory().toFile(), theirKey)
                                    .toPath()
                                    .normalize());
            Planned ours = files.get(key);
            if (ours != null && !ours.digest().equals(entry.fingerprint())) {
                shared.add(key);
            }
        });
        shared.sort(null);
        for (String key : shared) {
            problems.add(key + ": error[output-clash]: " + other.name() + " writes to this file too\n"
                    + "    give each execution its own model package, docs and migrationDirectory");
        }
    }

    /** What stands in the way, each as one message for the user; empty if the plan can be carried out. */
    public List<String> problems() {
        return problems.stream().sorted().toList();
    }

    /**
     * Writes what changed and removes what an earlier run left and this one does not make.
     *
     * @param inputs the fingerprint for the state that the result carries
     * @param generator the generator's version, for the same state
     */
    public OutputResult carryOut(String inputs, String generator) throws IOException {
        if (!problems.isEmpty()) {
            throw new IllegalStateException("a plan with problems is not carried out: " + problems);
        }
        return new OutputRun(base, files, orphans, previous).run(inputs, generator);
    }

    /** Whether the file says near its top that it was generated, and so may be overwritten or removed. */
    static boolean isOurs(File file) throws IOException {
        if (!file.isFile()) {
            return false;
        }
        try (InputStream in = new FileInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains(GeneratedFile.MARK);
        }
    }
}
