package io.rowloom.generator.java;

import io.rowloom.generator.dao.Daos;
import io.rowloom.generator.migration.MigrationSource;
import io.rowloom.generator.output.GeneratedFile;
import io.rowloom.generator.query.QueryAnalysis;
import io.rowloom.generator.query.QueryAnalyzer;
import io.rowloom.generator.sqlite.SqliteSchema;
import io.rowloom.generator.sqlite.SqliteStatement;
import io.rowloom.model.Model;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What a model became: sources, and after {@link #compile} classes. */
final class GeneratedCode {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*\\.(\\w+);$");

    private final Map<String, String> sources = new TreeMap<>();

    /** Renders a model whose only migration makes its whole schema. */
    static GeneratedCode of(Model model) {
        List<String> up = SqliteSchema.render(model).statements().stream()
                .map(SqliteStatement::sql)
                .toList();
        return of(model, List.of(new MigrationSource(1, "initial", "v1:0", true, up, List.of())));
    }

    static GeneratedCode of(Model model, List<MigrationSource> migrations) {
        GeneratedCode code = new GeneratedCode();
        for (GeneratedFile file : JavaRenderer.render(model, queries(model), Daos.of(model), migrations)) {
            String source = file.text().get();
            if (source.indexOf('\r') >= 0) {
                throw new AssertionError(file.path() + " has a line end that is not \\n");
            }
            code.sources.put(file.path(), withoutIdleImports(file.path(), source));
        }
        return code;
    }

    /** The source itself; javac warns of no import that nothing uses. */
    private static String withoutIdleImports(String path, String source) {
        String rest = source.replaceAll("(?m)^import .*$", "");
        Matcher imported = IMPORT.matcher(source);
        while (imported.find()) {
            String name = imported.group(1);
            if (!Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                    .matcher(rest)
                    .find()) {
                throw new AssertionError(path + " imports " + name + " and does not use it");
            }
        }
        return source;
    }

    /** The queries and views that are right; what needs one that is not does not compile. */
    private static QueryAnalysis queries(Model model) {
        try {
            return QueryAnalyzer.analyse(model);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    Map<String, String> sources() {
        return sources;
    }

    /** Adds code that uses what was generated. */
    GeneratedCode with(String path, String text) {
        sources.put(path, text);
        return this;
    }

    /** Compiles without a single warning into {@code folder} and gives the classes. */
    ClassLoader compile(Path folder) {
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((path, text) -> units.add(new Source(path, text)));
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "-Xlint:all",
                "-Xlint:-processing",
                "-Werror",
                "-proc:none",
                "--release",
                "17",
                "-d",
                folder.toString());
        if (!COMPILER.getTask(messages, null, null, options, null, units).call()) {
            throw new AssertionError(messages + "\n" + folder);
        }
        try {
            return new URLClassLoader(
                    new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes the sources below {@code folder}, for a look at them. */
    void write(Path folder) throws IOException {
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
