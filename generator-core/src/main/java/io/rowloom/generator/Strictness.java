package io.rowloom.generator;

import java.util.List;

/** What something means to the build that works and could be better. */
public enum Strictness {
    /** The build goes on and says so. */
    WARN,
    /** It is a mistake. */
    FAIL,
    /** Nothing. */
    OFF;

    /**
     * What a user wrote.
     *
     * @param word the value
     * @param parameter the parameter that has it, for the message
     * @throws GenerationException if it is none of the words
     */
    public static Strictness of(String word, String parameter) throws GenerationException {
        for (Strictness meaning : values()) {
            if (meaning.name().equalsIgnoreCase(word.strip())) {
                return meaning;
            }
        }
        throw new GenerationException(
                List.of(parameter + " is '" + word + "'; it can be warn (the default), fail or off"));
    }
}
