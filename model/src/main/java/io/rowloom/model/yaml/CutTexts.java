package io.rowloom.model.yaml;

import static io.rowloom.model.problem.Spelling.oneLine;
import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.Location;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds texts that were cut at a comma: within braces, {@code {type: decimal(5,2)}} is the key {@code type} with
 * {@code decimal(5}, and a key {@code 2)} without a value.
 */
final class CutTexts {
    private CutTexts() {}

    /** Reports each such text once, and drops it with its pieces. */
    static void drop(YamlMapping mapping, Problems problems) {
        Set<YamlMapping.Entry> cut = new HashSet<>();
        List<YamlMapping.Entry> pieces = new ArrayList<>();
        int depth = 0;
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (depth > 0 && isBareKey(entry)) {
                pieces.add(entry);
                depth += opened(entry.name());
                if (depth == 0) {
                    report(pieces, problems);
                    cut.addAll(pieces);
                }
                continue;
            }
            if (depth == 0 && pieces.size() == 1 && isFraction(pieces.get(0), entry)) {
                reportNumber(pieces.get(0), entry, problems);
                cut.add(pieces.get(0));
                cut.add(entry);
            }
            pieces.clear();
            pieces.add(entry);
            depth = entry.value() instanceof YamlScalar value && value.isPlain() ? opened(value.text()) : 0;
        }
        if (!cut.isEmpty()) {
            mapping.keepIf(entry -> !cut.contains(entry));
        }
    }

    private static void report(List<YamlMapping.Entry> pieces, Problems problems) {
        YamlScalar begin = (YamlScalar) pieces.get(0).value();
        StringBuilder text = new StringBuilder(begin.text());
        YamlScalar last = begin;
        for (YamlMapping.Entry piece : pieces.subList(1, pieces.size())) {
            text.append(gap(last, piece.key())).append(piece.name());
            last = piece.key();
        }
        problems.add(
                ProblemCode.YAML_SYNTAX,
                begin,
                "within braces a text ends at a comma, and so does " + quote(begin.text()),
                "quote it: \"" + oneLine(text.toString()) + "\"");
    }

    /** Whether it is a number with a comma for its point, {@code {default: 1,5}}. */
    private static boolean isFraction(YamlMapping.Entry whole, YamlMapping.Entry digits) {
        return isBareKey(digits)
                && digits.name().matches("\\d+")
                && whole.value() instanceof YamlScalar number
                && number.isPlain()
                && number.text().matches("[-+]?\\d+")
                && gap(number, digits.key()).equals(",");
    }

    private static void reportNumber(YamlMapping.Entry whole, YamlMapping.Entry digits, Problems problems) {
        YamlScalar number = (YamlScalar) whole.value();
        problems.add(
                ProblemCode.YAML_SYNTAX,
                number,
                "within braces a value ends at a comma, and so does " + quote(number.text()),
                "write a number with a point: " + number.text() + '.' + digits.name());
    }

    private static boolean isBareKey(YamlMapping.Entry entry) {
        return entry.key().isPlain()
                && entry.value() instanceof YamlScalar value
                && value.isPlain()
                && value.text().isEmpty();
    }

    /** The comma, with the space behind it if there was any. */
    private static String gap(YamlScalar before, YamlScalar after) {
        Location end = before.location();
        int length = before.text().codePointCount(0, before.text().length());
        boolean tight =
                end.line() == after.location().line() && after.location().column() == end.column() + length + 1;
        return tight ? "," : ", ";
    }

    /** How many more parentheses it opens than it closes. */
    private static int opened(String text) {
        int opened = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            opened += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return opened;
    }
}
