package io.rowloom.generator;

import io.rowloom.generator.lint.Finding;
import io.rowloom.generator.lint.Lint;
import io.rowloom.model.Model;
import java.util.ArrayList;
import java.util.List;

/** What the build says of a model that works and could be better. */
final class Reminders {
    private Reminders() {}

    /**
     * What the lint rules find, as warnings.
     *
     * @param most how many at most; how many more there are is said in a last one
     * @throws GenerationException if the user wants none of it to pass
     */
    static List<String> of(GenerationRequest request, Model model, int most) throws GenerationException {
        if (request.lint() == Strictness.OFF) {
            return List.of();
        }
        boolean fail = request.lint() == Strictness.FAIL;
        List<String> texts = new ArrayList<>();
        for (Finding finding : Lint.of(model)) {
            texts.add(finding.text(fail ? "error" : "warning"));
        }
        if (fail && !texts.isEmpty()) {
            texts.add("    to mend it: change the model, or exempt it from the rule with lint_off and the reason");
            throw new GenerationException(texts);
        }
        if (texts.size() > most) {
            List<String> first = new ArrayList<>(texts.subList(0, most));
            first.add(texts.size() - most + " more of this kind; the goal rowloom:check lists all");
            return first;
        }
        return texts;
    }
}
