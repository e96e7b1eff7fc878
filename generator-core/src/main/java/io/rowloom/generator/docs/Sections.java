package io.rowloom.generator.docs;

import io.rowloom.model.Model;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables by section, in the order in which the model first uses each. */
final class Sections {
    private Sections() {}

    static Map<String, List<Table>> of(Model model) {
        boolean divided = false;
        for (Table table : model.tables()) {
            divided |= table.section().isPresent();
        }
        String other = divided ? "Other tables" : "Tables";
        Map<String, List<Table>> sections = new LinkedHashMap<>();
        for (Table table : model.tables()) {
            sections.computeIfAbsent(table.section().orElse(other), title -> new ArrayList<>())
                    .add(table);
        }
        return sections;
    }
}
