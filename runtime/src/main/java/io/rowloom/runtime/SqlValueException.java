package io.rowloom.runtime;

import java.sql.SQLException;

/** A parameter or a column that does not hold what it should; becomes a {@link SqlDataException} with its place. */
final class SqlValueException extends SQLException {
    private static final long serialVersionUID = 1;

    private final int index;
    private final boolean parameter;

    private SqlValueException(int index, boolean parameter, String message, Throwable cause) {
        super(message, cause);
        this.index = index;
        this.parameter = parameter;
    }

    static SqlValueException parameter(int index, IllegalArgumentException cause) {
        return new SqlValueException(index, true, String.valueOf(cause.getMessage()), cause);
    }

    /** {@code message} already says which column of which row. */
    static SqlValueException column(int index, String message, Throwable cause) {
        return new SqlValueException(index, false, message, cause);
    }

    int index() {
        return index;
    }

    boolean isParameter() {
        return parameter;
    }
}
