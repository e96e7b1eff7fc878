package io.rowloom.generator.sqlite;

import java.util.List;

/**
 * Statements in the order in which they run, as values and as a file that the {@code sqlite3} command line loads.
 *
 * @param header what the file says at its top, line by line, without the dashes
 * @param statements the statements
 */
public record SqliteScript(List<String> header, List<SqliteStatement> statements) {
    private static final String RULE = "-".repeat(72);

    public SqliteScript {
        header = List.copyOf(header);
        statements = List.copyOf(statements);
    }

    /** The SQL of each statement, without a semicolon. */
    public List<String> sql() {
        return statements.stream().map(SqliteStatement::sql).toList();
    }

    /** The whole file. */
    public String text() {
        StringBuilder text = new StringBuilder();
        appendComment(text, header);
        for (SqliteStatement statement : statements) {
            if (statement.section().isPresent()) {
                text.append('\n').append(RULE).append('\n');
                appendComment(
                        text, List.of(SqliteText.commentLine(statement.section().get())));
                text.append(RULE).append('\n');
            }
            // An index stands close to its table.
            if (statement.kind() != SqliteStatement.Kind.CREATE_INDEX) {
                text.append('\n');
            }
            appendComment(text, statement.comment());
            text.append(statement.sql()).append(";\n");
        }
        return text.toString();
    }

    private static void appendComment(StringBuilder text, List<String> lines) {
        for (String line : lines) {
            text.append(line.isEmpty() ? "--" : "-- ").append(line).append('\n');
        }
    }
}
