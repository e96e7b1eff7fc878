package io.rowloom.generator.java;

import io.rowloom.model.DefaultValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Javadoc made of what the model says. */
final class Docs {
    private Docs() {}

    /** The description, a sentence on the place in the model, and the components. */
    static List<String> record(Optional<String> description, String sentence, List<Component> components) {
        List<String> parts = paragraphs(description);
        parts.add(sentence);
        for (Component component : components) {
            parts.add("@param " + component.name() + ' ' + component.doc());
        }
        return parts;
    }

    /** What a column holds, and what it gets when an insert leaves it out. */
    static String sentence(ColumnDescriptor column, Optional<String> initial) {
        String text = column.description()
                .map(description -> String.join(" ", paragraphs(Optional.of(description))))
                .filter(description -> !description.isEmpty())
                .map(description -> ".!?".indexOf(description.charAt(description.length() - 1)) < 0
                        ? description + '.'
                        : description)
                .orElseGet(() -> "The column " + JavaText.code(column.name()) + '.');
        String otherwise = otherwise(column, initial);
        return otherwise.isEmpty() ? text : text + ' ' + otherwise;
    }

    private static String otherwise(ColumnDescriptor column, Optional<String> initial) {
        if (column.isRequired()) {
            return "Required.";
        }
        if (column.isComputed()) {
            return "Left out, the database gives it.";
        }
        if (column.randomKey()) {
            return "Left out, it is random.";
        }
        if (column.defaultValue().filter(DefaultValue.Now.class::isInstance).isPresent()) {
            return "Left out, it is the present moment.";
        }
        return "Left out, it is " + initial.map(JavaText::code).orElse("null") + '.';
    }

    /** A text of the model in paragraphs, each safe and on one line. */
    static List<String> paragraphs(Optional<String> description) {
        List<String> parts = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        description.orElse("").lines().forEach(line -> {
            if (line.isBlank()) {
                end(paragraph, parts);
            } else {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
            }
        });
        end(paragraph, parts);
        return parts;
    }

    private static void end(StringBuilder paragraph, List<String> parts) {
        if (!paragraph.isEmpty()) {
            parts.add(JavaText.javadoc(paragraph.toString()));
            paragraph.setLength(0);
        }
    }
}
