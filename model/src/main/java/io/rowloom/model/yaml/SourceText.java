package io.rowloom.model.yaml;

import io.rowloom.model.Location;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Turns the bytes of a file into text, or says at which character they are none. */
final class SourceText {
    /** The parser looks ahead to the end of a line, at a cost that grows with the square of its length. */
    private static final int LONGEST_LINE = 65_536;

    private SourceText() {}

    /** The text without a byte order mark; empty if a problem was found. */
    static Optional<String> decode(String file, byte[] bytes, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), decoded, true);
        decoded.flip();
        String text = decoded.toString();
        if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
            text = text.substring(1);
        }
        if (result.isError()) {
            problems.add(
                    ProblemCode.INVALID_UTF8, end(file, text, text.length()), "the file is not UTF-8 from here on");
            return Optional.empty();
        }
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lineStart = i + 1;
            } else if (i - lineStart == LONGEST_LINE) {
                problems.add(
                        ProblemCode.FILE_TOO_LARGE,
                        end(file, text, i),
                        "a line of more than " + LONGEST_LINE + " characters is not read");
                return Optional.empty();
            } else if (!isText(c)) {
                problems.add(
                        ProblemCode.INVALID_CHARACTER,
                        end(file, text, i),
                        String.format(Locale.ROOT, "the character U+%04X does not belong into a text file", (int) c));
                return Optional.empty();
            }
        }
        return Optional.of(text);
    }

    /** What YAML calls printable, see <a href="https://yaml.org/spec/1.1/#c-printable">c-printable</a>. */
    private static boolean isText(char c) {
        return c >= ' ' && c < 0x7F || c == '\n' || c == '\r' || c == '\t' || c == 0x85 || c >= 0xA0 && c < 0xFFFE;
    }

    /** The place behind the first {@code length} characters; lines end as YAML says. */
    private static Location end(String file, String text, int length) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean lineEnd = c == '\n'
                    || c == 0x85
                    || c == 0x2028
                    || c == 0x2029
                    || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (lineEnd) {
                line++;
                lineStart = i + 1;
            }
        }
        return new Location(file, line, text.codePointCount(lineStart, length) + 1);
    }
}
