package io.rowloom.generator.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * The classes of the generator as a JVM has loaded them, in a file that the next JVM maps: a sixth of a short generation is
 * loading and verifying classes.
 *
 * <p>It belongs to one JDK and to these jars, and lies beside the first of them, with which it goes. A JVM that does not take it
 * loads classes as usual. See <a href="https://docs.oracle.com/en/java/javase/17/vm/class-data-sharing.html">class data sharing</a> and
 * {@code docs/decisions/0023-classes-are-kept-loaded.md}.
 */
final class ClassArchive {
    private final List<File> jars;
    private final Path file;
    /** Builds that run at the same time do not write to the same file. */
    private final Path fresh;

    private final Consumer<String> log;

    /**
     * @param jars the class path, beside whose first jar the archive is kept
     * @param log takes why there is none
     */
    ClassArchive(List<File> jars, Consumer<String> log) {
        this.jars = jars;
        String name = "classes-" + digest(jars) + ".jsa";
        this.file = jars.isEmpty() ? Path.of(name) : jars.get(0).toPath().resolveSibling(name);
        this.fresh = file.resolveSibling(name + '.' + ProcessHandle.current().pid());
        this.log = log;
    }

    /** What the other JVM is told: to use it or, where there is none yet, to make it. */
    List<String> options() {
        if (isCurrent()) {
            return List.of("-XX:SharedArchiveFile=" + file);
        }
        return canBeMade() ? List.of("-XX:ArchiveClassesAtExit=" + fresh) : List.of();
    }

    /** Takes over what the other JVM has made, if it has; it has ended, {@code well} or not. */
    void made(boolean well) {
        try {
            if (well && Files.exists(fresh)) {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.deleteIfExists(fresh);
        } catch (IOException failure) {
            log.accept("No archive of classes: " + failure);
        }
    }

    /** Whether it is there and no jar was renewed since, as a snapshot may be. */
    private boolean isCurrent() {
        long time = file.toFile().lastModified();
        return time > 0 && jars.stream().allMatch(jar -> jar.lastModified() <= time);
    }

    /** A folder of classes cannot be archived, as it is where the generator itself is being built. */
    private boolean canBeMade() {
        return !jars.isEmpty()
                && jars.stream().allMatch(File::isFile)
                && Files.isWritable(file.toAbsolutePath().getParent());
    }

    private static String digest(List<File> jars) {
        CRC32 digest = new CRC32();
        for (String property : List.of("java.home", "java.vm.version")) {
            digest.update(System.getProperty(property).getBytes(StandardCharsets.UTF_8));
        }
        for (File jar : jars) {
            digest.update(jar.getPath().getBytes(StandardCharsets.UTF_8));
        }
        return Long.toHexString(digest.getValue());
    }
}
