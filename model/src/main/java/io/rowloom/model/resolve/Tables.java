package io.rowloom.model.resolve;

import io.rowloom.model.yaml.YamlMapping;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of a model while it is being resolved, by their names as SQL compares them. */
final class Tables {
    private final List<YamlMapping> roots;
    private final Map<String, TableDraft> drafts = new LinkedHashMap<>();

    Tables(List<YamlMapping> roots) {
        this.roots = roots;
    }

    void add(TableDraft table) {
        drafts.put(SqlNames.folded(table.name()), table);
    }

    /** The table of that name. */
    @Nullable
    TableDraft find(String name) {
        return drafts.get(SqlNames.folded(name));
    }

    Collection<TableDraft> all() {
        return drafts.values();
    }

    List<String> names() {
        return drafts.values().stream().map(TableDraft::name).toList();
    }

    /** Whether a table of that name was written in a way that has been reported. */
    boolean dropped(String name) {
        for (YamlMapping root : roots) {
            YamlMapping tables = root.mapping("tables");
            if (tables == null ? root.dropped("tables") : tables.dropped(name) || tables.has(name)) {
                return true;
            }
        }
        return false;
    }
}
