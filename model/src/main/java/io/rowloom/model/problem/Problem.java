package io.rowloom.model.problem;

import io.rowloom.model.Location;
import java.util.Optional;

/**
 * One mistake in a model, as the user is told about it.
 *
 * @param code the rule that was broken; each has a heading of the same name in {@code docs/problems.md}
 * @param location where the mistake is
 * @param message what is wrong, one sentence without a full stop
 * @param context the path of keys that leads there, {@code sessions.columns.session_id}; empty at the top
 * @param suggestion what to write instead, where that can be told
 */
public record Problem(
        ProblemCode code, Location location, String message, String context, Optional<String> suggestion) {

    /** The text that a user sees, one or two lines without a line end. */
    @Override
    public String toString() {
        return text("error");
    }

    /** The same for what does not stop the build. */
    public String warning() {
        return text("warning");
    }

    private String text(String severity) {
        StringBuilder text = new StringBuilder();
        text.append(location).append(": ").append(severity).append('[');
        text.append(code.id()).append("]: ").append(message);
        if (!context.isEmpty()) {
            text.append("\n    in ").append(context);
            suggestion.ifPresent(hint -> text.append("; ").append(hint));
        } else {
            suggestion.ifPresent(hint -> text.append("\n    ").append(hint));
        }
        return text.toString();
    }
}
