package io.rowloom.generator;

import io.rowloom.generator.lint.Coverage;
import io.rowloom.generator.lint.Share;
import io.rowloom.model.Model;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares how much of a model is described with what the user wants. */
final class CoverageCheck {
    private final GenerationRequest request;

    CoverageCheck(GenerationRequest request) {
        this.request = request;
    }

    /**
     * What has no description, and in which way that is too much; nothing if it is not.
     *
     * @throws GenerationException if there is no such revision to compare with
     */
    List<String> problems(Model model) throws GenerationException, IOException {
        Coverage coverage = Coverage.of(model);
        List<String> reasons = new ArrayList<>();
        int wanted = request.documents().minimumCoverage();
        if (coverage.share().percent() < wanted) {
            reasons.add("    " + coverage.share().percent()
                    + " % of tables and columns are described, rowloom.minimumCoverage is " + wanted + " %");
        }
        Optional<String> revision = request.documents().coverageSince();
        if (revision.isPresent()) {
            dropped(coverage.share(), revision.get()).ifPresent(reasons::add);
        }
        if (reasons.isEmpty()) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        for (Coverage.Missing missing : coverage.missing()) {
            problems.add(missing.location() + ": error[undescribed]: " + missing.name() + " has no description");
        }
        problems.addAll(reasons);
        return problems;
    }

    /** A project or a document that is newer than the revision has nothing to fall behind. */
    private Optional<String> dropped(Share share, String revision) throws GenerationException, IOException {
        Optional<String> commit = GitHistory.commit(request.baseDirectory(), revision);
        if (commit.isEmpty()) {
            throw new GenerationException(
                    List.of(
                            "rowloom.coverageSince is '" + revision
                                    + "', which Git does not know here; it can be a commit, branch or tag that was fetched, as HEAD or origin/main"));
        }
        String document = request.shown(request.docs());
        return GitHistory.text(request.baseDirectory(), commit.get(), document)
                .flatMap(Share::in)
                .filter(share::isBelow)
                .map(before -> "    described are " + share.text() + "; " + document + " of " + revision + " has "
                        + before.text() + "\n    to mend it: describe what is new, or others of these in its place");
    }
}
