package io.rowloom.generator.docs;

import io.rowloom.generator.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Spells text as <a href="https://github.github.com/gfm/">GitHub Flavored Markdown</a> that shows the text and does
 * nothing else: no markup, no HTML, no end of a table cell or of a fence.
 */
final class Markdown {
    /** The characters that can be markup somewhere, by their codes; a table because every character is looked up. */
    private static final boolean[] SUSPECT = new boolean[128];

    static {
        for (char c : "\\`*[]<|~$_&#".toCharArray()) {
            SUSPECT[c] = true;
        }
    }

    private Markdown() {}

    /** Text on one line, for a cell, a list item, a heading or the text of a link. */
    static String text(String value) {
        String line = PlainText.oneLine(value);
        StringBuilder markdown = null;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean escape = c < 128 && SUSPECT[c] && isMarkup(line, i, c);
            if (escape && markdown == null) {
                markdown = new StringBuilder(line.length() + 16).append(line, 0, i);
            }
            if (markdown != null) {
                if (escape) {
                    markdown.append('\\');
                }
                markdown.append(c);
            }
        }
        return markdown == null ? line : markdown.toString();
    }

    private static boolean isMarkup(String line, int i, char c) {
        return switch (c) {
            // Within a word an underscore is only itself, and escaped ones are hard to read.
            case '_' -> !(isWordPart(line, i - 1) && isWordPart(line, i + 1));
            case '&' -> i + 1 < line.length() && (isWordPart(line, i + 1) || line.charAt(i + 1) == '#');
            // At the end of a heading it would be taken for its end.
            case '#' -> i == line.length() - 1;
            default -> true;
        };
    }

    private static boolean isWordPart(String line, int i) {
        return i >= 0 && i < line.length() && (Character.isLetterOrDigit(line.charAt(i)) || line.charAt(i) == '_');
    }

    /** Text of any length as paragraphs, divided as the text is by empty lines; without a line end behind it. */
    static String paragraphs(String value) {
        List<String> lines = new ArrayList<>();
        for (String line : PlainText.lines(value).split("\n", -1)) {
            String text = line.strip();
            if (!text.isEmpty()) {
                lines.add(lineStart(text(text)));
            } else if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
                lines.add("");
            }
        }
        return String.join("\n", lines).stripTrailing();
    }

    /** The text of any length for one cell: line ends become blanks and empty lines breaks. */
    static String cell(String value) {
        return paragraphs(value).replace("\n\n", "<br><br>").replace('\n', ' ');
    }

    /** Takes away the meaning that a character has only at the start of a line: of a list, a heading, a quote, a rule. */
    private static String lineStart(String line) {
        char first = line.charAt(0);
        if ("#+-=>:".indexOf(first) >= 0) {
            return '\\' + line;
        }
        int digits = 0;
        while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
            digits++;
        }
        boolean numbered = digits > 0 && digits < line.length() && ".)".indexOf(line.charAt(digits)) >= 0;
        return numbered ? line.substring(0, digits) + '\\' + line.substring(digits) : line;
    }

    /** Text on one line as a code span outside of tables. */
    static String code(String value) {
        if (isPlainCode(value)) {
            return "`".concat(value).concat("`");
        }
        String line = PlainText.oneLine(value);
        if (line.isEmpty()) {
            return "(empty)";
        }
        String fence = "`".repeat(longestRun(line) + 1);
        boolean pad = line.startsWith("`")
                || line.endsWith("`")
                || line.startsWith(" ") && line.endsWith(" ") && !line.isBlank();
        return pad ? fence + ' ' + line + ' ' + fence : fence + line + fence;
    }

    /** Whether a text is code as it is, anywhere; in one pass, because most of a document is such code. */
    private static boolean isPlainCode(String value) {
        if (value.isEmpty() || value.charAt(0) == ' ') {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' || c == '`' || c == '|') {
                return false;
            }
        }
        return true;
    }

    /** Text on one line as code in a table cell, where a code span cannot hold a pipe in every way. */
    static String codeCell(String value) {
        return value.indexOf('|') < 0 ? code(value) : "<code>" + text(value).replace("\\|", "&#124;") + "</code>";
    }

    /** Several names as code, with commas between them. */
    static String codes(List<String> values) {
        StringBuilder text = new StringBuilder();
        for (String value : values) {
            text.append(text.isEmpty() ? "" : ", ").append(code(value));
        }
        return text.toString();
    }

    /** A code block, with a fence that is longer than any within; without a line end behind it. */
    static String fenced(String language, String content) {
        String lines = PlainText.lines(content).stripTrailing();
        String fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
        return fence + language + '\n' + lines + '\n' + fence;
    }

    /** A link to a place on the same page. */
    static String anchorLink(String text, String anchor) {
        return '[' + text(text) + "](#" + anchor + ')';
    }

    /** A link to a relative path, each character of which is part of a name. */
    static String linkTo(String text, String path) {
        return '[' + text(text) + "](" + address(path) + ')';
    }

    /** A link to a place in a file. */
    static String linkTo(String text, String path, String anchor) {
        return '[' + text(text) + "](" + address(path) + '#' + anchor + ')';
    }

    /** The address of a relative path, each character of which is part of a name. */
    static String address(String path) {
        String text = encoded(path.replace("%", "%25"));
        return text.replace("#", "%23").replace("?", "%3F").replace(":", "%3A");
    }

    /**
     * A link to another document. One that a browser would not open as a document ({@code javascript:}, {@code data:}) is
     * only shown.
     */
    static String link(String text, String target) {
        String url = target.strip();
        int colon = url.indexOf(':');
        int end = url.indexOf('/');
        boolean hasScheme = colon >= 0 && (end < 0 || colon < end);
        String scheme = hasScheme ? url.substring(0, colon).toLowerCase(Locale.ROOT) : "https";
        return switch (scheme) {
            case "http", "https", "mailto" -> '[' + text(text) + "](" + encoded(url) + ')';
            default -> text(text) + " (" + code(url) + ')';
        };
    }

    private static String encoded(String url) {
        StringBuilder text = new StringBuilder(url.length());
        for (byte octet : url.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (c > 0x20 && c < 0x7f && "<>()[]\\\"'`|*_~$".indexOf(c) < 0 || c == '_') {
                text.append(c);
            } else {
                text.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return text.toString();
    }

    private static int longestRun(String text) {
        if (text.indexOf('`') < 0) {
            return 0;
        }
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
