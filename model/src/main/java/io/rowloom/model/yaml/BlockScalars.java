package io.rowloom.model.yaml;

import io.rowloom.model.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where the text of a block scalar ({@code |} or {@code >}) begins, which the parser does not tell. */
final class BlockScalars {
    private final String text;
    private @Nullable List<String> lines;

    BlockScalars(String text) {
        this.text = text;
    }

    /** The first character of the text, given where the header stands; the header if there is no text. */
    Location content(Location header) {
        if (lines == null) {
            lines = text.lines().toList();
        }
        for (int line = header.line(); line < lines.size(); line++) {
            String content = lines.get(line);
            if (!content.isBlank()) {
                int indent = 0;
                while (content.charAt(indent) == ' ') {
                    indent++;
                }
                return new Location(header.file(), line + 1, indent + 1);
            }
        }
        return header;
    }
}
