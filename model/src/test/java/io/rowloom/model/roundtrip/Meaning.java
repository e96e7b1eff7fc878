package io.rowloom.model.roundtrip;

import io.rowloom.model.EnumType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.Location;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;

/** A model as text, every value of it but the places. */
final class Meaning {
    /** Where the model lists its enums and shapes; elsewhere they are called by their names, which no two share. */
    private static final String LISTED = "    ";

    private final StringBuilder text = new StringBuilder();

    private Meaning() {}

    static String of(Record model) throws ReflectiveOperationException {
        Meaning meaning = new Meaning();
        meaning.value(model, "");
        return meaning.text.toString();
    }

    private static boolean isPlace(RecordComponent component) {
        return component.getGenericType().getTypeName().contains(Location.class.getName());
    }

    private void value(Object value, String indent) throws ReflectiveOperationException {
        if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                value(optional.get(), indent);
            } else {
                text.append("empty\n");
            }
        } else if (value instanceof Collection<?> items) {
            text.append(items.size()).append(" items\n");
            for (Object item : items) {
                text.append(indent).append("- ");
                value(item, indent + "  ");
            }
        } else if (value instanceof EnumType type && !indent.equals(LISTED)) {
            text.append("enum ").append(type.owner()).append(type.name()).append('\n');
        } else if (value instanceof JsonShape shape && !indent.equals(LISTED)) {
            text.append("shape ").append(shape.owner()).append(shape.name()).append('\n');
        } else if (value instanceof Record node) {
            text.append(node.getClass().getSimpleName()).append('\n');
            for (RecordComponent component : node.getClass().getRecordComponents()) {
                if (!isPlace(component)) {
                    text.append(indent).append(component.getName()).append(": ");
                    value(component.getAccessor().invoke(node), indent + "  ");
                }
            }
        } else {
            String escaped = String.valueOf(value).replace("\\", "\\\\").replace("\n", "\\n");
            text.append('\'').append(escaped.replace("\r", "\\r")).append("'\n");
        }
    }
}
