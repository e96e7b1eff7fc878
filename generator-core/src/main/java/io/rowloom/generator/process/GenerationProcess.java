package io.rowloom.generator.process;

import io.rowloom.generator.Generation;
import io.rowloom.generator.GenerationException;
import io.rowloom.generator.GenerationRequest;
import io.rowloom.generator.GenerationResult;
import io.rowloom.model.problem.InvalidModelException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Generates in a JVM of its own, which is set up for work that is soon over; where that cannot be had, in this one.
 *
 * <p>Most of what a build pays for generation is the JVM's second compiler, which cannot be switched off in a JVM that runs.
 * See {@code docs/decisions/0014-generation-in-a-jvm-of-its-own.md}.
 */
public final class GenerationProcess {
    /** A JVM of that age is a daemon, an IDE or a long build: what it compiled once it has, or will need again. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private static final List<String> OPTIONS = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            // What is alive at once stays below 20 MB for a thousand tables; the JVM would take what the machine has.
            "-Xmn16m",
            "-XX:+DisplayVMOutputToStderr");

    /** What SQLite's driver and temporary files go by. */
    private static final List<String> PROPERTIES =
            List.of("java.io.tmpdir", "file.encoding", "org.sqlite.tmpdir", "org.sqlite.lib.path");

    private final BooleanSupplier worthwhile;
    private final Path java;
    private final List<File> classPath;
    private final Consumer<String> log;

    /**
     * @param java the {@code java} command
     * @param classPath the jars of the generator and of what it needs
     * @param log takes what only those want to know who look for a fault
     */
    public GenerationProcess(Path java, List<File> classPath, Consumer<String> log) {
        this(GenerationProcess::isYoung, java, classPath, log);
    }

    GenerationProcess(BooleanSupplier worthwhile, Path java, List<File> classPath, Consumer<String> log) {
        this.worthwhile = worthwhile;
        this.java = java;
        this.classPath = List.copyOf(classPath);
        this.log = log;
    }

    /** The {@code java} command of this JVM. */
    public static Path ownJava() {
        return Path.of(System.getProperty("java.home"), "bin", File.separatorChar == '\\' ? "java.exe" : "java");
    }

    /** Whether this JVM has not been up for long; costs milliseconds itself, so it is asked only where there is work. */
    private static boolean isYoung() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .filter(start -> start.isAfter(Instant.now().minus(YOUNG)))
                .isPresent();
    }

    /**
     * As {@link Generation#run}.
     *
     * @throws InvalidModelException if the model has mistakes; nothing was written
     * @throws GenerationException if something else needs a decision of the user; nothing was written
     * @throws IOException if a file cannot be read or written
     */
    public GenerationResult run(GenerationRequest request)
            throws InvalidModelException, GenerationException, IOException {
        Optional<GenerationResult> known = Generation.upToDate(request);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Answer> answer = worthwhile.getAsBoolean() ? ask(request) : Optional.empty();
        return answer.isPresent() ? answer.get().get() : Generation.run(request);
    }

    /** The answer of another JVM; empty if it gave none, so that the same here says why. */
    private Optional<Answer> ask(GenerationRequest request) {
        ClassArchive archive = new ClassArchive(classPath, log);
        try {
            Process process = new ProcessBuilder(command(archive))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()))) {
                Messages.write(request, out);
            }
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
                Answer answer = Answer.read(in);
                archive.made(process.waitFor() == 0);
                return Optional.of(answer);
            } finally {
                process.destroy();
            }
        } catch (IOException failure) {
            log.accept("Generating in this JVM, as another one gave no answer: " + failure);
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private List<String> command(ClassArchive archive) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(OPTIONS);
        command.addAll(archive.options());
        for (String property : PROPERTIES) {
            String value = System.getProperty(property);
            if (value != null) {
                command.add("-D" + property + '=' + value);
            }
        }
        StringBuilder path = new StringBuilder();
        for (File entry : classPath) {
            path.append(path.isEmpty() ? "" : File.pathSeparator).append(entry);
        }
        command.addAll(List.of("-cp", path.toString(), GenerationMain.class.getName()));
        return command;
    }
}
