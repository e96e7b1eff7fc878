package io.rowloom.generator;

import io.rowloom.generator.dao.Daos;
import io.rowloom.generator.docs.ReferenceDocument;
import io.rowloom.generator.migration.MigrationOutcome;
import io.rowloom.generator.output.GeneratedFile;
import io.rowloom.generator.output.OutputFolder;
import io.rowloom.generator.output.UnifiedDiff;
import io.rowloom.generator.query.QueryAnalysis;
import io.rowloom.model.Model;
import io.rowloom.model.problem.InvalidModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the documents with what they are to be, and changes nothing. */
final class DocumentCheck {
    private static final int SHOWN_LINES = 120;
    private static final int SHOWN_FILES = 5;

    private final GenerationRequest request;
    private final List<String> stale = new ArrayList<>();

    DocumentCheck(GenerationRequest request) {
        this.request = request;
    }

    /**
     * What is not as it is to be: a difference for the first files, the names of the others, and what mends it.
     *
     * @param outcome the migrations as they are to be
     * @param notes what the user should know of the documents goes here
     */
    List<String> problems(Model model, MigrationOutcome outcome, List<String> notes)
            throws InvalidModelException, GenerationException, IOException {
        Documents documents = Documents.read(request);
        QueryAnalysis queries = EngineJudgement.queries(request, model, new ArrayList<>());
        Daos daos = Daos.of(model);
        OutputFolder folder = documents.of(model, queries, daos, outcome);
        notes.addAll(documents.notes(model, folder));
        for (GeneratedFile file : folder.files()) {
            compare(folder.directory().resolve(file.path()), file.text().get());
        }
        for (String orphan : folder.orphans()) {
            stale.add(request.shown(folder.directory().resolve(orphan))
                    + ":1:1: error[document-orphaned]: the model has nothing any more that this file is about");
        }
        Optional<OutputFolder> html = documents.html(model, queries, daos, outcome);
        if (html.isPresent()) {
            compareHtml(html.get());
        }
        if (!stale.isEmpty()) {
            int last = stale.size() - 1;
            stale.set(last, stale.get(last) + "\n    to mend it: " + request.command());
        }
        return stale;
    }

    /** The page for browsers mostly goes where builds begin with nothing, so it need not be there. */
    private void compareHtml(OutputFolder folder) throws IOException {
        GeneratedFile page = folder.files().get(0);
        Path path = folder.directory().resolve(page.path());
        if (Files.isRegularFile(path)
                && !Files.readString(path).equals(page.text().get())) {
            stale.add(request.shown(path) + ":1:1: error[document-stale]: this page is not what the model gives");
        }
    }

    private void compare(Path path, String text) throws IOException {
        boolean exists = Files.isRegularFile(path);
        String present = exists ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8) : "";
        if (present.equals(text)) {
            return;
        }
        UnifiedDiff diff = UnifiedDiff.of(present, text);
        String message = request.shown(path) + ':' + Math.max(1, diff.firstLine()) + ":1: error[document-stale]: "
                + (!exists
                        ? "this document is missing"
                        : ReferenceDocument.differInLinesAlone(present, text)
                                ? "this document names lines of the model that have moved, and nothing else of it is stale"
                                : "this document is not what the model gives");
        boolean shown = exists && stale.size() < SHOWN_FILES;
        stale.add(shown ? message + '\n' + diff.text(SHOWN_LINES).stripTrailing() : message);
    }
}
