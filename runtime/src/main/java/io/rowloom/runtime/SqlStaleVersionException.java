package io.rowloom.runtime;

import java.util.List;

/** The row was changed or removed by somebody else since it was read; nothing was written. */
public final class SqlStaleVersionException extends SqlAccessException {
    private static final long serialVersionUID = 1;

    /**
     * For generated code.
     *
     * @param statement the update or delete that found no row
     * @param key the row's primary key as text, {@code id = 7}
     * @param version the version that the caller had
     */
    public SqlStaleVersionException(SqlStatement statement, String key, long version) {
        super(
                new SqlFailure(
                        statement.table(),
                        statement.operation(),
                        List.of(key, "version = " + version),
                        0,
                        "the row was changed or removed since it was read; read it again and repeat the change on the new one"),
                null);
    }
}
