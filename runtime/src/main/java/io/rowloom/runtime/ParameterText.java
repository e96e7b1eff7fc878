package io.rowloom.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters as messages show them, {@code id = 7}; made only when there is an error or an observer asks. */
final class ParameterText {
    private ParameterText() {}

    /** Binds once more, to a list. */
    static List<String> describe(SqlStatement statement, SqlBinder binder) {
        RecordedParameters recorded = new RecordedParameters();
        try {
            binder.bind(recorded);
        } catch (java.sql.SQLException | RuntimeException e) {
            // A binder that fails here has failed before: what it gave until then is what there is to show.
            recorded.unfinished();
        }
        List<String> texts = new ArrayList<>();
        List<@Nullable String> values = recorded.values();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                texts.add(name(statement, i + 1) + " = " + values.get(i));
            }
        }
        return texts;
    }

    /** The column that a parameter is compared with or written to, or its number. */
    static String name(SqlStatement statement, int index) {
        List<String> names = ParameterNames.of(statement.text());
        return index >= 1 && index <= names.size() && !names.get(index - 1).isEmpty()
                ? names.get(index - 1)
                : "parameter " + index;
    }
}
