package io.rowloom.runtime;

/** Where the runtime says what no caller can be told; found at the first message, as finding it takes a tenth of a cold start. */
final class RuntimeLog {
    static final System.Logger LOG = System.getLogger("io.rowloom.runtime");

    private RuntimeLog() {}
}
