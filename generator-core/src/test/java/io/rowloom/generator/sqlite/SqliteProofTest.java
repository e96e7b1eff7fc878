package io.rowloom.generator.sqlite;

import static io.rowloom.generator.testing.TestModels.HERE;
import static io.rowloom.generator.testing.TestModels.column;
import static io.rowloom.generator.testing.TestModels.model;
import static io.rowloom.generator.testing.TestModels.table;
import static io.rowloom.generator.testing.TestModels.withChecks;
import static io.rowloom.generator.testing.TestModels.withIndexes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowloom.generator.testing.RandomModel;
import io.rowloom.model.CheckConstraint;
import io.rowloom.model.Column;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.DefaultValue;
import io.rowloom.model.GeneratedValue;
import io.rowloom.model.Index;
import io.rowloom.model.Location;
import io.rowloom.model.Model;
import io.rowloom.model.Table;
import io.rowloom.model.problem.Problem;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqliteProofTest {
    private static final Location LINE_7 = new Location("model.yaml", 7, 9);

    @Test
    void everyRandomModelIsTaken() throws SQLException {
        for (long seed = 0; seed < 100; seed++) {
            assertEquals(List.of(), problems(RandomModel.of(seed)), "seed " + seed);
        }
    }

    @Test
    void anUnknownColumnIsToldWhereItStands() throws SQLException {
        assertEquals(
                List.of(
                        "model.yaml:7:9: error[invalid-expression]: check 'ck' is refused by SQLite: no such column: amuont\n"
                                + "    in orders.checks; did you mean 'amount'?"),
                problems(model(checked("amuont > 0"))));
    }

    @Test
    void aTypoInDoubleQuotesIsNotTakenForAString() throws SQLException {
        assertEquals(List.of("no such column: amuont"), reasons(checked("\"amuont\" > 0")));
        assertEquals(List.of(), reasons(checked("\"amount\" > 'amuont'")));
        assertEquals(List.of("no such column: amuont"), reasons(indexed("amount", Optional.of("\"amuont\" = 1"))));
        assertEquals(List.of("no such column: amuont"), reasons(indexed("lower(\"amuont\")", Optional.empty())));
        assertEquals(List.of("no such column: amuont"), reasons(generated("\"amuont\" + 1")));
    }

    @Test
    void anUnknownFunctionIsFoundInADefaultWithoutWaitingForARow() throws SQLException {
        assertEquals(List.of("unknown function: nofunction()"), reasons(defaulted("nofunction(1)")));
        assertEquals(List.of("default value of column [amount] is not constant"), reasons(defaulted("other")));
        assertEquals(List.of("no such function: nofunction"), reasons(generated("nofunction(1)")));
        assertEquals(List.of(), reasons(defaulted("abs(random()) % 10")));
    }

    @Test
    void aDefaultOfAnotherTypeIsFoundInAStrictTable() throws SQLException {
        assertEquals(
                List.of("cannot store TEXT value in INTEGER column orders.amount"), reasons(defaulted("'a' || 'b'")));
    }

    @Test
    void anExpressionCannotLeaveItsPlace() throws SQLException {
        assertEquals(List.of("closes a parenthesis that it did not open"), faults("1), CHECK (1"));
        assertEquals(List.of("closes a parenthesis that it did not open"), faults("1)); DROP TABLE orders; --"));
        assertEquals(List.of("has a ';', which would end the statement"), faults("1; DROP TABLE orders"));
        assertEquals(List.of("opens a parenthesis that it does not close"), faults("(1"));
        assertEquals(List.of("has a comment that is never closed"), faults("1 /* and so on"));
        assertEquals(List.of("cannot be read: the quote ' is never closed"), faults("'and so on"));
        assertEquals(List.of("is empty"), faults(" -- nothing"));
        assertEquals(List.of(), faults("amount > 0 -- ) ; not the end"));
        assertEquals(List.of(), faults("amount <> ');' /* ) */"));
    }

    @Test
    void everyMistakeIsToldInOneRun() throws SQLException {
        Table orders = withChecks(
                table("orders", column("amount", Scalar.INTEGER)),
                new CheckConstraint("a", Optional.empty(), "x", HERE),
                new CheckConstraint("b", Optional.of("amount"), "y", HERE));
        Table other = table("sqlite_other", column("a", Scalar.TEXT));
        assertEquals(
                List.of(
                        "no such column: x",
                        "no such column: y",
                        "object name reserved for internal use: sqlite_other"),
                reasons(orders, other));
    }

    @Test
    void columnsComputedFromEachOtherAreRefused() throws SQLException {
        Table table = table(
                "loop",
                column("z", Scalar.TEXT),
                column("a", Scalar.TEXT, true, Optional.empty(), Optional.of(new GeneratedValue("b", false))),
                column("b", Scalar.TEXT, true, Optional.empty(), Optional.of(new GeneratedValue("a", false))));
        assertEquals(
                List.of("model.yaml:1:1: error[refused-by-sqlite]: 'loop' is refused by SQLite: generated column loop"
                        + " on \"b\"\n    in loop"),
                problems(model(table)));
    }

    private static Table checked(String expression) {
        return withChecks(
                table("orders", column("amount", Scalar.INTEGER)),
                new CheckConstraint("ck", Optional.empty(), expression, LINE_7));
    }

    private static Table indexed(String expression, Optional<String> where) {
        return withIndexes(
                table("orders", column("amount", Scalar.INTEGER)),
                new Index(
                        "idx",
                        false,
                        List.of(new Index.ExpressionPart(expression, Index.Order.ASCENDING, Optional.empty())),
                        where,
                        LINE_7));
    }

    private static Table generated(String expression) {
        Column column = column(
                "total", Scalar.INTEGER, true, Optional.empty(), Optional.of(new GeneratedValue(expression, false)));
        return table("orders", column("amount", Scalar.INTEGER), column);
    }

    private static Table defaulted(String expression) {
        Column column = column(
                "amount", Scalar.INTEGER, true, Optional.of(new DefaultValue.Expression(expression)), Optional.empty());
        return table("orders", column, column("other", Scalar.INTEGER));
    }

    private static List<String> faults(String expression) throws SQLException {
        return prove(model(checked(expression))).stream()
                .map(problem -> problem.message().replace("check 'ck' ", ""))
                .toList();
    }

    private static List<String> reasons(Table... tables) throws SQLException {
        return prove(model(tables)).stream()
                .map(problem -> problem.message().replaceFirst("(?s)^.* refused by SQLite: ", ""))
                .toList();
    }

    private static List<String> problems(Model model) throws SQLException {
        return prove(model).stream().map(Problem::toString).toList();
    }

    private static List<Problem> prove(Model model) throws SQLException {
        return SqliteProof.prove(model, SqliteSchema.render(model));
    }
}
