package io.rowloom.runtime;

import org.jspecify.annotations.Nullable;

/** A value does not fit: NULL where none may be, an unknown word of an enum, a date out of range, text in a number. */
public final class SqlDataException extends SqlAccessException {
    private static final long serialVersionUID = 1;

    SqlDataException(SqlFailure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
