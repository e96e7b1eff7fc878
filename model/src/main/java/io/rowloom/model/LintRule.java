package io.rowloom.model;

import java.util.Locale;

/** What a model may be reminded of; each rule has a heading of its {@link #id()} in {@code docs/lint.md}. */
public enum LintRule {
    /** A foreign key that no index serves. */
    UNINDEXED_FOREIGN_KEY("Foreign keys without an index."),
    /** Two indexes over the same. */
    DUPLICATE_INDEX("Indexes over the same columns."),
    /** An index that another one makes superfluous. */
    REDUNDANT_INDEX("Indexes that begin as another one does."),
    /** A table without a primary key. */
    NO_PRIMARY_KEY("Tables without a primary key."),
    /** Columns of one name and different types. */
    INCONSISTENT_TYPE("Columns of the same name with other types."),
    /** Names of more than one style. */
    MIXED_NAMING("Names of another style than most."),
    /** A declared type that nothing has. */
    UNUSED_TYPE("Types that nothing uses."),
    /** An exemption from a rule that finds nothing. */
    NEEDLESS_EXEMPTION("Exemptions from rules that find nothing.");

    private final String about;

    LintRule(String about) {
        this.about = about;
    }

    /** The word for it in models and messages, {@code no-primary-key}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it finds, as a sentence. */
    public String about() {
        return about;
    }
}
