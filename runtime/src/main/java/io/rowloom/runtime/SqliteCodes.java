package io.rowloom.runtime;

import java.sql.SQLException;
import org.sqlite.SQLiteException;

/** SQLite's result codes from the driver's exception; the one class that knows the driver's types. */
final class SqliteCodes {
    static final int ERROR = 1;
    static final int BUSY = 5;
    static final int LOCKED = 6;
    static final int NOMEM = 7;
    static final int READONLY = 8;
    static final int IOERR = 10;
    static final int CORRUPT = 11;
    static final int FULL = 13;
    static final int CANTOPEN = 14;
    static final int CONSTRAINT = 19;
    static final int MISMATCH = 20;
    static final int NOTADB = 26;
    static final int CONSTRAINT_CHECK = 275;
    static final int CONSTRAINT_FOREIGNKEY = 787;
    static final int CONSTRAINT_NOTNULL = 1299;
    static final int CONSTRAINT_PRIMARYKEY = 1555;
    static final int CONSTRAINT_TRIGGER = 1811;
    static final int CONSTRAINT_UNIQUE = 2067;
    static final int CONSTRAINT_ROWID = 2579;
    static final int CONSTRAINT_DATATYPE = 3091;

    private SqliteCodes() {}

    /** The extended result code; the JDBC error code where the exception is not the driver's own. */
    static int of(SQLException exception) {
        for (Throwable t = exception; t != null; t = t.getCause()) {
            // By name first, so that this runs without the driver's classes as well.
            if (t.getClass().getName().equals("org.sqlite.SQLiteException")) {
                return Driver.code(t);
            }
        }
        return exception.getErrorCode();
    }

    /** The part of the code that says the kind. */
    static int primary(int code) {
        return code & 0xFF;
    }

    private static final class Driver {
        static int code(Throwable exception) {
            int extended = ((SQLiteException) exception).getResultCode().code;
            return extended > 0 ? extended : ((SQLException) exception).getErrorCode();
        }
    }
}
