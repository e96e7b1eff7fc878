package io.rowloom.model.yaml;

import io.rowloom.model.Location;
import io.rowloom.model.problem.Place;
import io.rowloom.model.problem.Spelling;
import org.jspecify.annotations.Nullable;

/** A piece of a model file as written, with its place. */
public abstract sealed class YamlNode implements Place permits YamlScalar, YamlList, YamlMapping {
    private final String file;
    private final int line;
    private final int column;
    private final @Nullable YamlNode parent;
    private final String label;

    /**
     * @param parent the mapping or list it stands in; null at the top of a file
     * @param label the key, or the number in brackets, that leads to it from {@code parent}; empty for a key itself
     */
    YamlNode(Location location, @Nullable YamlNode parent, String label) {
        this.file = location.file();
        this.line = location.line();
        this.column = location.column();
        this.parent = parent;
        this.label = label;
    }

    /** What it is, for messages: {@code a text}, {@code a list}, {@code a mapping}. */
    public abstract String kind();

    /** The key, or the number in brackets, that leads to it. */
    public String label() {
        return label;
    }

    @Override
    public Location location() {
        return new Location(file, line, column);
    }

    /** The path from the top; {@code tables.} is left out, as most paths would begin with it. */
    @Override
    public String context() {
        StringBuilder path = new StringBuilder();
        appendTo(path);
        return path.toString();
    }

    private void appendTo(StringBuilder path) {
        if (parent == null || parent.parent == null && label.equals("tables")) {
            return;
        }
        parent.appendTo(path);
        if (label.isEmpty()) {
            return;
        }
        if (path.length() > 0 && !label.startsWith("[")) {
            path.append('.');
        }
        path.append(Spelling.oneLine(label));
    }
}
