package io.rowloom.generator.schema;

import java.util.Locale;

/** What SQLite prefers to store in a column, see <a href="https://sqlite.org/datatype3.html">Datatypes</a>. */
public enum Affinity {
    TEXT,
    INTEGER,
    REAL,
    BLOB,
    NUMERIC;

    /** The affinity of a declared type. */
    public static Affinity of(String declaredType) {
        String type = declaredType.toUpperCase(Locale.ROOT);
        if (type.contains("INT")) {
            return INTEGER;
        }
        if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
            return TEXT;
        }
        if (type.contains("BLOB") || type.isEmpty()) {
            return BLOB;
        }
        return type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB") ? REAL : NUMERIC;
    }
}
