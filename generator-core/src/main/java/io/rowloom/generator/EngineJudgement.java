package io.rowloom.generator;

import io.rowloom.generator.query.QueryAnalysis;
import io.rowloom.generator.query.QueryAnalyzer;
import io.rowloom.generator.sqlite.SampleProof;
import io.rowloom.generator.sqlite.SqliteProof;
import io.rowloom.generator.sqlite.SqliteSchema;
import io.rowloom.model.Model;
import io.rowloom.model.problem.InvalidModelException;
import io.rowloom.model.problem.Problem;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What SQLite says of a model that the format found nothing wrong with; see {@code docs/decisions/0001-engine-is-the-judge.md}. */
final class EngineJudgement {
    private EngineJudgement() {}

    /** Judges a schema that SQLite has not seen; one that is written down was judged when it was written. */
    static void schema(Model model) throws InvalidModelException {
        try {
            refuse(SqliteProof.prove(model, SqliteSchema.render(model)));
        } catch (SQLException failure) {
            throw new IllegalStateException("no SQLite database can be opened in memory", failure);
        }
    }

    /** Judges the samples; the schema must be one that SQLite takes. */
    static void samples(Model model) throws InvalidModelException {
        try {
            refuse(SampleProof.prove(model));
        } catch (SQLException failure) {
            throw changedItsMind(failure);
        }
    }

    /** Judges views, triggers, full-text indexes and queries, for whoever goes on with migrations alone. */
    static void objects(Model model) throws InvalidModelException {
        refuse(analysis(model).problems());
    }

    /**
     * The queries, of which nothing is wrong.
     *
     * @param notes gets what the user should know of them
     */
    static QueryAnalysis queries(GenerationRequest request, Model model, List<String> notes)
            throws InvalidModelException {
        QueryAnalysis analysis = analysis(model);
        List<Problem> scans = request.fullScans() == Strictness.OFF ? List.of() : analysis.fullScans();
        List<Problem> problems = new ArrayList<>(analysis.problems());
        if (request.fullScans() == Strictness.FAIL) {
            problems.addAll(scans);
        }
        refuse(problems);
        scans.forEach(scan -> notes.add(scan.warning()));
        analysis.unkept().forEach(update -> notes.add(update.warning()));
        analysis.decimals().forEach(query -> notes.add(query.warning()));
        analysis.moments().forEach(query -> notes.add(query.warning()));
        return analysis;
    }

    private static QueryAnalysis analysis(Model model) {
        try {
            return QueryAnalyzer.analyse(model);
        } catch (SQLException failure) {
            throw changedItsMind(failure);
        }
    }

    private static void refuse(List<Problem> problems) throws InvalidModelException {
        if (!problems.isEmpty()) {
            throw new InvalidModelException(problems);
        }
    }

    private static IllegalStateException changedItsMind(SQLException failure) {
        return new IllegalStateException("SQLite does not take the schema that it was given before", failure);
    }
}
