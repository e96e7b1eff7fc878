package io.rowloom.model.yaml;

import io.rowloom.model.Location;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import org.jspecify.annotations.Nullable;

/** A text, exactly as the author wrote it: {@code on}, {@code 012} and {@code 1e3} are what they look like. */
public final class YamlScalar extends YamlNode {
    private final String text;
    private final boolean plain;
    private final Location contentLocation;

    YamlScalar(
            Location location,
            Location contentLocation,
            @Nullable YamlNode parent,
            String label,
            String text,
            boolean plain) {
        super(location, parent, label);
        this.contentLocation = contentLocation;
        this.text = text;
        this.plain = plain;
    }

    /** The text. */
    public String text() {
        return text;
    }

    /** Whether it was written without quotes, so that {@code null}, {@code true} or {@code now} may be meant. */
    public boolean isPlain() {
        return plain;
    }

    /** Whether nothing is there: no text at all, or the plain word for it. */
    public boolean isNull() {
        return plain
                && switch (text) {
                    case "", "~", "null", "Null", "NULL" -> true;
                    default -> false;
                };
    }

    /** Whether it is this word, without quotes. */
    public boolean isWord(String word) {
        return plain && text.equals(word);
    }

    /** Whether it can be SQL, with a problem if not: files have one kind of line end, so another within a literal would be lost. */
    public boolean isSql(Problems problems) {
        if (text.indexOf('\r') < 0) {
            return true;
        }
        problems.add(
                ProblemCode.INVALID_CHARACTER,
                this,
                "the SQL holds a carriage return, which a file with migrations does not keep",
                "write char(13) for one within a text, and \\n for the end of a line");
        return false;
    }

    /** Where the first character of the text stands, behind a quote or the header of a block. */
    public Location contentLocation() {
        return contentLocation;
    }

    @Override
    public String kind() {
        return isNull() ? "nothing" : "a text";
    }
}
