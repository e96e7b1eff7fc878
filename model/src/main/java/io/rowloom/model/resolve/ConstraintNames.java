package io.rowloom.model.resolve;

import io.rowloom.model.yaml.YamlMapping;
import java.util.List;

/** The names of constraints and indexes: the author's, or one made of the table's and the columns' names. */
final class ConstraintNames {
    private ConstraintNames() {}

    static String given(YamlMapping yaml, String prefix, String table, List<String> columns) {
        return yaml.text("name").orElseGet(() -> derived(prefix, table, columns));
    }

    static String derived(String prefix, String table, List<String> columns) {
        return prefix + '_' + table + '_' + String.join("_", columns);
    }
}
