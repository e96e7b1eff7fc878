package io.rowloom.model.resolve;

import io.rowloom.model.Column;
import io.rowloom.model.yaml.YamlMapping;
import org.jspecify.annotations.Nullable;

/**
 * A column while its model is being resolved.
 *
 * @param entry where it stands
 * @param yaml its long form; null if it was written in the short one
 * @param column what it means; its type is a placeholder unless {@code typed}
 * @param typed whether the type is known
 */
record ColumnDraft(YamlMapping.Entry entry, @Nullable YamlMapping yaml, Column column, boolean typed) {
    String name() {
        return column.name();
    }

    boolean has(String key) {
        return yaml != null && yaml.has(key);
    }
}
