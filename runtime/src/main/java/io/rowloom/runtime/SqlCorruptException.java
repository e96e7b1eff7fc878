package io.rowloom.runtime;

import org.jspecify.annotations.Nullable;

/** The file is damaged or is no SQLite database. */
public final class SqlCorruptException extends SqlAccessException {
    private static final long serialVersionUID = 1;

    SqlCorruptException(SqlFailure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
