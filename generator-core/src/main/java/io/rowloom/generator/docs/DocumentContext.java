package io.rowloom.generator.docs;

import io.rowloom.generator.dao.Daos;
import io.rowloom.generator.docs.Islands.Placement;
import io.rowloom.generator.migration.Origins;
import io.rowloom.generator.query.AnalysedView;
import io.rowloom.model.Model;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is the same for every file of a document.
 *
 * @param model what it is about
 * @param project the project around it
 * @param files the files of the document
 * @param anchors the places within them
 * @param references every foreign key
 * @param daos what is decided of DAOs
 * @param origins which migration brought what
 * @param queries what was found of the named queries
 * @param views what was found of the views
 * @param islands what people wrote, to be put somewhere
 * @param drawing draws a diagram as Markdown, or not if it is too large
 */
record DocumentContext(
        Model model,
        DocsContext project,
        DocumentFiles files,
        PageAnchors anchors,
        References references,
        Daos daos,
        Origins origins,
        QueryLines queries,
        List<AnalysedView> views,
        Placement islands,
        Function<Diagram, Optional<String>> drawing) {

    Links links(String file) {
        return new Links(file, files, anchors, new RelativePath(project.projectPath()));
    }

    Provenance provenance(Links links) {
        return new Provenance(links, origins, project.migrationDirectory());
    }
}
