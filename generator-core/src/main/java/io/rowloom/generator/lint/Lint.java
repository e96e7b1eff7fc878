package io.rowloom.generator.lint;

import io.rowloom.model.LintExemption;
import io.rowloom.model.LintRule;
import io.rowloom.model.Location;
import io.rowloom.model.Model;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds a model to the rules, but for those that it exempts itself from. */
public final class Lint {
    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(
                    (Finding finding) -> finding.location().file())
            .thenComparingInt(finding -> finding.location().line())
            .thenComparingInt(finding -> finding.location().column())
            .thenComparing(Finding::rule);

    private Lint() {}

    /** Everything that the rules find, in the order of files and lines. */
    public static List<Finding> of(Model model) {
        List<Finding> found = new ArrayList<>();
        for (Table table : model.tables()) {
            found.addAll(IndexRules.of(table));
            if (table.primaryKey().isEmpty()) {
                found.add(new Finding(
                        LintRule.NO_PRIMARY_KEY,
                        table.name(),
                        table.location(),
                        "the table '" + table.name() + "' has no primary key",
                        "rows cannot be found, updated or deleted one by one; write primary_key at a column"));
            }
        }
        found.addAll(TypeRules.of(model));
        found.addAll(NamingRule.of(model));
        List<Finding> left = withoutExempted(found, model.exemptions());
        left.sort(BY_PLACE);
        return List.copyOf(left);
    }

    private static List<Finding> withoutExempted(List<Finding> found, List<LintExemption> exemptions) {
        List<Finding> left = new ArrayList<>();
        Set<LintExemption> needed = new HashSet<>();
        for (Finding finding : found) {
            boolean exempted = false;
            for (LintExemption exemption : exemptions) {
                if (exemption.rule() == finding.rule()
                        && (exemption.table().isEmpty()
                                || exemption.table().get().equals(finding.table()))) {
                    needed.add(exemption);
                    exempted = true;
                }
            }
            if (!exempted) {
                left.add(finding);
            }
        }
        boolean needless = true;
        for (LintExemption exemption : exemptions) {
            needless &= exemption.rule() != LintRule.NEEDLESS_EXEMPTION;
        }
        for (LintExemption exemption : exemptions) {
            if (needless && !needed.contains(exemption)) {
                left.add(needless(exemption));
            }
        }
        return left;
    }

    private static Finding needless(LintExemption exemption) {
        Location place = exemption.location();
        return new Finding(
                LintRule.NEEDLESS_EXEMPTION,
                exemption.table().orElse(""),
                place,
                "the rule " + exemption.rule().id() + " finds nothing here",
                "delete the line");
    }
}
