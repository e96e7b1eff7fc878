package io.rowloom.generator.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.DocumentSettings;
import io.rowloom.generator.Generation;
import io.rowloom.generator.GenerationException;
import io.rowloom.generator.GenerationRequest;
import io.rowloom.generator.GenerationResult;
import io.rowloom.generator.Strictness;
import io.rowloom.generator.docs.DocsLayout;
import io.rowloom.generator.output.OtherExecution;
import io.rowloom.model.problem.InvalidModelException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another JVM gives what this one would: files, results and refusals. */
class GenerationProcessTest {
    private static final String MODEL = """
            rowloom: 1
            database: {name: notes, package: com.example.notes}
            tables:
              notes:
                description: Notes for «everybody», 日本語 too.
                columns:
                  id: {type: bigint, primary_key: auto}
                  title: text
              drafts:
                columns:
                  title: text
            queries:
              untitled:
                sql: SELECT * FROM notes WHERE title = ''
            """;

    @TempDir
    Path here;

    @TempDir
    Path there;

    private final List<String> log = new ArrayList<>();

    @Test
    void anotherJvmWritesWhatThisOneWrites() throws Exception {
        model(MODEL);
        GenerationResult result = process().run(request(there));
        assertEquals(List.of(), log);
        assertEquals(Generation.run(request(here)), result);
        assertFalse(result.notes().isEmpty(), "a query that reads every row, as a note from the other JVM");
        assertEquals(files(here), files(there));
        assertTrue(process().run(request(there)).upToDate());
        assertTrue(Generation.run(request(there)).upToDate(), "both leave the same state");
    }

    @Test
    void mistakesOfTheModelComeBackWithTheirPlaces() throws Exception {
        model(MODEL.replace("title: text\n  drafts", "title: txt\n  drafts"));
        var told = assertThrows(InvalidModelException.class, () -> process().run(request(there)));
        var same = assertThrows(InvalidModelException.class, () -> Generation.run(request(here)));
        assertEquals(same.problems(), told.problems());
        assertEquals(List.of(), log);
    }

    @Test
    void whatOnlyTheUserCanDecideComesBack() throws Exception {
        model(MODEL);
        for (Path root : List.of(here, there)) {
            Files.createDirectories(root.resolve("docs"));
            Files.writeString(root.resolve("docs/database.md"), "# By hand\n");
        }
        var told = assertThrows(GenerationException.class, () -> process().run(request(there)));
        var same = assertThrows(GenerationException.class, () -> Generation.run(request(here)));
        assertEquals(same.getMessage(), told.getMessage());
        assertEquals(List.of(), log);
    }

    @Test
    void filesThatCannotBeWrittenAreTold() throws Exception {
        model(MODEL);
        Files.writeString(there.resolve("db"), "in the way");
        assertThrows(IOException.class, () -> process().run(request(there)));
        assertEquals(List.of(), log);
    }

    @Test
    void withoutAnotherJvmThisOneGenerates() throws Exception {
        model(MODEL);
        GenerationProcess process = new GenerationProcess(() -> true, Path.of("no-such-java"), classPath(), log::add);
        assertFalse(process.run(request(there)).written().isEmpty());
        assertTrue(log.get(0).startsWith("Generating in this JVM"), log.get(0));
    }

    @Test
    void anotherJvmThatGivesNoAnswerIsNoFailure() throws Exception {
        model(MODEL);
        GenerationProcess process = new GenerationProcess(() -> true, GenerationProcess.ownJava(), List.of(), log::add);
        assertFalse(process.run(request(there)).written().isEmpty());
        assertEquals(1, log.size());
    }

    @Test
    void classesAreKeptLoadedForTheNextJvm(@TempDir Path repository) throws Exception {
        model(MODEL);
        List<File> jars = jars(repository);
        GenerationProcess process = new GenerationProcess(() -> true, GenerationProcess.ownJava(), jars, log::add);
        process.run(request(there));
        Path archive = archive(repository);
        assertTrue(isTaken(archive, jars));
        assertFalse(isTaken(archive, jars.subList(1, jars.size())), "a JVM with other jars takes it");
        FileTime made = Files.getLastModifiedTime(archive);

        Files.writeString(there.resolve("model/notes.yaml"), MODEL.replace("title: text", "title: text?"));
        assertFalse(process.run(request(there)).written().isEmpty());
        assertEquals(made, Files.getLastModifiedTime(archive), "it was made again");

        Files.setLastModifiedTime(
                jars.get(0).toPath(), FileTime.from(Instant.now().plusSeconds(1)));
        assertFalse(isTaken(archive, jars), "a JVM takes it for another jar");
        model(MODEL);
        process.run(request(there));
        assertTrue(isTaken(archive(repository), jars));
        assertEquals(List.of(), log);
    }

    /** The only archive beside the first jar. */
    private static Path archive(Path repository) throws IOException {
        try (Stream<Path> all = Files.list(repository)) {
            List<Path> archives = all.filter(
                            file -> file.getFileName().toString().contains(".jsa"))
                    .toList();
            assertEquals(1, archives.size(), archives::toString);
            assertTrue(archives.get(0).toString().endsWith(".jsa"), archives::toString);
            return archives.get(0);
        }
    }

    /** Whether a JVM that has to use an archive starts. */
    private static boolean isTaken(Path archive, List<File> jars) throws Exception {
        String path =
                String.join(File.pathSeparator, jars.stream().map(File::getPath).toList());
        return new ProcessBuilder(
                                GenerationProcess.ownJava().toString(),
                                "-Xshare:on",
                                "-XX:SharedArchiveFile=" + archive,
                                "-cp",
                                path,
                                "-version")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** The class path as it is where the generator is not being built: jars, the generator's first. */
    private static List<File> jars(Path repository) throws IOException {
        List<File> jars = new ArrayList<>();
        for (File entry : classPath()) {
            if (entry.getName().endsWith(".jar")) {
                jars.add(entry);
            } else if (entry.getName().equals("classes")) {
                Path jar = repository.resolve(jars.size() + ".jar");
                pack(entry.toPath(), jar);
                jars.add(0, jar.toFile());
            }
        }
        return jars;
    }

    private static void pack(Path folder, Path jar) throws IOException {
        try (Stream<Path> all = Files.walk(folder);
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
    }

    @Test
    void everyPartOfARequestArrives() throws Exception {
        DocumentSettings documents =
                new DocumentSettings(DocsLayout.FOLDER, Optional.of(Path.of("html")), 42, Optional.of("origin/main"));
        GenerationRequest request = new GenerationRequest(
                Path.of("base"),
                Path.of("model"),
                Path.of("java"),
                Path.of("db"),
                Path.of("docs"),
                Path.of("state"),
                "1.0 é",
                "mvn x",
                Set.of("drop-table:a", "drop-column:b.c"),
                Strictness.FAIL,
                Strictness.OFF,
                documents,
                List.of(new OtherExecution("other", Path.of("o"), Path.of("s"))));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Messages.write(request, new DataOutputStream(bytes));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        assertEquals(request, Messages.readRequest(in));
        assertEquals(-1, in.read(), "nothing is left");
    }

    private void model(String text) throws IOException {
        for (Path root : List.of(here, there)) {
            Files.createDirectories(root.resolve("model"));
            Files.writeString(root.resolve("model/notes.yaml"), text);
        }
    }

    private GenerationProcess process() {
        return new GenerationProcess(() -> true, GenerationProcess.ownJava(), classPath(), log::add);
    }

    private static List<File> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .toList();
    }

    private static GenerationRequest request(Path root) {
        return new GenerationRequest(
                root,
                root.resolve("model"),
                root.resolve("java"),
                root.resolve("db"),
                root.resolve("docs/database.md"),
                root.resolve("state"),
                "1.0",
                "mvn generate-sources",
                Set.of(),
                Strictness.WARN,
                Strictness.WARN,
                DocumentSettings.DEFAULT,
                List.of());
    }

    /** The text of every file but the state, which holds times. */
    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("state")) {
                    texts.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
                }
            }
        }
        return texts;
    }
}
