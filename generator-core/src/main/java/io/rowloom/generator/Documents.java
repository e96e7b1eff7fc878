package io.rowloom.generator;

import io.rowloom.generator.dao.Daos;
import io.rowloom.generator.docs.DocsContext;
import io.rowloom.generator.docs.HtmlDocument;
import io.rowloom.generator.docs.Islands;
import io.rowloom.generator.docs.Islands.UnreadableIslandException;
import io.rowloom.generator.docs.ReferenceDocument;
import io.rowloom.generator.migration.MigrationOutcome;
import io.rowloom.generator.output.GeneratedFile;
import io.rowloom.generator.output.OutputFolder;
import io.rowloom.generator.query.QueryAnalysis;
import io.rowloom.model.Model;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The documents of one request: what they are to be, with what people wrote into those that are there. */
final class Documents {
    private final GenerationRequest request;
    private final Path folder;
    private final Islands islands;

    private Documents(GenerationRequest request) throws GenerationException, IOException {
        this.request = request;
        this.folder = request.docs().getParent();
        this.islands = islands(request.docs().getFileName().toString());
    }

    /** Reads what people wrote into the documents that are there. */
    static Documents read(GenerationRequest request) throws GenerationException, IOException {
        return new Documents(request);
    }

    /** The reference document as it is to be. */
    OutputFolder of(Model model, QueryAnalysis queries, Daos daos, MigrationOutcome outcome) {
        String name = request.docs().getFileName().toString();
        String shown = request.shown(request.docs());
        DocsContext context = context(shown, outcome);
        // The document is named as the user sees it, which may lead out of the project; in its folder names are plain.
        int prefix = shown.length() - name.length();
        List<GeneratedFile> files = new ArrayList<>();
        for (GeneratedFile file : ReferenceDocument.render(model, queries, daos, context)) {
            files.add(new GeneratedFile(file.path().substring(prefix), file.fingerprint(), file.text()));
        }
        return new OutputFolder(folder, files, ReferenceDocument.places(name));
    }

    /** The page for browsers, if there is to be one. */
    Optional<OutputFolder> html(Model model, QueryAnalysis queries, Daos daos, MigrationOutcome outcome) {
        if (request.documents().html().isEmpty()) {
            return Optional.empty();
        }
        Path path = request.documents().html().get();
        GeneratedFile page = HtmlDocument.render(model, queries, daos, context(request.shown(path), outcome));
        String name = path.getFileName().toString();
        return Optional.of(
                new OutputFolder(path.getParent(), List.of(new GeneratedFile(name, page.fingerprint(), page.text()))));
    }

    /** What the user should know of what people wrote into a document, with the line that it has in the new one. */
    List<String> notes(Model model, OutputFolder document) {
        String name = request.docs().getFileName().toString();
        List<String> notes = new ArrayList<>();
        for (String key : islands.homeless(model)) {
            int line = Islands.line(text(document, name), key);
            notes.add(request.shown(request.docs()) + ':' + line + ":1: warning[kept-text]: the text to keep about '"
                    + key + "' is about nothing that the model has; it stands at the end of the document"
                    + Islands.meant(key, model).map(near -> "\n    " + near).orElse(""));
        }
        return notes;
    }

    private static String text(OutputFolder document, String name) {
        for (GeneratedFile file : document.files()) {
            if (file.path().equals(name)) {
                return file.text().get();
            }
        }
        throw new IllegalStateException("a document without its first page");
    }

    private DocsContext context(String path, MigrationOutcome outcome) {
        return new DocsContext(
                path,
                request.baseDirectory().toString(),
                request.shown(request.model()),
                request.command(),
                request.shown(request.sqliteMigrations()),
                outcome.migrations(),
                request.documents().layout(),
                islands);
    }

    private Islands islands(String name) throws GenerationException, IOException {
        Map<String, String> texts = new TreeMap<>();
        read(folder.resolve(name), texts);
        for (String place : ReferenceDocument.places(name)) {
            Path path = folder.resolve(place);
            String[] names = path.toFile().list();
            if (names == null) {
                read(path, texts);
                continue;
            }
            Arrays.sort(names);
            for (String child : names) {
                if (child.endsWith(".md")) {
                    read(path.resolve(child), texts);
                }
            }
        }
        try {
            return Islands.in(texts);
        } catch (UnreadableIslandException unreadable) {
            throw new GenerationException(List.of(String.valueOf(unreadable.getMessage())));
        }
    }

    private void read(Path file, Map<String, String> texts) throws IOException {
        if (file.toFile().isFile()) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            // Most have none, and all of them at once are a large part of what a generation holds.
            if (Islands.areIn(text)) {
                texts.put(request.shown(file), text);
            }
        }
    }
}
