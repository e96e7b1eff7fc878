package io.rowloom.runtime;

import java.util.List;

/** There is no row to update; nothing was written. */
public final class SqlMissingRowException extends SqlAccessException {
    private static final long serialVersionUID = 1;

    /**
     * For generated code.
     *
     * @param statement the update that found no row
     * @param key the row's primary key as text, {@code id = 7}
     */
    public SqlMissingRowException(SqlStatement statement, String key) {
        super(
                new SqlFailure(
                        statement.table(),
                        statement.operation(),
                        List.of(key),
                        0,
                        "there is no row with this primary key"),
                null);
    }
}
