package io.rowloom.generator.java;

import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.model.DefaultValue;
import io.rowloom.model.Literal;
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
    static String sentence(ColumnDescriptor column) {
        String text = column.description()
                .map(description -> String.join(" ", paragraphs(Optional.of(description))))
                .filter(description -> !description.isEmpty())
                .map(description -> ".!?".indexOf(description.charAt(description.length() - 1)) < 0
                        ? description + '.'
                        : description)
                .orElseGet(() -> "The column " + JavaText.code(column.name()) + '.');
        String otherwise = otherwise(column);
        return otherwise.isEmpty() ? text : text + ' ' + otherwise;
    }

    private static String otherwise(ColumnDescriptor column) {
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
        String value = column.defaultValue()
                .map(constant -> JavaText.code(shown(((DefaultValue.Constant) constant).value())))
                .orElse("null");
        return "Left out, it is " + value + '.';
    }

    /** A value as the model has it, words in quotes; no code, which readers would have to evaluate. */
    private static String shown(Literal literal) {
        if (literal instanceof Literal.Null) {
            return "null";
        } else if (literal instanceof Literal.Text text) {
            return '\'' + text.value() + '\'';
        } else if (literal instanceof Literal.EnumMember member) {
            return '\'' + member.member().value() + '\'';
        } else if (literal instanceof Literal.Whole whole) {
            return Long.toString(whole.value());
        } else if (literal instanceof Literal.Real real) {
            return Double.toString(real.value());
        } else if (literal instanceof Literal.Decimal decimal) {
            return decimal.value().toPlainString();
        } else if (literal instanceof Literal.Bool bool) {
            return Boolean.toString(bool.value());
        } else if (literal instanceof Literal.Json json) {
            return json.text();
        } else if (literal instanceof Literal.Blob blob) {
            return "x'" + blob.hex() + '\'';
        } else if (literal instanceof Literal.Uuid uuid) {
            return uuid.value().toString();
        } else if (literal instanceof Literal.Timestamp timestamp) {
            return timestamp.value().toString();
        } else if (literal instanceof Literal.DateTime dateTime) {
            return dateTime.value().toString();
        } else if (literal instanceof Literal.Date date) {
            return date.value().toString();
        }
        return ((Literal.Time) literal).value().toString();
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
