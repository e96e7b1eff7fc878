package io.rowloom.generator.lint;

import io.rowloom.model.LintRule;
import io.rowloom.model.Location;

/**
 * Something that a rule found.
 *
 * @param rule the rule
 * @param table the table that it is about, by which exemptions find it; empty if about none
 * @param location where in the model it is
 * @param message what was found, a sentence without a full stop
 * @param suggestion what to do
 */
public record Finding(LintRule rule, String table, Location location, String message, String suggestion) {

    /** The text that a user sees, two lines. */
    public String text(String severity) {
        return location + ": " + severity + '[' + rule.id() + "]: " + message + "\n    " + suggestion;
    }
}
