package io.rowloom.generator.query.tree;

import java.util.List;
import java.util.Optional;

/** A whole statement. */
public sealed interface StatementTree {

    /** A statement that reads. */
    record Reading(QueryTree query) implements StatementTree {}

    /** {@code INSERT} or {@code REPLACE}; {@code query} is empty for DEFAULT VALUES. */
    record Inserting(
            List<QueryTree.WithTable> with,
            FromTree.Named table,
            List<String> columns,
            Optional<QueryTree> query,
            List<Upsert> upserts,
            List<QueryTree.Item> returning)
            implements StatementTree {
        public Inserting {
            with = List.copyOf(with);
            columns = List.copyOf(columns);
            upserts = List.copyOf(upserts);
            returning = List.copyOf(returning);
        }
    }

    /** {@code UPDATE}. */
    record Updating(
            List<QueryTree.WithTable> with,
            FromTree.Named table,
            List<Assignment> assignments,
            Optional<FromTree> from,
            Optional<SqlValueTree> where,
            List<QueryTree.Item> returning)
            implements StatementTree {
        public Updating {
            with = List.copyOf(with);
            assignments = List.copyOf(assignments);
            returning = List.copyOf(returning);
        }
    }

    /** {@code DELETE}. */
    record Deleting(
            List<QueryTree.WithTable> with,
            FromTree.Named table,
            Optional<SqlValueTree> where,
            List<QueryTree.Item> returning)
            implements StatementTree {
        public Deleting {
            with = List.copyOf(with);
            returning = List.copyOf(returning);
        }
    }

    /** {@code a = …} or {@code (a, b) = …}. */
    record Assignment(List<String> columns, SqlValueTree value) {
        public Assignment {
            columns = List.copyOf(columns);
        }
    }

    /** {@code ON CONFLICT … DO UPDATE SET … WHERE …}; without assignments for DO NOTHING. */
    record Upsert(List<Assignment> assignments, Optional<SqlValueTree> where) {
        public Upsert {
            assignments = List.copyOf(assignments);
        }
    }
}
