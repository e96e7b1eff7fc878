package io.rowloom.model;

import java.util.List;

/**
 * Types of the author's own that a generated record has.
 *
 * @param interfaces the full names of interfaces that it implements
 * @param annotations the full names of annotations that stand at it
 */
public record OwnTypes(List<String> interfaces, List<String> annotations) {
    public OwnTypes {
        interfaces = List.copyOf(interfaces);
        annotations = List.copyOf(annotations);
    }
}
