package io.rowloom.runtime;

import java.sql.SQLException;
import java.util.List;

/** Turns what the driver throws into the exception of its kind, with table, operation and parameters. */
final class SqlErrors {
    /** Of a sum; SQLite has no code of its own for it. */
    private static final int OVERFLOW = -1;

    private SqlErrors() {}

    static SqlAccessException of(SQLException cause, SqlStatement statement, SqlBinder binder) {
        if (cause instanceof SqlValueException value) {
            List<String> parameters = ParameterText.describe(statement, binder);
            String place = value.isParameter() ? ParameterText.name(statement, value.index()) + ": " : "";
            return new SqlDataException(
                    new SqlFailure(statement.table(), statement.operation(), parameters, 0, place + value.getMessage()),
                    cause);
        }
        return of(cause, statement, ParameterText.describe(statement, binder));
    }

    static SqlAccessException of(SQLException cause, SqlStatement statement, List<String> parameters) {
        int code = SqliteCodes.of(cause);
        int kind = kind(code, cause);
        return of(
                cause,
                kind,
                new SqlFailure(
                        statement.table(),
                        statement.operation(),
                        parameters,
                        code,
                        advice(kind, statement) + detail(cause)));
    }

    /**
     * The code that says what happened. SQLite carries out {@code ON DELETE RESTRICT} as a trigger of its own and reports it
     * as one; only its message tells it from {@code RAISE} in a trigger of a user.
     */
    private static int kind(int code, SQLException cause) {
        if (code == SqliteCodes.CONSTRAINT_TRIGGER && detail(cause).equals("FOREIGN KEY constraint failed")) {
            return SqliteCodes.CONSTRAINT_FOREIGNKEY;
        }
        return code == SqliteCodes.ERROR && detail(cause).equals("integer overflow") ? OVERFLOW : code;
    }

    private static SqlAccessException of(SQLException cause, int code, SqlFailure failure) {
        return switch (code) {
            case SqliteCodes.CONSTRAINT_PRIMARYKEY, SqliteCodes.CONSTRAINT_UNIQUE, SqliteCodes.CONSTRAINT_ROWID ->
                new SqlUniqueException(failure, cause);
            case SqliteCodes.CONSTRAINT_FOREIGNKEY -> new SqlForeignKeyException(failure, cause);
            case SqliteCodes.CONSTRAINT_CHECK -> new SqlCheckException(failure, cause);
            case SqliteCodes.CONSTRAINT_NOTNULL -> new SqlNotNullException(failure, cause);
            case SqliteCodes.CONSTRAINT_DATATYPE, OVERFLOW -> new SqlDataException(failure, cause);
            default ->
                switch (SqliteCodes.primary(code)) {
                    case SqliteCodes.CONSTRAINT -> new SqlConstraintException(failure, cause);
                    case SqliteCodes.MISMATCH -> new SqlDataException(failure, cause);
                    case SqliteCodes.BUSY, SqliteCodes.LOCKED -> new SqlBusyException(failure, cause);
                    case SqliteCodes.READONLY -> new SqlReadOnlyException(failure, cause);
                    case SqliteCodes.FULL -> new SqlDiskFullException(failure, cause);
                    case SqliteCodes.CORRUPT, SqliteCodes.NOTADB -> new SqlCorruptException(failure, cause);
                    default -> new SqlStatementException(failure, cause);
                };
        };
    }

    private static String advice(int code, SqlStatement statement) {
        return switch (code) {
            case SqliteCodes.CONSTRAINT_PRIMARYKEY, SqliteCodes.CONSTRAINT_ROWID ->
                "another row has this key; update that one, or insert with another key: ";
            case SqliteCodes.CONSTRAINT_UNIQUE ->
                "another row has these values; update that one, or give other values: ";
            case SqliteCodes.CONSTRAINT_FOREIGNKEY -> reference(statement.text());
            case SqliteCodes.CONSTRAINT_CHECK -> "the values do not satisfy a check of the table: ";
            case SqliteCodes.CONSTRAINT_NOTNULL -> "a column that must have a value got none: ";
            case OVERFLOW -> "a sum is more than its column holds: ";
            case SqliteCodes.CONSTRAINT_DATATYPE -> "a value is not of the column's type: ";
            default ->
                switch (SqliteCodes.primary(code)) {
                    case SqliteCodes.BUSY, SqliteCodes.LOCKED ->
                        "another connection holds the database; nothing was done and it can be repeated,"
                                + " or wait longer with the pragma busy_timeout: ";
                    case SqliteCodes.READONLY ->
                        "the database can only be read; a write needs a writable file and folder, and a statement that says it writes: ";
                    case SqliteCodes.FULL -> "no space is left for the database; it is as before the transaction: ";
                    case SqliteCodes.CORRUPT, SqliteCodes.NOTADB ->
                        "the file is damaged or is no SQLite database; keep it as it is and restore a backup to another file: ";
                    case SqliteCodes.CANTOPEN ->
                        "the database file cannot be opened; its folder must exist and be accessible: ";
                    default -> "";
                };
        };
    }

    /** SQLite does not say which side of a foreign key is broken, but an INSERT and a DELETE can break only one. */
    private static String reference(String sql) {
        if (sql.regionMatches(true, 0, "DELETE", 0, 6)) {
            return "other rows still refer to this one; delete them first, or let them refer to another: ";
        }
        if (sql.regionMatches(true, 0, "INSERT", 0, 6)) {
            return "a row refers to one that does not exist; insert the row referred to first: ";
        }
        return "a row refers to one that does not exist; insert the row referred to first,"
                + " or change those that refer to it first: ";
    }

    /** The driver says {@code [CODE] general sentence (what SQLite said)}; the general sentence is left out. */
    private static String detail(SQLException cause) {
        String message = String.valueOf(cause.getMessage());
        int open = message.indexOf('(');
        return message.startsWith("[SQLITE_") && open > 0 && message.endsWith(")")
                ? message.substring(open + 1, message.length() - 1)
                : message;
    }
}
