package io.rowloom.examples.coordination;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The generated document, read as a person reads it: without anchors. */
record Document(List<String> lines) {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    static Document read(Path file) throws IOException {
        return new Document(Files.readAllLines(file).stream()
                .map(line -> line.replaceAll("<a id=\"[^\"]*\"></a>", ""))
                .toList());
    }

    boolean hasLine(String pattern) {
        return lines.stream().anyMatch(line -> line.matches(pattern));
    }

    List<String> sections() {
        return startingWith(lines, "## ");
    }

    List<String> fileLinks() {
        return lines.stream()
                .flatMap(line -> LINK.matcher(line).results())
                .map(match -> match.group(1))
                .toList();
    }

    /** What the page says of a table, below its heading. */
    Reference.Table table(String name) {
        int start = lines.indexOf("### " + name);
        if (start < 0) {
            throw new AssertionError("the page has no table " + name);
        }
        List<String> below = lines.subList(start + 1, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("## ") && !line.startsWith("### "))
                .toList();
        String key = startingWith(below, "- Primary key: ").get(0);
        List<List<String>> rows = startingWith(below, "| `").stream()
                .map(row -> Arrays.asList(("`" + row).split(" \\| ", -1)))
                .toList();
        return new Reference.Table(
                name,
                codes(key),
                key.contains("auto-increment"),
                rows.stream().map(Document::column).toList(),
                rows.stream().flatMap(Document::foreignKey).toList(),
                indexes(below));
    }

    /** A row: column, type, what it holds, nullable, default, notes, description. */
    private static Reference.Column column(List<String> cells) {
        String defaultValue = cells.get(4).replace("`", "");
        return new Reference.Column(
                codes(cells.get(0)).get(0),
                codes(cells.get(1)).get(0),
                cells.get(3).equals("nullable"),
                defaultValue.isEmpty() ? Optional.empty() : Optional.of(asStored(defaultValue)));
    }

    /** The page words a default as the model does, the reference as it is stored. */
    private static String asStored(String defaultValue) {
        return switch (defaultValue) {
            case "false", "0.0" -> "0";
            default -> defaultValue;
        };
    }

    private static Stream<Reference.ForeignKey> foreignKey(List<String> cells) {
        Pattern reference = Pattern.compile("FK → \\[(\\w+)]\\(#[\\w-]+\\)\\.`(\\w+)`");
        return reference
                .matcher(cells.get(5))
                .results()
                .map(match -> new Reference.ForeignKey(codes(cells.get(0)).get(0), match.group(1), match.group(2)));
    }

    private static List<Reference.Index> indexes(List<String> lines) {
        List<Reference.Index> indexes = new ArrayList<>();
        for (String line : startingWith(lines, "- `idx_")) {
            List<String> names = codes("`idx_" + line);
            indexes.add(new Reference.Index(names.get(0), line.contains("(unique)"), names.subList(1, names.size())));
        }
        indexes.sort(Comparator.comparing(Reference.Index::name));
        return indexes;
    }

    private static List<String> startingWith(List<String> lines, String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }

    private static List<String> codes(String text) {
        return CODE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(code -> code.replace("`", ""))
                .toList();
    }
}
