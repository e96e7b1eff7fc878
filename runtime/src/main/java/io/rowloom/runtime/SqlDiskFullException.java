package io.rowloom.runtime;

import org.jspecify.annotations.Nullable;

/** No space was left, on the disk or within max_page_count; the transaction is undone. */
public final class SqlDiskFullException extends SqlAccessException {
    private static final long serialVersionUID = 1;

    SqlDiskFullException(SqlFailure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
