package io.rowloom.generator.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqliteIntrospectorTest {

    private static Schema read(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            return SqliteIntrospector.read(connection);
        }
    }

    private static TableSchema table(String sql) throws SQLException {
        return read(sql).tables().get(0);
    }

    @Test
    void readsAnOrdinaryTable() throws SQLException {
        TableSchema table = table("""
                CREATE TABLE "sessions" (
                  "id" TEXT NOT NULL PRIMARY KEY,
                  "state" TEXT NOT NULL DEFAULT 'active' CONSTRAINT "ck_sessions_state" CHECK ("state" IN ('active', 'inactive')),
                  "agent_id" TEXT CONSTRAINT "fk_sessions_agent_id" REFERENCES "agents" ("id") ON DELETE CASCADE ON UPDATE SET NULL,
                  CONSTRAINT "uq_sessions_agent_id_state" UNIQUE ("agent_id", "state")
                ) STRICT""");
        assertEquals("sessions", table.name());
        assertTrue(table.strict());
        assertFalse(table.withoutRowid());
        assertEquals(
                new ColumnSchema(
                        "state",
                        "TEXT",
                        true,
                        Optional.of("'active'"),
                        Optional.empty(),
                        Optional.empty(),
                        "\"state\" TEXT NOT NULL DEFAULT 'active' CONSTRAINT \"ck_sessions_state\""
                                + " CHECK (\"state\" IN ('active', 'inactive'))"),
                table.columns().get(1));
        assertEquals(
                List.of(new CheckSchema(
                        Optional.of("ck_sessions_state"), Optional.of("state"), "state in ('active', 'inactive')")),
                table.checks());
        assertEquals(
                List.of(new ForeignKeySchema(
                        Optional.of("fk_sessions_agent_id"),
                        Optional.of("agent_id"),
                        List.of("agent_id"),
                        "agents",
                        List.of("id"),
                        "CASCADE",
                        "SET NULL",
                        false)),
                table.foreignKeys());
        assertEquals(
                Optional.of("uq_sessions_agent_id_state"),
                table.uniques().get(0).name());
        assertEquals("\"id\"", table.primaryKey().orElseThrow().signature());
    }

    @Test
    void commentsAndEveryQuotingAreReadThrough() throws SQLException {
        TableSchema table = table("""
                CREATE TABLE /* a ) comment */ [odd table] ( -- with ' and , inside
                  `first ``col` INTEGER /* CHECK (1) */ CHECK (/* ) */ `first ``col` > 0),
                  'second' TEXT DEFAULT 'a -- b /* c */, )' , -- the ) end
                  "third ""col" TEXT COLLATE "NOCASE"
                )""");
        assertEquals("odd table", table.name());
        assertEquals(
                List.of("first `col", "second", "third \"col"),
                table.columns().stream().map(ColumnSchema::name).toList());
        assertEquals("\"first `col\" > 0", table.checks().get(0).expression());
        assertEquals(Optional.of("'a -- b /* c */, )'"), table.columns().get(1).defaultValue());
        assertEquals(Optional.of("nocase"), table.columns().get(2).collation());
    }

    @Test
    void columnsNeedNoTypeAndTypesMayBeOdd() throws SQLException {
        TableSchema table = table("""
                CREATE TABLE t (a, b INTEGER NON NULL, c UNSIGNED BIG INT (10, 2) NOT NULL, d "weird type" DEFAULT -1.5e-3,
                  e LONG VARCHAR, f CHECK (f <> 1), g DEFAULT (1 + 1), h DEFAULT +7, i DEFAULT word, j DEFAULT NULL,
                  k DEFAULT TRUE, l DATETIME DEFAULT CURRENT_TIMESTAMP, m DEFAULT x'00Ff')""");
        assertEquals(
                List.of("", "INTEGER NON", "UNSIGNED BIG INT (10, 2)", "weird type", "LONG VARCHAR"),
                table.columns().stream().limit(5).map(ColumnSchema::type).toList());
        assertFalse(table.columns().get(1).notNull());
        assertTrue(table.columns().get(2).notNull());
        assertEquals(
                List.of("- 1.5e-3", "1 + 1", "7", "word", "1", "current_timestamp", "X'00FF'"),
                table.columns().stream()
                        .flatMap(column -> column.defaultValue().stream())
                        .toList());
    }

    @Test
    void keywordsServeAsNames() throws SQLException {
        TableSchema table = table("""
                CREATE TABLE "table" ("select" TEXT, "check" INTEGER CHECK ("check" IN (0, 1)), key TEXT, action TEXT,
                  generated INT, always INT, "primary" INTEGER, "constraint" TEXT, "foreign" TEXT,
                  "unique" TEXT UNIQUE, replace TEXT, begin TEXT, "order" TEXT, FOREIGN KEY (key) REFERENCES "table" ("unique"))""");
        assertEquals(13, table.columns().size());
        assertEquals("\"check\" in (0, 1)", table.checks().get(0).expression());
        assertEquals("INT", table.column("generated").orElseThrow().type());
        assertTrue(table.uniques().get(0).has("unique"));
        assertEquals("table", table.foreignKeys().get(0).targetTable());
    }

    @Test
    void constraintsAreReadInEveryOrder() throws SQLException {
        Schema schema = read("CREATE TABLE p (x INTEGER NOT NULL ON CONFLICT FAIL, y, PRIMARY KEY (y, x))", """
                CREATE TABLE c (
                  a TEXT REFERENCES p MATCH SIMPLE ON UPDATE RESTRICT ON DELETE SET DEFAULT NOT DEFERRABLE INITIALLY DEFERRED
                    COLLATE nocase UNIQUE ON CONFLICT REPLACE NOT NULL CHECK (a <> '') DEFAULT ('x') CONSTRAINT dangling,
                  b INTEGER CONSTRAINT one CONSTRAINT two CHECK (b > 0) PRIMARY KEY ASC ON CONFLICT IGNORE AUTOINCREMENT,
                  c INTEGER DEFAULT 1 REFERENCES p (x) DEFERRABLE INITIALLY DEFERRED,
                  CONSTRAINT k UNIQUE (a COLLATE rtrim DESC, c) ON CONFLICT ABORT
                  CHECK (a <> b) CONSTRAINT f FOREIGN KEY (b, c) REFERENCES p ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE)""");
        TableSchema child = schema.table("C").orElseThrow();
        assertEquals(
                "\"b\" AUTOINCREMENT ON CONFLICT IGNORE",
                child.primaryKey().orElseThrow().signature());
        assertEquals("b", child.rowidColumn().orElseThrow().name());
        assertEquals(
                List.of("\"a\" ON CONFLICT REPLACE", "\"a\" COLLATE rtrim DESC, \"c\" ON CONFLICT ABORT"),
                child.uniques().stream().map(UniqueSchema::signature).toList());
        assertEquals(
                List.of(Optional.empty(), Optional.of("two"), Optional.empty()),
                child.checks().stream().map(CheckSchema::name).toList());
        assertEquals(
                List.of(
                        "a references p (y, x) on delete set default on update restrict",
                        "c references p (x) deferred",
                        "b, c references p (y, x) on delete cascade"),
                child.foreignKeys().stream().map(ForeignKeySchema::signature).toList());
        assertEquals(Optional.of("nocase"), child.columns().get(0).collation());
    }

    @Test
    void generatedColumnsAreReadWithTheirExpression() throws SQLException {
        TableSchema table = table("""
                CREATE TABLE t (a INTEGER, b INTEGER GENERATED ALWAYS AS (a * 2) STORED, c AS (a || ')') VIRTUAL,
                  d TEXT AS ("a"), e generated always AS (a))""");
        assertEquals(
                List.of(
                        Optional.empty(),
                        Optional.of(new ColumnSchema.Generated("a * 2", true)),
                        Optional.of(new ColumnSchema.Generated("a || ')'", false)),
                        Optional.of(new ColumnSchema.Generated("a", false)),
                        Optional.of(new ColumnSchema.Generated("a", false))),
                table.columns().stream().map(ColumnSchema::generated).toList());
    }

    @Test
    void indexesAreReadWithOrderCollationExpressionAndCondition() throws SQLException {
        Schema schema = read(
                "CREATE TABLE t (a TEXT UNIQUE, \"b c\" INTEGER)",
                "CREATE UNIQUE INDEX IF NOT EXISTS i1 ON t (a ASC, \"b c\" DESC)",
                "CREATE INDEX main.\"i 2\" ON t (lower(a) COLLATE NOCASE, [b c] + 1 desc) WHERE \"b c\" >= 0 AND a IS NOT NULL;");
        List<IndexSchema> indexes = schema.tables().get(0).indexes();
        assertEquals(
                List.of(
                        "unique i1[a, \"b c\" desc]",
                        "i 2[lower(a) collate nocase, \"b c\" + 1 desc] where \"b c\" >= 0 and a is not null"),
                indexes.stream().map(IndexSchema::signature).toList());
        assertTrue(indexes.get(1).mentions("B C"));
        assertFalse(indexes.get(1).mentions("b"));
    }

    @Test
    void optionsOfTablesAreRead() throws SQLException {
        TableSchema both = table("CREATE TABLE t (a INT PRIMARY KEY, b ANY) WITHOUT ROWID, STRICT");
        assertTrue(both.strict() && both.withoutRowid());
        assertTrue(both.columns().get(0).notNull(), "keys of tables without a rowid are never NULL");
        assertTrue(table("CREATE TABLE t (a INTEGER PRIMARY KEY DESC)")
                .rowidColumn()
                .isEmpty());
        assertTrue(table("CREATE TABLE t (a INTEGER, PRIMARY KEY (a DESC))")
                .rowidColumn()
                .isPresent());
    }

    @Test
    void viewsTriggersAndVirtualTablesAreListedAndShadowTablesAreNot() throws SQLException {
        Schema schema = read(
                "CREATE TABLE t (a TEXT)",
                "CREATE VIEW v AS SELECT a FROM t",
                "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT CASE WHEN 1 THEN 2 END; END",
                "CREATE VIRTUAL TABLE f USING fts5(a, content='t')");
        assertEquals(
                List.of("t"), schema.tables().stream().map(TableSchema::name).toList());
        assertEquals("v", schema.views().get(0).name());
        assertEquals("t", schema.triggers().get(0).table());
        assertEquals("f", schema.virtualTables().get(0).name());
    }

    @Test
    void textsThatSqliteRewroteAreRead() throws SQLException {
        Schema schema = read(
                "CREATE TABLE a (x INTEGER PRIMARY KEY, y TEXT CHECK (length(y) > 1))",
                "CREATE TABLE b AS SELECT x, y AS \"z z\" FROM a",
                "CREATE INDEX i ON a (y)",
                "ALTER TABLE a RENAME TO \"new a\"",
                "ALTER TABLE \"new a\" RENAME COLUMN y TO \"group\"",
                "ALTER TABLE \"new a\" ADD COLUMN n INTEGER NOT NULL DEFAULT 0 REFERENCES b(x)");
        TableSchema table = schema.table("new a").orElseThrow();
        assertEquals("length(\"group\") > 1", table.checks().get(0).expression());
        assertEquals(List.of("\"group\""), table.indexes().get(0).parts());
        assertEquals("b", table.foreignKeys().get(0).targetTable());
        assertEquals("z z", schema.table("b").orElseThrow().columns().get(1).name());
    }
}
