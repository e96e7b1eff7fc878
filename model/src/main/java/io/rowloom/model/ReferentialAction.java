package io.rowloom.model;

/** What a foreign key does when the row it points to goes or changes its key; SQL's own words. */
public enum ReferentialAction {
    NO_ACTION("NO ACTION"),
    RESTRICT("RESTRICT"),
    CASCADE("CASCADE"),
    SET_NULL("SET NULL"),
    SET_DEFAULT("SET DEFAULT");

    private final String sql;

    ReferentialAction(String sql) {
        this.sql = sql;
    }

    /** The keyword of standard SQL, {@code SET NULL}. */
    public String sql() {
        return sql;
    }
}
