package io.rowloom.generator;

import io.rowloom.generator.docs.DocsLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a user decides about documents.
 *
 * @param layout one page or a folder
 * @param html where the page for browsers goes, absolute; empty if there is none
 * @param minimumCoverage how many per cent of tables and columns need a description, from 0 to 100
 * @param coverageSince the Git revision whose document must not have described more; empty if it does not matter
 */
public record DocumentSettings(
        DocsLayout layout, Optional<Path> html, int minimumCoverage, Optional<String> coverageSince) {
    /** What holds where a user says nothing. */
    public static final DocumentSettings DEFAULT =
            new DocumentSettings(DocsLayout.AUTO, Optional.empty(), 0, Optional.empty());

    /**
     * What a user wrote.
     *
     * @throws GenerationException if the layout is none of the words, or the coverage no share
     */
    public static DocumentSettings of(
            String layout, Optional<Path> html, int minimumCoverage, Optional<String> coverageSince)
            throws GenerationException {
        if (minimumCoverage < 0 || minimumCoverage > 100) {
            throw new GenerationException(List.of("rowloom.minimumCoverage is " + minimumCoverage
                    + "; it is a share in per cent, from 0 (the default) to 100"));
        }
        for (DocsLayout known : DocsLayout.values()) {
            if (known.key().equalsIgnoreCase(layout.strip())) {
                return new DocumentSettings(known, html, minimumCoverage, coverageSince.map(String::strip));
            }
        }
        throw new GenerationException(
                List.of("rowloom.docsLayout is '" + layout + "'; it can be auto (the default), page or folder"));
    }
}
