package io.rowloom.generator.docs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** The real Mermaid, in a JavaScript engine that knows no browser: it can read diagrams and not draw them. */
final class Mermaid implements AutoCloseable {
    private static final String JAR = "/META-INF/resources/webjars/mermaid/";

    private final Context context;
    private final Value accept;
    private final Value read;

    Mermaid() throws IOException {
        context = Context.newBuilder("js")
                .allowExperimentalOptions(true)
                .option("engine.WarnInterpreterOnly", "false")
                .build();
        context.eval("js", text("no-browser.js"));
        context.eval(Source.newBuilder("js", text(JAR + version() + "/dist/mermaid.min.js"), "mermaid.min.js")
                .build());
        accept = context.eval("js", """
                (text) => {
                  const result = { done: false };
                  mermaid.parse(text).then(
                    () => { result.done = true; },
                    (error) => { result.error = String(error); result.done = true; });
                  return result;
                }
                """);
        read = context.eval("js", """
                (text) => {
                  const result = { done: false };
                  mermaid.parse(text).then(() => mermaid.mermaidAPI.getDiagramFromText(text)).then(
                    (diagram) => {
                      result.entities = diagram.db.getEntities().size;
                      result.relations = diagram.db.getRelationships().length;
                      result.title = diagram.db.getAccTitle();
                      result.attributes = Array.from(diagram.db.getEntities().values(), (entity) => entity.attributes.length)
                        .reduce((sum, count) => sum + count, 0);
                      result.done = true;
                    },
                    (error) => { result.error = String(error); result.done = true; });
                  return result;
                }
                """);
    }

    /** What Mermaid understood. */
    record Read(int entities, int relations, int attributes, String title) {}

    /** Fails unless Mermaid takes the diagram. */
    void accept(String text) {
        settled(accept, text);
    }

    private static Value settled(Value function, String text) {
        // Promises are settled when the engine returns to us.
        Value result = function.execute(text);
        if (!result.getMember("done").asBoolean() || result.hasMember("error")) {
            throw new AssertionError("Mermaid refuses a diagram: " + result.getMember("error") + "\n" + text);
        }
        return result;
    }

    /** Reads a diagram, which takes twice as long. */
    Read read(String text) {
        Value result = settled(read, text);
        return new Read(
                result.getMember("entities").asInt(),
                result.getMember("relations").asInt(),
                result.getMember("attributes").asInt(),
                result.getMember("title").asString());
    }

    private static String version() throws IOException {
        try (InputStream in =
                Mermaid.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/mermaid/pom.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        }
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Mermaid.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
