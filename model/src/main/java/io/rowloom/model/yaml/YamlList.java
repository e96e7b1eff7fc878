package io.rowloom.model.yaml;

import io.rowloom.model.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A list as written. */
public final class YamlList extends YamlNode {
    private final List<YamlNode> items = new ArrayList<>();

    YamlList(Location location, @Nullable YamlNode parent, String label) {
        super(location, parent, label);
    }

    /** The items in order. */
    public List<YamlNode> items() {
        return Collections.unmodifiableList(items);
    }

    void add(YamlNode item) {
        items.add(item);
    }

    /** Drops the items that the format does not allow. */
    void keepIf(Predicate<YamlNode> allowed) {
        items.removeIf(allowed.negate());
    }

    @Override
    public String kind() {
        return "a list";
    }
}
