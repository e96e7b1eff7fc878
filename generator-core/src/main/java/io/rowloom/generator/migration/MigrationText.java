package io.rowloom.generator.migration;

import io.rowloom.generator.migration.MigrationPlan.Step;
import io.rowloom.generator.sqlite.SqliteText;
import io.rowloom.generator.text.PlainText;
import java.util.Collection;

/** Spells a plan as a file. */
final class MigrationText {
    private MigrationText() {}

    /** The file that applies the plan. */
    static String up(MigrationPlan plan, Collection<String> acknowledged, MigrationFile.Origin origin) {
        StringBuilder text = new StringBuilder();
        acknowledged.forEach(id -> text.append(MigrationFile.acknowledgement(id)));
        return MigrationFile.marked(append(text, plan), origin);
    }

    /** The file that undoes it. */
    static String down(MigrationPlan plan) {
        return MigrationFile.marked(append(new StringBuilder(), plan));
    }

    private static String append(StringBuilder text, MigrationPlan plan) {
        if (plan.steps().stream().anyMatch(step -> step.kind() == MigrationPlan.Kind.REBUILD)) {
            text.append(
                    "-- Run this with PRAGMA foreign_keys = OFF, set before the transaction, as the migrator does:\n");
            text.append("-- otherwise dropping a table that is rebuilt deletes rows of the tables that refer to it.\n");
        }
        if (text.length() > 0) {
            text.append('\n');
        }
        for (Step step : plan.steps()) {
            for (String line : SqliteText.commentLines(PlainText.oneLine(step.title()) + '.')) {
                text.append("-- ").append(line).append('\n');
            }
            step.sql().forEach(sql -> text.append(sql).append(";\n"));
            text.append('\n');
        }
        return text.toString();
    }
}
