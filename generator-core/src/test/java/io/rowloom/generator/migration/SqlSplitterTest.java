package io.rowloom.generator.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rowloom.generator.schema.SqlTextException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlSplitterTest {
    private static final String SCRIPT = """
            -- a comment; with a semicolon
            CREATE TABLE log (id INTEGER PRIMARY KEY, db_zp_beginn TEXT, text TEXT DEFAULT 'a;b''c;'); /* ; */ ;;
            CREATE TABLE "od;d" (`x;1` TEXT, [y;2] TEXT, "begin" TEXT, "end" TEXT);

            CREATE TRIGGER log_odd AFTER INSERT ON "od;d" WHEN NEW.[y;2] <> 'END;' BEGIN
              INSERT INTO log (text) VALUES (CASE WHEN NEW.`x;1` = ';' THEN 'semi;' ELSE 'other' END);
              UPDATE log SET db_zp_beginn = CASE id WHEN 1 THEN 'first' END; -- END;
              SELECT CASE WHEN 1 THEN 2 END;
            END;
            INSERT INTO "od;d" VALUES (';', 'line
            break; -- no comment', 'b', 'e');
            create temp trigger more after delete on log begin select 1; end /* no ; at the end of the file */""";

    @Test
    void semicolonsEndStatementsOnlyWhereTheyMeanTo() {
        List<SqlSplitter.Part> parts = SqlSplitter.split(SCRIPT);
        assertEquals(
                List.of(2, 3, 5, 10, 12),
                parts.stream().map(SqlSplitter.Part::line).toList());
        assertEquals(
                "create temp trigger more after delete on log begin select 1; end",
                parts.get(4).sql());
    }

    @Test
    void everyPartRunsOnSqliteAndNothingIsLost() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            for (SqlSplitter.Part part : SqlSplitter.split(SCRIPT)) {
                statement.execute(part.sql());
            }
            try (ResultSet rows = statement.executeQuery("SELECT text, db_zp_beginn FROM log")) {
                assertEquals("semi;", rows.getString(1));
                assertEquals("first", rows.getString(2));
            }
        }
    }

    @Test
    void commentsAloneAreNoStatement() {
        assertEquals(List.of(), SqlSplitter.split(" ; -- nothing\n /* at all */ ;;"));
    }

    @Test
    void carriageReturnsAndAByteOrderMarkDoNoHarm() {
        assertEquals(
                List.of("SELECT 1", "SELECT 2"),
                SqlSplitter.split("\uFEFFSELECT 1;\r\nSELECT 2\r\n").stream()
                        .map(SqlSplitter.Part::sql)
                        .toList());
    }

    @Test
    void aTriggerWithoutAnEndIsTold() {
        SqlTextException problem = assertThrows(
                SqlTextException.class,
                () -> SqlSplitter.split("SELECT 1;\nCREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1;\nSELECT 2;"));
        assertEquals(2, problem.line());
    }
}
