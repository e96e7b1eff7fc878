package io.rowloom.generator;

import java.util.List;

/** Something that only the user can decide, with every message for them; nothing was written. */
public final class GenerationException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Takes messages of one or several lines each, of which there is at least one. */
    public GenerationException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
