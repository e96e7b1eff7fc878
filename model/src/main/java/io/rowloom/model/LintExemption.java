package io.rowloom.model;

import java.util.Optional;

/**
 * A rule that does not hold for a table, or for the whole model, and why.
 *
 * @param rule the rule
 * @param table the table; empty for the whole model
 * @param reason why it does not hold, for those who read the model
 * @param location where it stands
 */
public record LintExemption(LintRule rule, Optional<String> table, String reason, Location location) {}
