package io.rowloom.generator;

import java.util.List;

/** What a query means to the build that reads every row of a table. */
public enum FullScans {
    /** The build goes on and says so. */
    WARN,
    /** It is a mistake. */
    FAIL,
    /** Nothing. */
    OFF;

    /**
     * What a user wrote.
     *
     * @throws GenerationException if it is none of the words
     */
    public static FullScans of(String word) throws GenerationException {
        for (FullScans meaning : values()) {
            if (meaning.name().equalsIgnoreCase(word.strip())) {
                return meaning;
            }
        }
        throw new GenerationException(
                List.of("rowloom.fullScans is '" + word + "'; it can be warn (the default), fail or off"));
    }
}
