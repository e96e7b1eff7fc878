package io.rowloom.model.roundtrip;

import io.rowloom.model.yaml.Form;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The keys of the format, {@code column.default}, and which of them a file has. */
final class FormatKeys {
    private FormatKeys() {}

    static Set<String> of(Form form) {
        Set<String> keys = new TreeSet<>();
        collect(form, keys, new HashSet<>());
        return keys;
    }

    private static void collect(Form form, Set<String> keys, Set<String> named) {
        if (form instanceof Form.Keys mapping) {
            for (Form.Key key : mapping.keys()) {
                keys.add(mapping.name() + '.' + key.name());
                collect(key.value(), keys, named);
            }
        } else if (form instanceof Form.Either either) {
            either.forms().forEach(alternative -> collect(alternative, keys, named));
        } else if (form instanceof Form.ListOf list) {
            collect(list.item(), keys, named);
        } else if (form instanceof Form.MapOf map) {
            collect(map.value(), keys, named);
        } else if (form instanceof Form.Named other && named.add(other.name())) {
            collect(other.form().get(), keys, named);
        }
    }

    static void removeWritten(Object node, Form form, Set<String> missing) {
        if (form instanceof Form.Named named) {
            removeWritten(node, named.form().get(), missing);
        } else if (form instanceof Form.Either either) {
            either.forms().forEach(alternative -> removeWritten(node, alternative, missing));
        } else if (form instanceof Form.ListOf list && node instanceof List<?> items) {
            items.forEach(item -> removeWritten(item, list.item(), missing));
        } else if (form instanceof Form.MapOf map && node instanceof Map<?, ?> entries) {
            entries.values().forEach(value -> removeWritten(value, map.value(), missing));
        } else if (form instanceof Form.Keys keys && node instanceof Map<?, ?> entries) {
            for (Form.Key key : keys.keys()) {
                if (entries.containsKey(key.name())) {
                    missing.remove(keys.name() + '.' + key.name());
                    removeWritten(entries.get(key.name()), key.value(), missing);
                }
            }
        }
    }
}
