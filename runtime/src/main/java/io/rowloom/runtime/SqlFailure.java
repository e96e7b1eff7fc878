package io.rowloom.runtime;

import java.util.List;

/**
 * What an error says of itself.
 *
 * @param table the table, or empty
 * @param operation the operation, or empty
 * @param parameters the parameters, {@code name = value}
 * @param resultCode SQLite's extended result code, or 0
 * @param problem what is wrong, and what to do
 */
record SqlFailure(String table, String operation, List<String> parameters, int resultCode, String problem) {
    SqlFailure {
        parameters = List.copyOf(parameters);
    }

    /** A failure that no statement had. */
    static SqlFailure of(String problem) {
        return new SqlFailure("", "", List.of(), 0, problem);
    }

    static SqlFailure of(SqlStatement statement, String problem) {
        return new SqlFailure(statement.table(), statement.operation(), List.of(), 0, problem);
    }

    String message() {
        StringBuilder text = new StringBuilder();
        if (!operation.isEmpty()) {
            text.append(table)
                    .append(table.isEmpty() ? "" : ".")
                    .append(operation)
                    .append(": ");
        }
        text.append(problem);
        if (!parameters.isEmpty()) {
            text.append(" [").append(String.join(", ", parameters)).append(']');
        }
        return text.toString();
    }
}
