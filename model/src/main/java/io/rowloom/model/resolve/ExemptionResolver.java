package io.rowloom.model.resolve;

import io.rowloom.model.LintExemption;
import io.rowloom.model.LintRule;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which rules do not hold where, and why. */
final class ExemptionResolver {
    private static final Map<String, LintRule> RULES = new HashMap<>();

    static {
        for (LintRule rule : LintRule.values()) {
            RULES.put(rule.id(), rule);
        }
    }

    private ExemptionResolver() {}

    static List<LintExemption> resolve(List<YamlMapping> roots) {
        List<LintExemption> exemptions = new ArrayList<>();
        for (YamlMapping root : roots) {
            YamlMapping database = root.mapping("database");
            if (database != null) {
                add(exemptions, database, Optional.empty());
            }
            YamlMapping tables = root.mapping("tables");
            if (tables != null) {
                for (YamlMapping.Entry table : tables.entries()) {
                    add(exemptions, (YamlMapping) table.value(), Optional.of(table.name()));
                }
            }
        }
        return exemptions;
    }

    private static void add(List<LintExemption> exemptions, YamlMapping yaml, Optional<String> table) {
        YamlMapping written = yaml.mapping("lint_off");
        if (written == null) {
            return;
        }
        for (YamlMapping.Entry entry : written.entries()) {
            LintRule rule = RULES.get(entry.name());
            if (rule != null) {
                String reason = ((YamlScalar) entry.value()).text();
                exemptions.add(new LintExemption(rule, table, reason, entry.location()));
            }
        }
    }
}
