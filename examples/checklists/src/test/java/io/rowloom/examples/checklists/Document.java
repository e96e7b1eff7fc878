package io.rowloom.examples.checklists;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A generated document, read as a person reads it: without anchors, and links as their text. */
record Document(List<String> lines, Set<String> anchors) {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]*)\"></a>");
    private static final Pattern LONG_DEFAULT = Pattern.compile(".*[Dd]efault (`[^`]+`).*");
    private static final Pattern REFERENCE =
            Pattern.compile("- `(\\w+)` → (\\w+) \\(`(\\w+)`\\), on delete ([a-z ]+).*");

    static Document read(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        Set<String> anchors = new HashSet<>();
        for (String line : Files.readAllLines(file)) {
            Matcher anchor = ANCHOR.matcher(line);
            anchor.results().forEach(found -> anchors.add(found.group(1)));
            String text = anchor.replaceAll("");
            // One that has an anchor of its own shares its words with another, and forges would number the two.
            if (text.startsWith("#") && text.equals(line)) {
                anchors.add(slug(text.replaceFirst("#+ ", "")));
            }
            lines.add(text.replaceAll("\\[([^]]*)](?:\\([^)]*\\)|\\[@[^]]*])", "$1"));
        }
        return new Document(List.copyOf(lines), Set.copyOf(anchors));
    }

    /** The anchor that forges give a heading. */
    private static String slug(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                .replace(' ', '-');
    }

    boolean hasLine(String pattern) {
        return lines.stream().anyMatch(line -> line.matches(pattern));
    }

    List<String> sections() {
        return startingWith(lines, "## ");
    }

    /** The lines below the heading of a table, a type or a query. */
    List<String> below(String name) {
        int start = lines.indexOf("### " + name);
        if (start < 0) {
            throw new AssertionError("the page has no heading " + name);
        }
        return lines.subList(start + 1, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("## ") && !line.startsWith("### "))
                .toList();
    }

    /** What the page says of a table, in the words of the reference. */
    Reference.Table table(String name) {
        List<String> below = below(name);
        String key = startingWith(below, "- Primary key: ").stream().findFirst().orElse("");
        return new Reference.Table(
                name,
                codes(key),
                key.contains("auto-increment"),
                columns(name).values().stream().map(Document::column).toList(),
                foreignKeys(below),
                indexes(below));
    }

    /** The cells of each column of a table, by their headings. */
    Map<String, Map<String, String>> columns(String table) {
        Map<String, Map<String, String>> columns = new java.util.LinkedHashMap<>();
        List<String> headings = List.of();
        for (String line : below(table)) {
            if (line.startsWith("| Column |")) {
                headings = cells(line);
            } else if (line.isEmpty()) {
                headings = List.of();
            } else if (!headings.isEmpty() && line.startsWith("| `")) {
                Map<String, String> row = new HashMap<>();
                List<String> cells = cells(line);
                for (int cell = 0; cell < headings.size(); cell++) {
                    row.put(headings.get(cell), cells.get(cell));
                }
                columns.put(codes(row.get("Column")).get(0), row);
            }
        }
        return columns;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("(?<= )\\|(?= )", -1))
                .map(String::strip)
                .toList();
    }

    private static Reference.Column column(Map<String, String> cells) {
        String defaultValue = cells.get("Default")
                .replaceFirst(
                        "see notes",
                        LONG_DEFAULT.matcher(cells.get("Description")).replaceFirst("$1"))
                .replace("`", "");
        return new Reference.Column(
                codes(cells.get("Column")).get(0),
                codes(cells.get("Type")).get(0),
                cells.get("Type").contains(" nullable"),
                defaultValue.isEmpty() ? Optional.empty() : Optional.of(asStored(defaultValue)));
    }

    /** The page words a default as the model does, the reference as it is stored. */
    private static String asStored(String defaultValue) {
        return switch (defaultValue) {
            case "false", "0.0" -> "0";
            default -> defaultValue;
        };
    }

    private static List<Reference.ForeignKey> foreignKeys(List<String> below) {
        return below.stream()
                .map(REFERENCE::matcher)
                .filter(Matcher::matches)
                .map(key -> new Reference.ForeignKey(key.group(1), key.group(2), key.group(3), key.group(4)))
                .sorted(Comparator.comparing(Reference.ForeignKey::column))
                .toList();
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

    static List<String> codes(String text) {
        return CODE.matcher(text)
                .results()
                .map((MatchResult code) -> code.group(1))
                .toList();
    }
}
