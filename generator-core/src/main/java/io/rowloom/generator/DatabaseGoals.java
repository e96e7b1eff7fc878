package io.rowloom.generator;

import io.rowloom.generator.migration.Drift;
import io.rowloom.generator.migration.MigrationFiles;
import io.rowloom.generator.migration.MigrationProblem;
import io.rowloom.generator.migration.MigrationSource;
import io.rowloom.generator.migration.Push;
import io.rowloom.generator.migration.sqlite.LiveDatabase;
import io.rowloom.generator.migration.sqlite.MigrationFailure;
import io.rowloom.model.Model;
import io.rowloom.model.ModelReader;
import io.rowloom.model.problem.InvalidModelException;
import io.rowloom.runtime.AppliedMigration;
import io.rowloom.runtime.MigrationDrafts;
import io.rowloom.runtime.MigrationOptions;
import io.rowloom.runtime.MigrationResult;
import io.rowloom.runtime.MigrationStatus;
import io.rowloom.runtime.MigrationValidation;
import io.rowloom.runtime.SqlAccessException;
import io.rowloom.runtime.SqlMigrationException;
import io.rowloom.runtime.SqliteDatabase;
import io.rowloom.runtime.SqliteOptions;
import io.rowloom.runtime.SqlitePragma;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What can be done with a database that is named by a URL, with the migrations as their files are and without any compiled class.
 *
 * <p>Errors of the runtime come through as they are: {@link SqlAccessException}.
 */
public final class DatabaseGoals {
    private final GenerationRequest request;
    private final Path file;
    private final String shown;
    private final DatabaseReport report;

    /**
     * Takes where model, migrations and database are.
     *
     * @throws GenerationException if the URL means no file of SQLite
     */
    public DatabaseGoals(GenerationRequest request, String url, DatabaseReport report) throws GenerationException {
        this.request = request;
        this.file = DatabaseFile.of(url, request.baseDirectory());
        this.shown = request.shown(file);
        this.report = report;
    }

    /**
     * What a user wrote of drafts.
     *
     * @throws GenerationException if it is none of the words
     */
    public static MigrationDrafts drafts(String word) throws GenerationException {
        for (MigrationDrafts meaning : MigrationDrafts.values()) {
            if (meaning.name().equalsIgnoreCase(word.strip())) {
                return meaning;
            }
        }
        throw new GenerationException(
                List.of("rowloom.drafts is '" + word + "'; it can be apply (the default), refuse or reapply"));
    }

    /** Applies what is pending; a file that is missing is made. */
    public void migrate(MigrationOptions options) throws InvalidModelException, GenerationException, IOException {
        MigrationFiles files = files();
        try (SqliteDatabase database = open(pragmas(), files)) {
            List<MigrationResult> results =
                    reported(options, () -> database.migrator().migrate(options));
            String at = "the database is at "
                    + database.migrator().status().current().orElse("no migration");
            report.info((results.isEmpty() ? "Nothing is pending; " : options.dryRun() ? "All of it was undone; " : "")
                    + at + ": " + shown);
        }
    }

    /** Undoes the last applied migrations by the SQL that the database kept. */
    public void rollback(int steps, MigrationOptions options)
            throws InvalidModelException, GenerationException, IOException {
        requireFile();
        try (SqliteDatabase database = open(pragmas(), files())) {
            List<MigrationResult> results =
                    reported(options, () -> database.migrator().rollback(steps, options));
            String at = "the database is at "
                    + database.migrator().status().current().orElse("no migration");
            report.info(
                    (results.isEmpty() ? "Nothing was applied; " : options.dryRun() ? "All of it was done again; " : "")
                            + at + ": " + shown);
        }
    }

    /** Says what is applied, pending and unknown; changes nothing. */
    public MigrationStatus status() throws GenerationException, IOException {
        requireFile();
        MigrationFiles files = files();
        try (SqliteDatabase database = open(asItIs(), files)) {
            MigrationStatus status = database.migrator().status();
            for (AppliedMigration applied : status.applied()) {
                report.info(applied.id() + "  applied " + applied.appliedAt() + (applied.sealed() ? "" : ", a draft")
                        + (status.unknown().contains(applied.id()) ? ", of which there is no file" : ""));
            }
            status.pending().forEach(id -> report.info(id + "  pending"));
            report.info("At " + status.current().orElse("no migration") + ", "
                    + status.pending().size() + " pending: " + shown);
            return status;
        }
    }

    /**
     * Compares the database with the migrations: its history with their files, and its tables with what they give.
     *
     * @throws GenerationException if anything is not as it should be
     */
    public void validate(MigrationOptions options) throws GenerationException, IOException {
        requireFile();
        MigrationFiles files = files();
        List<String> errors = new ArrayList<>();
        try (SqliteDatabase database = open(asItIs(), files)) {
            MigrationValidation validation = database.migrator().validate(options);
            errors.addAll(validation.errors());
            validation.warnings().forEach(report::warn);
            Optional<List<MigrationSource>> applied =
                    applied(files, database.migrator().status());
            if (applied.isPresent()) {
                Drift drift = live(known -> Drift.of(known, applied.get()));
                errors.addAll(drift.errors());
                drift.warnings().forEach(report::warn);
            }
            if (!errors.isEmpty()) {
                throw new GenerationException(
                        errors.stream().map(error -> shown + ": " + error).toList());
            }
            report.info("Valid, " + database.migrator().status().pending().size() + " pending: " + shown);
        }
    }

    /**
     * Brings a database to the model without a migration; a file that is missing is made.
     *
     * @param dryRun whether only to say what would be done
     * @throws GenerationException if it would destroy data and that was not accepted, or if the database has a history, which
     *     would then be wrong
     */
    public void push(boolean dryRun) throws InvalidModelException, GenerationException, IOException {
        Model model = model();
        EngineJudgement.schema(model);
        EngineJudgement.objects(model);
        MigrationFiles files = files();
        if (!dryRun && !Files.exists(file)) {
            open(pragmas(model), files).close();
        }
        Push push = live(database -> {
            if (database.hasHistory()) {
                throw new GenerationException(List.of("error[database-history]: " + shown
                        + " had migrations applied, and its history would be wrong after a push"
                        + "\n    run rowloom:migrate, or push to another file"));
            }
            Push planned = Push.plan(database, shown, model, files.foreign(), request.acknowledged());
            if (planned.problems().isEmpty() && !dryRun) {
                database.apply(planned.plan().sql());
            }
            return planned;
        });
        push.plan().changes().forEach(change -> report.info(change.table() + ": " + change.summary()));
        push.notes().forEach(report::info);
        refuse(push.problems());
        report.info((push.plan().isEmpty()
                        ? "Nothing to do, the database is"
                        : dryRun ? "Nothing was done; the database would be" : "Done, the database is")
                + " as the model says: " + shown);
    }

    private SqliteDatabase open(List<SqlitePragma> pragmas, MigrationFiles files) {
        return SqliteDatabase.open(
                file, pragmas, files.migrations(), SqliteOptions.defaults().withMigrate(false));
    }

    private MigrationFiles files() throws GenerationException, IOException {
        try {
            MigrationFiles files = MigrationFiles.read(request.sqliteMigrations(), request.baseDirectory());
            refuse(files.problems());
            return files;
        } catch (SQLException failure) {
            throw new IllegalStateException("no SQLite database can be opened in memory", failure);
        }
    }

    private Model model() throws InvalidModelException, IOException {
        return ModelReader.read(request.model(), request.baseDirectory());
    }

    /** Those of the application, so that a new file is made as the application would. */
    private List<SqlitePragma> pragmas() throws InvalidModelException, IOException {
        return pragmas(model());
    }

    private static List<SqlitePragma> pragmas(Model model) {
        return model.database().pragmas().stream()
                .map(pragma -> new SqlitePragma(pragma.name(), pragma.value()))
                .toList();
    }

    /** So that only looking at a database does not switch how it is kept. */
    private List<SqlitePragma> asItIs() throws GenerationException {
        return live(database -> List.of(new SqlitePragma("journal_mode", database.journalMode())));
    }

    private void requireFile() throws GenerationException {
        if (!Files.isRegularFile(file)) {
            throw new GenerationException(List.of("error[database-url]: there is no database " + shown));
        }
    }

    /** The sources of what was applied; empty if one of them is not known as it was. */
    private static Optional<List<MigrationSource>> applied(MigrationFiles files, MigrationStatus status) {
        List<MigrationSource> sources = new ArrayList<>();
        for (AppliedMigration applied : status.applied()) {
            files.sources().stream()
                    .filter(source -> source.number() == applied.number()
                            && source.checksum().equals(applied.checksum()))
                    .forEach(sources::add);
        }
        return sources.size() == status.applied().size() ? Optional.of(sources) : Optional.empty();
    }

    private List<MigrationResult> reported(MigrationOptions options, Supplier<List<MigrationResult>> work) {
        try {
            List<MigrationResult> results = work.get();
            results.forEach(result -> report.result(result, options.dryRun()));
            return results;
        } catch (SqlMigrationException failure) {
            failure.results().stream()
                    .filter(MigrationResult::success)
                    .forEach(result -> report.result(result, options.dryRun()));
            throw failure;
        }
    }

    private <T> T live(Work<T> work) throws GenerationException {
        try (LiveDatabase database = LiveDatabase.open(file)) {
            return work.of(database);
        } catch (SQLException failure) {
            throw new GenerationException(List.of(shown + ": " + MigrationFailure.text(failure)));
        } catch (MigrationFailure refused) {
            throw new GenerationException(List.of(shown + ": " + refused.getMessage() + refused.place()
                    + "\n    Nothing of it remains; the database is as it was."));
        }
    }

    private interface Work<T> {
        T of(LiveDatabase database) throws SQLException, MigrationFailure, GenerationException;
    }

    private static void refuse(List<MigrationProblem> problems) throws GenerationException {
        if (!problems.isEmpty()) {
            throw new GenerationException(
                    problems.stream().map(MigrationProblem::toString).toList());
        }
    }
}
