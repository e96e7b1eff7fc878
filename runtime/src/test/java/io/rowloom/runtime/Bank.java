package io.rowloom.runtime;

import java.util.ArrayList;
import java.util.List;

/** A schema whose rows tell whether a transaction was whole: accounts that always add up, and a ledger of transfers. */
final class Bank {
    static final int ACCOUNTS = 10;
    static final long MONEY = 1_000L * ACCOUNTS;

    static final SqlStatement TAKE =
            SqlStatement.write("accounts", "take", "UPDATE accounts SET balance = balance - ? WHERE id = ?");
    static final SqlStatement BALANCE =
            SqlStatement.read("accounts", "balance", "SELECT a.balance FROM accounts AS a WHERE a.id = ?");
    static final SqlStatement SET =
            SqlStatement.write("accounts", "set", "UPDATE accounts SET balance = ? WHERE id = ?");
    static final SqlStatement TOTAL =
            SqlStatement.read("accounts", "total", "SELECT coalesce(sum(a.balance), 0) FROM accounts AS a");
    static final SqlStatement NOTE = SqlStatement.write("ledger", "note", "INSERT INTO ledger (id) VALUES (?)");
    static final SqlStatement LEDGER =
            SqlStatement.read("ledger", "list", "SELECT l.id FROM ledger AS l ORDER BY l.id");
    static final SqlStatement ACCOUNT_IDS = SqlStatement.read("accounts", "ids", "SELECT a.id FROM accounts AS a");

    private Bank() {}

    /** Eight migrations of several statements each; the rows make them last long enough to be hit. */
    static List<Migration> migrations(int rows) {
        List<Migration> all = new ArrayList<>();
        all.add(migration(
                1,
                "accounts",
                "CREATE TABLE accounts (id INTEGER PRIMARY KEY, balance INTEGER NOT NULL) STRICT",
                "CREATE TABLE ledger (id INTEGER PRIMARY KEY) STRICT",
                "CREATE TABLE entries (id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, body TEXT) STRICT",
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ACCOUNTS
                        + ") INSERT INTO accounts SELECT i, 1000 FROM n",
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + rows
                        + ") INSERT INTO entries SELECT i, 1 + i % " + ACCOUNTS + ", hex(randomblob(50)) FROM n"));
        for (int number = 2; number <= 8; number++) {
            all.add(
                    number % 2 == 0
                            ? migration(
                                    number,
                                    "column_" + number,
                                    "ALTER TABLE entries ADD COLUMN c" + number + " TEXT",
                                    "UPDATE entries SET c" + number + " = body",
                                    "CREATE INDEX by_c" + number + " ON entries (c" + number + ")")
                            : migration(
                                    number,
                                    "rebuild_" + number,
                                    "CREATE TABLE new_accounts (id INTEGER PRIMARY KEY, balance INTEGER NOT NULL, r"
                                            + number + " TEXT) STRICT",
                                    "INSERT INTO new_accounts (id, balance) SELECT id, balance FROM accounts",
                                    "DROP TABLE accounts",
                                    "ALTER TABLE new_accounts RENAME TO accounts",
                                    "UPDATE entries SET body = body || '" + number + "'"));
        }
        return all;
    }

    /** Moves one unit from one account to another and notes it, by reading and writing. */
    static void transfer(SqlSession tx, long from, long to, long id) {
        change(tx, from, -1);
        change(tx, to, 1);
        tx.execute(NOTE, parameters -> parameters.bigint(1, id));
    }

    static long total(SqlSession session) {
        return session.getOne(TOTAL, SqlBinder.NONE, row -> row.bigint(1));
    }

    private static void change(SqlSession tx, long account, long by) {
        long balance = tx.getOne(BALANCE, parameters -> parameters.bigint(1, account), row -> row.bigint(1));
        tx.execute(SET, parameters -> {
            parameters.bigint(1, balance + by);
            parameters.bigint(2, account);
        });
    }

    private static Migration migration(int number, String name, String... up) {
        List<String> statements = List.of(up);
        return new Migration(number, name, "v1:" + number, true, () -> statements, List::of);
    }
}
