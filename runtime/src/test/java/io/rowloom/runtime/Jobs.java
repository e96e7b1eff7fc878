package io.rowloom.runtime;

import java.sql.SQLException;
import java.util.List;

/** A queue of jobs, as a DAO would have it. */
final class Jobs {
    static final Migration SCHEMA = new Migration(
            1,
            "jobs",
            "v1:1",
            true,
            () -> List.of(
                    "CREATE TABLE jobs (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, state TEXT NOT NULL,"
                            + " worker TEXT, tries INTEGER NOT NULL, total INTEGER NOT NULL, version INTEGER NOT NULL) STRICT",
                    "CREATE INDEX jobs_state ON jobs (state, tries)"),
            List::of);

    static final SqlTable TABLE = SqlTable.of("jobs", "id", "name", "state", "worker", "tries", "total", "version");
    static final SqlInsert<Job> INSERT = SqlInsert.into(TABLE, Jobs::bindNew).numbering("id");
    static final SqlUpsert<Job> UPSERT =
            INSERT.orUpdate("upsertByName", "name").keeping("id", "tries").counting("version");
    static final SqlUpdate<Job> UPDATE =
            SqlUpdate.of(TABLE, Jobs::bindRow, "id").counting("version", Job::version);
    static final SqlFinder BY_ID = TABLE.finder("ById", "t.\"id\" = ?1");
    static final SqlFinder BY_STATE =
            TABLE.finder("ByState", "t.\"state\" = ?1", SqlOrder.by("tries").descending(), SqlOrder.by("id"));

    private Jobs() {}

    record Job(Long id, String name, String state, String worker, int tries, long total, long version) {
        static Job named(String name) {
            return new Job(null, name, "new", null, 0, 0, 0);
        }
    }

    static List<Job> insertAll(SqlSession session, List<Job> jobs) {
        return INSERT.insertAll(session, jobs, Job::id, row -> row.bigint(1), Jobs::stored);
    }

    static List<Job> claim(SqlSession session, int limit, SqlChanges changes) {
        return BY_STATE.claim(session, p -> p.text(1, "new"), limit, changes, Jobs::read, BY_ID, Jobs::bindKey);
    }

    static List<Job> all(SqlSession session) {
        try (var rows = TABLE.stream(session, Jobs::read)) {
            return rows.toList();
        }
    }

    static SqlChanges taken(String worker) {
        SqlChanges changes = new SqlChanges();
        changes.text(4, worker);
        changes.text(3, "taken");
        changes.add(7, 1L);
        return changes;
    }

    static Job stored(Job job, Long id) {
        return new Job(id, job.name, job.state, job.worker, job.tries, job.total, job.version);
    }

    static Job read(SqlRow row) throws SQLException {
        return new Job(
                row.bigint(1),
                row.text(2),
                row.text(3),
                row.textOrNull(4),
                row.integer(5),
                row.bigint(6),
                row.bigint(7));
    }

    private static void bindNew(SqlParameters parameters, Job row) throws SQLException {
        parameters.bigint(1, row.id);
        parameters.text(2, row.name);
        parameters.text(3, row.state);
        parameters.text(4, row.worker);
        parameters.integer(5, row.tries);
        parameters.bigint(6, row.total);
        parameters.bigint(7, row.version);
    }

    private static void bindRow(SqlParameters parameters, Job row) throws SQLException {
        parameters.text(1, row.name);
        parameters.text(2, row.state);
        parameters.text(3, row.worker);
        parameters.integer(4, row.tries);
        parameters.bigint(5, row.total);
        parameters.bigint(6, row.version);
        parameters.bigint(7, row.id);
    }

    static void bindKey(SqlParameters parameters, Job row) throws SQLException {
        parameters.bigint(1, row.id);
    }
}
