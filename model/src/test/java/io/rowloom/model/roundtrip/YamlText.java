package io.rowloom.model.roundtrip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes mappings, lists and scalars as YAML, each in one of the ways that YAML has for it. */
final class YamlText {
    /**
     * What stands at the end of every branch.
     *
     * @param word whether it is a number or a word that must not have quotes; anything else is a text, whatever it looks like
     */
    record Scalar(String text, boolean word) {}

    /** What stands behind a key or a dash, and the lines below, relative to the key or dash. */
    private record Value(String head, List<String> rest) {}

    private static final Pattern PROSE = Pattern.compile("[A-Za-z]+( [a-z,.]+)+");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}0-9_(<=/.$\\\\][^\t]*");
    private static final Pattern NOT_IN_FLOW = Pattern.compile("[\\[\\]{},]| \\?");

    /** Words that mean something else without quotes. */
    private static final Set<String> WORDS = Set.of("null", "Null", "NULL", "~", "now", "true", "false", "<<");

    private final Random random;

    YamlText(Random random) {
        this.random = random;
    }

    /** A whole file. */
    String file(Map<String, ?> root) {
        StringBuilder text = new StringBuilder();
        if (random.nextInt(4) == 0) {
            text.append("# yaml-language-server: $schema=rowloom-model.schema.json\n\n");
        }
        if (random.nextInt(6) == 0) {
            text.append("---\n");
        }
        if (random.nextInt(8) == 0) {
            text.append(flow(root)).append('\n');
        } else {
            block(root).forEach(line -> text.append(line).append('\n'));
        }
        String lines = random.nextInt(4) == 0 ? text.toString().replace("\n", "\r\n") : text.toString();
        return random.nextInt(4) == 0 ? '\ufeff' + lines : lines;
    }

    private List<String> block(Object node) {
        List<String> lines = new ArrayList<>();
        if (node instanceof Map<?, ?> mapping) {
            mapping.forEach((key, item) -> {
                Value value = value(item, random.nextInt(3) == 0);
                String colon = random.nextInt(10) == 0 ? " :" : ":";
                lines.add(line(inline((String) key, false) + colon, value.head()));
                lines.addAll(value.rest());
                if (value.rest().isEmpty()) {
                    addNoise(lines);
                }
            });
        } else {
            for (Object item : (List<?>) node) {
                if (random.nextBoolean() && hasBlock(item)) {
                    List<String> nested = block(item);
                    lines.add("- " + nested.get(0));
                    lines.addAll(indented(nested.subList(1, nested.size()), 2));
                } else {
                    Value value = value(item, false);
                    lines.add(line("-", value.head()));
                    lines.addAll(value.rest());
                }
            }
        }
        return lines;
    }

    private static String line(String front, String head) {
        return head.isEmpty() ? front : front + ' ' + head;
    }

    /** Comments and blank lines mean nothing; behind a block of text they would belong to it. */
    private void addNoise(List<String> lines) {
        if (random.nextInt(12) == 0) {
            int last = lines.size() - 1;
            lines.set(last, lines.get(last) + "  # why: {it} is");
        } else if (random.nextInt(12) == 0) {
            lines.add("");
            lines.add("#");
        }
    }

    private Value value(Object node, boolean indentless) {
        int indent = 1 + random.nextInt(4);
        if (hasBlock(node) && random.nextInt(3) != 0) {
            return new Value("", indented(block(node), indentless && node instanceof List ? 0 : indent));
        } else if (!(node instanceof Scalar scalar)) {
            return lines(flow(node), indent);
        }
        Scalar scalar = (Scalar) node;
        if (!scalar.word()
                && isLiteral(scalar.text())
                && random.nextInt(scalar.text().contains("\n") ? 2 : 8) != 0) {
            return literal(scalar.text(), indent);
        } else if (!scalar.word() && PROSE.matcher(scalar.text()).matches() && random.nextBoolean()) {
            return folded(scalar.text(), indent);
        }
        return lines(scalar.word() ? scalar.text() : inline(scalar.text(), false), indent);
    }

    private Value lines(String text, int indent) {
        List<String> lines = text.lines().toList();
        return new Value(lines.get(0), indented(lines.subList(1, lines.size()), indent));
    }

    /** What a block of lines can hold: no other breaks than line feeds, and nothing that has to be escaped. */
    private static boolean isLiteral(String text) {
        return !text.isBlank() && isPrintable(text.replace("\n", ""));
    }

    private static boolean isPrintable(String text) {
        return text.chars().allMatch(YamlText::isPrintable);
    }

    private static boolean isPrintable(int c) {
        return c == '\t' || c >= ' ' && c < 0x7f || c >= 0xa0 && c != 0x2028 && c != 0x2029 && c != 0xfeff;
    }

    private Value literal(String text, int indent) {
        String content = text.stripTrailing();
        String ends = text.substring(content.length());
        if (!ends.matches("\n*")) {
            content = text;
            ends = "";
        }
        String chomping = ends.isEmpty() ? "-" : ends.equals("\n") && !content.endsWith("\n") ? "" : "+";
        if (chomping.equals("-") && content.endsWith("\n")) {
            chomping = "+";
        }
        boolean explicit = content.startsWith(" ") || content.startsWith("\n") || content.startsWith("\t");
        String whole = chomping.equals("+") ? text.substring(0, text.length() - 1) : content;
        return new Value(
                '|' + (explicit ? String.valueOf(indent) : "") + chomping,
                indented(List.of(whole.split("\n", -1)), indent));
    }

    private Value folded(String text, int indent) {
        return new Value(">-", indented(List.of(text.replaceFirst(" ", "\n").split("\n")), indent));
    }

    private String flow(Object node) {
        List<String> items = new ArrayList<>();
        if (node instanceof Map<?, ?> mapping) {
            mapping.forEach((key, value) -> items.add(inline((String) key, true) + ": " + flow(value)));
        } else if (node instanceof List<?> list) {
            list.forEach(item -> items.add(flow(item)));
        } else {
            Scalar scalar = (Scalar) node;
            return scalar.word() ? scalar.text() : inline(scalar.text(), true);
        }
        String comma = random.nextInt(6) == 0 ? ",\n " : ", ";
        String end = random.nextInt(10) == 0 && !items.isEmpty() ? "," : "";
        String text = String.join(comma, items) + end;
        return node instanceof Map ? '{' + text + '}' : '[' + text + ']';
    }

    /** A text in one line. */
    private String inline(String text, boolean flow) {
        int style = random.nextInt(4);
        if (style < 2 && isPlain(text, flow)) {
            return text;
        } else if (style == 2 && isPrintable(text)) {
            return '\'' + text.replace("'", "''") + '\'';
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (!isPrintable(c) || c >= 0xa0 && c < 0xd800 && random.nextInt(4) == 0) {
                quoted.append(String.format(random.nextBoolean() ? "\\u%04x" : "\\u%04X", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isPlain(String text, boolean flow) {
        return isPrintable(text)
                && !WORDS.contains(text)
                && PLAIN.matcher(text).matches()
                && text.equals(text.strip())
                && !text.startsWith("...")
                && !text.contains(": ")
                && !text.contains(" #")
                && !text.endsWith(":")
                && !(flow && NOT_IN_FLOW.matcher(text).find());
    }

    /** Whether it can be written line by line, which what is empty cannot. */
    private static boolean hasBlock(Object node) {
        return node instanceof Map<?, ?> mapping && !mapping.isEmpty()
                || node instanceof List<?> list && !list.isEmpty();
    }

    private static List<String> indented(List<String> lines, int indent) {
        return lines.stream()
                .map(line -> line.isEmpty() ? line : " ".repeat(indent) + line)
                .toList();
    }
}
