package io.rowloom.model;

import java.util.List;
import java.util.Optional;

/**
 * A fixed set of words.
 *
 * @param name the simple name of the Java enum
 * @param owner the record that it is nested in, for an enum written at a column; empty for one of {@code types:}
 * @param members the words in the order written; at least one
 */
public record EnumType(String name, Optional<String> owner, List<Member> members) {
    public EnumType {
        members = List.copyOf(members);
    }

    /**
     * One of the words.
     *
     * @param value the text in the database, {@code claude-code}
     * @param constant the Java constant, {@code CLAUDE_CODE}
     */
    public record Member(String value, String constant) {}
}
