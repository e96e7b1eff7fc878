package io.rowloom.generator.docs;

import io.rowloom.generator.text.PlainText;
import io.rowloom.model.Model;
import io.rowloom.model.Table;
import io.rowloom.model.problem.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people wrote into a document between marks, by what it is about; it is put there again whenever the document is
 * written.
 *
 * <pre>{@code
 * <!-- rowloom:keep table messages -->
 * Old ones are moved to the archive each night.
 * <!-- rowloom:end -->
 * }</pre>
 */
public final class Islands {
    /** A document without any. */
    public static final Islands NONE = new Islands(Map.of());

    private static final String BEGIN = "<!-- rowloom:keep ";
    private static final String END = "<!-- rowloom:end -->";
    private static final String CLOSE = "-->";
    private static final List<String> KINDS = List.of("table ", "section ", "type ", "view ", "trigger ", "query ");
    private static final String DOCUMENT = "document";

    private final Map<String, List<String>> bodies;

    private Islands(Map<String, List<String>> bodies) {
        this.bodies = bodies;
    }

    /** An island that cannot be kept as it is, with its file and line. */
    public static final class UnreadableIslandException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableIslandException(String file, int line, String message) {
            super(file + ':' + line + ":1: error[kept-text]: " + message);
        }
    }

    /** Whether a file may have any. */
    public static boolean areIn(String text) {
        return text.contains(BEGIN);
    }

    /**
     * Finds the islands of a document.
     *
     * @param texts the files of the document, by the paths that messages name
     */
    public static Islands in(Map<String, String> texts) throws UnreadableIslandException {
        Map<String, List<String>> bodies = new LinkedHashMap<>();
        for (Map.Entry<String, String> file : texts.entrySet()) {
            if (areIn(file.getValue())) {
                read(file.getKey(), file.getValue(), bodies);
            }
        }
        return bodies.isEmpty() ? NONE : new Islands(bodies);
    }

    private static void read(String file, String text, Map<String, List<String>> bodies)
            throws UnreadableIslandException {
        List<String> lines = text.lines().toList();
        String fence = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!fence.isEmpty()) {
                // What stands in a block of code is text of the model.
                fence = line.equals(fence) ? "" : fence;
            } else if (line.startsWith("```")) {
                fence = ticks(line);
            } else if (line.strip().startsWith(BEGIN)) {
                String key = key(file, i + 1, line.strip());
                int end = i + 1;
                while (end < lines.size() && !lines.get(end).strip().equals(END)) {
                    if (lines.get(end).strip().startsWith(BEGIN)) {
                        break;
                    }
                    end++;
                }
                if (end == lines.size() || !lines.get(end).strip().equals(END)) {
                    throw new UnreadableIslandException(
                            file, i + 1, "the text to keep begins here and has no end\n    write " + END + " below it");
                }
                String body = String.join("\n", lines.subList(i + 1, end)).strip();
                List<String> all = bodies.computeIfAbsent(key, name -> new ArrayList<>());
                if (!all.contains(body)) {
                    all.add(body);
                }
                i = end;
            }
        }
    }

    private static String ticks(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) == '`') {
            end++;
        }
        return line.substring(0, end);
    }

    private static String key(String file, int line, String mark) throws UnreadableIslandException {
        String key = mark.endsWith(CLOSE)
                ? mark.substring(BEGIN.length(), mark.length() - CLOSE.length()).strip()
                : "";
        boolean known = key.equals(DOCUMENT);
        for (String kind : KINDS) {
            known |= key.startsWith(kind);
        }
        if (!known) {
            throw new UnreadableIslandException(
                    file,
                    line,
                    "this mark does not say what the text is about\n    write " + BEGIN
                            + "table messages -->, or section, type, view, trigger or query with a name, or " + BEGIN
                            + DOCUMENT
                            + " -->");
        }
        return key;
    }

    /** What is said to be about something that the model does not have, {@code table orders}, in the order of the document. */
    public List<String> homeless(Model model) {
        if (bodies.isEmpty()) {
            return List.of();
        }
        Placement placement = place();
        placement.document();
        for (Table table : model.tables()) {
            placement.table(table.name());
            table.renamedFrom().ifPresent(before -> placement.renamedTable(table.name(), before));
        }
        Sections.of(model).keySet().forEach(placement::section);
        model.types().forEach(type -> placement.type(type.name()));
        model.views().forEach(view -> placement.view(view.name()));
        model.triggers().forEach(trigger -> placement.trigger(trigger.name()));
        model.queries().forEach(query -> placement.query(query.name()));
        return List.copyOf(placement.left.keySet());
    }

    /** The name of something that the model has and of which a text, {@code table order}, may have been meant to be. */
    public static Optional<String> meant(String key, Model model) {
        int end = key.indexOf(' ');
        List<String> names = new ArrayList<>();
        switch (key.substring(0, end)) {
            case "table" -> model.tables().forEach(table -> names.add(table.name()));
            case "section" -> names.addAll(Sections.of(model).keySet());
            case "type" -> model.types().forEach(type -> names.add(type.name()));
            case "view" -> model.views().forEach(view -> names.add(view.name()));
            case "trigger" -> model.triggers().forEach(trigger -> names.add(trigger.name()));
            default -> model.queries().forEach(query -> names.add(query.name()));
        }
        return Spelling.didYouMean(key.substring(end + 1), names);
    }

    /** The line of the last mark in a file that says that its text is about {@code key}. */
    public static int line(String text, String key) {
        List<String> lines = text.lines().toList();
        return lines.lastIndexOf(mark(key)) + 1;
    }

    /** Gives out the islands for one writing of the document, each once. */
    Placement place() {
        return new Placement();
    }

    /** One writing of a document, which has to put every island somewhere. */
    final class Placement {
        private final Map<String, List<String>> left = new LinkedHashMap<>(bodies);

        /** What is about the database as a whole, as Markdown with its marks; mostly nothing. */
        String document() {
            return take(DOCUMENT, DOCUMENT);
        }

        String table(String name) {
            return of("table", name);
        }

        String section(String title) {
            return of("section", title);
        }

        String type(String name) {
            return of("type", name);
        }

        String view(String name) {
            return of("view", name);
        }

        String trigger(String name) {
            return of("trigger", name);
        }

        String query(String name) {
            return of("query", name);
        }

        /** What was about a table before it got this name, too. */
        String renamedTable(String name, String before) {
            return joined(table(name), take("table " + shown(before), "table " + shown(name)));
        }

        private String of(String kind, String name) {
            String key = left.isEmpty() ? "" : kind + ' ' + shown(name);
            return take(key, key);
        }

        /** What is about nothing that the model has, with the marks that it had. */
        List<String> homeless() {
            List<String> texts = new ArrayList<>();
            left.forEach((key, all) -> all.forEach(body -> texts.add(marked(key, body))));
            return texts;
        }

        private String take(String key, String written) {
            List<String> all = left.remove(key);
            if (all == null) {
                return "";
            }
            List<String> texts = new ArrayList<>();
            all.forEach(body -> texts.add(marked(written, body)));
            return String.join("\n\n", texts);
        }
    }

    /** An island as it stands in the document: the marks on lines of their own. */
    static String marked(String key, String body) {
        return mark(key) + '\n' + body + (body.isEmpty() ? "" : "\n") + END;
    }

    private static String mark(String key) {
        return BEGIN + key + ' ' + CLOSE;
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + "\n\n" + second;
    }

    /** A name as a comment can hold it. */
    static String shown(String name) {
        return PlainText.oneLine(name).replace(CLOSE, "--&gt;").strip();
    }
}
