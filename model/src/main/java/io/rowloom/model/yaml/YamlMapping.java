package io.rowloom.model.yaml;

import io.rowloom.model.Location;
import io.rowloom.model.problem.Place;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A mapping as written.
 *
 * <p>What the format does not allow is dropped once it was reported, so that a reader of the mapping finds every value
 * to be of the kind that the format says, or missing.
 */
public final class YamlMapping extends YamlNode {
    /** A key with its value; as a place it is where the key stands, on the path that leads to the value. */
    public record Entry(YamlScalar key, YamlNode value) implements Place {
        /** The text of the key. */
        public String name() {
            return key.text();
        }

        @Override
        public Location location() {
            return key.location();
        }

        @Override
        public String context() {
            return value.context();
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> dropped = new HashSet<>();

    YamlMapping(Location location, @Nullable YamlNode parent, String label) {
        super(location, parent, label);
    }

    /** The entries in the order written. */
    public Collection<Entry> entries() {
        return Collections.unmodifiableCollection(entries.values());
    }

    /** The entry of that key. */
    public @Nullable Entry entry(String key) {
        return entries.get(key);
    }

    /** Whether the key is there. */
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The value of a key. */
    public @Nullable YamlNode get(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /** The value of a key, if it is a scalar. */
    public @Nullable YamlScalar scalar(String key) {
        return get(key) instanceof YamlScalar scalar ? scalar : null;
    }

    /** The text of a key. */
    public Optional<String> text(String key) {
        YamlScalar scalar = scalar(key);
        return scalar == null ? Optional.empty() : Optional.of(scalar.text());
    }

    /** Whether the key is there and says {@code true}. */
    public boolean flag(String key) {
        YamlScalar scalar = scalar(key);
        return scalar != null && scalar.text().equals("true");
    }

    /** The mapping of a key. */
    public @Nullable YamlMapping mapping(String key) {
        return get(key) instanceof YamlMapping mapping ? mapping : null;
    }

    /** The items of a list, none if the key is missing. */
    public List<YamlNode> items(String key) {
        return get(key) instanceof YamlList list ? list.items() : List.of();
    }

    /** Whether an entry of that name, compared as SQL does, was there and has been reported. */
    public boolean dropped(String name) {
        return !dropped.isEmpty() && dropped.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Takes an entry; false if the key is there already. */
    boolean add(YamlScalar key, YamlNode value) {
        return entries.putIfAbsent(key.text(), new Entry(key, value)) == null;
    }

    /** Remembers that a value was refused. */
    void drop(String name) {
        dropped.add(name.toLowerCase(Locale.ROOT));
    }

    /** Drops the entries that the format does not allow. */
    void keepIf(Predicate<Entry> allowed) {
        entries.values().removeIf(entry -> {
            boolean drop = !allowed.test(entry);
            if (drop) {
                drop(entry.name());
            }
            return drop;
        });
    }

    @Override
    public String kind() {
        return "a mapping";
    }
}
