package io.rowloom.benchmarks;

/** A row of the table: what is done, and what generated code may cost of what JDBC by hand costs. */
enum Work {
    FIND("find", "find by key", 1.00),
    FIND_IN_READ("findInRead", "the same inside `read(…)`", 0.60),
    FIND_COMPOSITE("findComposite", "find by composite key, 12 columns", 1.00),
    FIND_COMPOSITE_IN_READ("findCompositeInRead", "the same inside `read(…)`", 0.75),
    LIST("list", "list of 100 rows by index", 0.75),
    QUERY("query", "named query, the same rows", 1.00),
    SCAN("scan", "scan of 10,000 rows, streamed", 0.85),
    INSERT("insert", "insert in an open transaction", 0.70),
    INSERT_ALL("insertAll", "insert of 1,000 rows", 0.80),
    PATCH("patch", "patch of two columns", 0.65),
    INSERT_ALONE("insertAlone", "insert, autocommit", 1.00);

    /** The method of {@link Works}. */
    final String method;

    final String title;
    final double goal;

    Work(String method, String title, double goal) {
        this.method = method;
        this.title = title;
        this.goal = goal;
    }

    /** The work whose value by hand is 1.00 for this one: a single call, also where this is many in one transaction. */
    Work measure() {
        return switch (this) {
            case FIND_IN_READ -> FIND;
            case FIND_COMPOSITE_IN_READ -> FIND_COMPOSITE;
            default -> this;
        };
    }
}
