package io.rowloom.model;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;

/** Shows a tree of records line by line, without what is empty or false, so that a change of meaning is easy to see. */
final class RecordText {
    private final StringBuilder text = new StringBuilder();

    private RecordText() {}

    static String of(Record value) throws ReflectiveOperationException {
        RecordText writer = new RecordText();
        writer.components(value, 0);
        return writer.text.toString();
    }

    private void components(Record value, int depth) throws ReflectiveOperationException {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            named(component.getName(), component.getAccessor().invoke(value), depth);
        }
    }

    private void named(String name, Object value, int depth) throws ReflectiveOperationException {
        if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                named(name, optional.get(), depth);
            }
        } else if (value instanceof Collection<?> items) {
            for (Object item : items) {
                named(name, item, depth);
            }
        } else if (depth > 0 && value instanceof EnumType type) {
            line(
                    depth,
                    name + ": enum " + type.owner().map(owner -> owner + ".").orElse("") + type.name());
        } else if (depth > 0 && value instanceof JsonShape shape) {
            line(
                    depth,
                    name + ": shape " + shape.owner().map(owner -> owner + ".").orElse("") + shape.name());
        } else if (value instanceof Record node
                && !(value instanceof Location)
                && node.getClass().getRecordComponents().length > 0) {
            line(depth, name + " " + node.getClass().getSimpleName());
            components(node, depth + 1);
        } else if (!Boolean.FALSE.equals(value)) {
            line(depth, name + ": " + shown(value));
        }
    }

    private static String shown(Object value) {
        return String.valueOf(value).replace("\r", "\\r").replace("\n", "\\n");
    }

    private void line(int depth, String content) {
        text.append("  ".repeat(depth)).append(content).append('\n');
    }
}
