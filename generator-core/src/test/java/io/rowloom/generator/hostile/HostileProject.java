package io.rowloom.generator.hostile;

import io.rowloom.generator.DocumentSettings;
import io.rowloom.generator.Generation;
import io.rowloom.generator.GenerationRequest;
import io.rowloom.generator.Strictness;
import io.rowloom.generator.docs.DocsLayout;
import io.rowloom.generator.testing.Requests;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A project on disk with a hostile model and all that is generated from it. */
record HostileProject(Path root, List<String> texts) {
    /** Makes the project and generates it. */
    static HostileProject generate(Path root, List<String> texts) throws Exception {
        HostileProject project = new HostileProject(root, texts);
        Files.createDirectories(root.resolve("model"));
        project.write(HostileModel.yaml(texts, ""));
        Generation.run(project.request(DocsLayout.PAGE));
        return project;
    }

    void write(String yaml) throws IOException {
        Files.writeString(root.resolve("model/hostile.yaml"), yaml);
    }

    GenerationRequest request(DocsLayout layout) {
        return Requests.of(
                root,
                Strictness.WARN,
                Strictness.WARN,
                new DocumentSettings(layout, Optional.of(root.resolve("docs/database.html")), 0, Optional.empty()));
    }

    String read(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    /** The paths of all files, with {@code /}. */
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** Compiles all Java, Javadoc included, without a single warning. */
    ClassLoader compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = new ArrayList<>();
            files().stream().filter(file -> file.endsWith(".java")).forEach(file -> sources.add(root.resolve(file)));
            List<String> options = List.of(
                    "-encoding",
                    "UTF-8",
                    "-Xlint:all",
                    "-Xlint:-processing",
                    "-Xdoclint:all,-missing",
                    "-Werror",
                    "-proc:none",
                    "--release",
                    "17",
                    "-d",
                    classes.toString());
            if (!compiler.getTask(messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call()) {
                throw new AssertionError(messages);
            }
        }
        return new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    }
}
