package io.rowloom.generator.sqlite;

import io.rowloom.generator.schema.SqlTextException;
import io.rowloom.generator.schema.SqlToken;
import io.rowloom.generator.schema.SqlTokenizer;
import io.rowloom.generator.sqlite.SqliteStatement.Kind;
import io.rowloom.model.Column;
import io.rowloom.model.Index;
import io.rowloom.model.Location;
import io.rowloom.model.Model;
import io.rowloom.model.SqlText;
import io.rowloom.model.Table;
import io.rowloom.model.problem.Problem;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Spelling;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.sqlite.JDBC;

/**
 * Proves on an in-memory SQLite that a schema is taken as it is meant, and says of each mistake where in the model it is.
 *
 * <p>The first use in a JVM loads the driver and its native library, about a quarter of a second: ask only for a script
 * that is new or has changed.
 */
public final class SqliteProof {
    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    (Problem problem) -> problem.location().file())
            .thenComparingInt(problem -> problem.location().line())
            .thenComparingInt(problem -> problem.location().column());
    private static final String NO_COLUMN = "no such column: ";

    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();

    private SqliteProof() {}

    /**
     * Runs the script and tries every expression of the model alone; a model that holds no SQL of its author's needs no
     * engine, as every word of the script is then ours and tests prove those.
     *
     * <p>Views, triggers and full-text indexes are judged with the queries, see {@code QueryAnalyzer}.
     *
     * @param script what {@link SqliteSchema#render} gives for the model
     * @return every mistake, in the order of file and line; empty if there is none
     * @throws SQLException if no database can be opened, which is no mistake of the model
     */
    public static List<Problem> prove(Model model, SqliteScript script) throws SQLException {
        if (!UserExpression.isIn(model)) {
            return List.of();
        }
        SqliteProof proof = new SqliteProof();
        proof.tryExpressions(model);
        proof.run(model, script);
        proof.problems.sort(BY_PLACE);
        return List.copyOf(proof.problems);
    }

    private void tryExpressions(Model model) throws SQLException {
        List<UserExpression> expressions = UserExpression.of(model);
        if (expressions.isEmpty()) {
            return;
        }
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            for (UserExpression expression : expressions) {
                faultOf(expression, statement).ifPresent(fault -> {
                    refused.add(expression.table().name());
                    problems.add(new Problem(
                            ProblemCode.INVALID_EXPRESSION,
                            place(expression, fault),
                            expression.what() + ' ' + fault,
                            expression.context(),
                            suggestion(expression.table(), fault)));
                });
            }
        }
    }

    /** Where the name stands that SQLite does not know, or where the expression begins. */
    private static Location place(UserExpression expression, String fault) {
        int start = fault.indexOf(NO_COLUMN);
        if (start < 0 || expression.parts().size() != 1) {
            return expression.location();
        }
        String name = fault.substring(start + NO_COLUMN.length());
        String sql = expression.parts().get(0);
        for (SqlToken token : SqlTokenizer.tokens(sql)) {
            if (token.name().equalsIgnoreCase(name)) {
                return new SqlText(sql, expression.location()).place(token.start());
            }
        }
        return expression.location();
    }

    private static Optional<String> suggestion(Table table, String fault) {
        int start = fault.indexOf(NO_COLUMN);
        if (start < 0) {
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>();
        table.columns().forEach(column -> columns.add(column.name()));
        return Spelling.didYouMean(fault.substring(start + NO_COLUMN.length()), columns);
    }

    private static Optional<String> faultOf(UserExpression expression, Statement statement) throws SQLException {
        for (String part : expression.parts()) {
            // First: what breaks out of its place might well be good SQL.
            Optional<String> fault = SqliteExpression.fault(part);
            if (fault.isPresent()) {
                return fault;
            }
        }
        statement.execute("BEGIN");
        try {
            for (String sql : expression.probe()) {
                statement.execute(SqliteExpression.withoutStringsInDoubleQuotes(sql));
            }
            return Optional.empty();
        } catch (SQLException refusal) {
            return Optional.of("is refused by SQLite: " + reason(refusal));
        } finally {
            statement.execute("ROLLBACK");
        }
    }

    private void run(Model model, SqliteScript script) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            for (SqliteStatement next : script.statements()) {
                boolean ofTable = next.kind() == Kind.CREATE_TABLE || next.kind() == Kind.CREATE_INDEX;
                if (ofTable && !refused.contains(next.table())) {
                    run(model, next.table(), next.name(), next.sql(), statement);
                }
            }
            for (Table table : model.tables()) {
                if (!refused.contains(table.name()) && hasGeneratedColumn(table)) {
                    // Columns that are computed from each other are found when the table is first used.
                    String read = "SELECT * FROM " + SqliteNames.quote(table.name()) + " LIMIT 0";
                    run(model, table.name(), table.name(), read, statement);
                }
            }
        }
    }

    private void run(Model model, String tableName, String objectName, String sql, Statement statement) {
        try {
            statement.execute(SqliteExpression.withoutStringsInDoubleQuotes(sql));
        } catch (SQLException | SqlTextException refusal) {
            refused.add(tableName);
            problems.add(new Problem(
                    ProblemCode.REFUSED_BY_SQLITE,
                    location(model, tableName, objectName),
                    '\'' + objectName + "' is refused by SQLite: " + reason(refusal),
                    tableName,
                    Optional.empty()));
        }
    }

    private static boolean hasGeneratedColumn(Table table) {
        for (Column column : table.columns()) {
            if (column.generated().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Location location(Model model, String tableName, String objectName) {
        Table table = model.table(tableName).orElseThrow();
        for (Index index : table.indexes()) {
            if (index.name().equals(objectName)) {
                return index.location();
            }
        }
        return table.location();
    }

    /** Without the driver manager, which sees drivers of other class loaders than ours in a Maven build. */
    private static Connection open() throws SQLException {
        return JDBC.createConnection("jdbc:sqlite::memory:", new Properties());
    }

    /** What SQLite itself says: the driver wraps it as {@code [CODE] general words (what SQLite says)}. */
    static String reason(Exception refusal) {
        String message = String.valueOf(refusal.getMessage());
        int open = message.indexOf(" (");
        return open >= 0 && message.endsWith(")") ? message.substring(open + 2, message.length() - 1) : message;
    }
}
