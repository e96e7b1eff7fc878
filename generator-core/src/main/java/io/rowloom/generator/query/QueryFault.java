package io.rowloom.generator.query;

import io.rowloom.model.Location;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.problem.Problem;
import io.rowloom.model.problem.ProblemCode;
import java.util.Optional;

/** What is wrong with a query; the analysis of it ends here, that of the others goes on. */
final class QueryFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private QueryFault(Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    /** A mistake at an offset of the SQL. */
    static QueryFault at(NamedQuery query, int offset, ProblemCode code, String message, Optional<String> suggestion) {
        return at(query, query.text().place(offset), ".sql", code, message, suggestion);
    }

    /** A mistake in another part of the query. */
    static QueryFault at(
            NamedQuery query,
            Location location,
            String key,
            ProblemCode code,
            String message,
            Optional<String> suggestion) {
        return new QueryFault(new Problem(code, location, message, query.name() + key, suggestion));
    }
}
