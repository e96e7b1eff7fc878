package io.rowloom.model.yaml;

import io.rowloom.model.LintRule;
import io.rowloom.model.yaml.Form.Either;
import io.rowloom.model.yaml.Form.Flag;
import io.rowloom.model.yaml.Form.Key;
import io.rowloom.model.yaml.Form.Keys;
import io.rowloom.model.yaml.Form.ListOf;
import io.rowloom.model.yaml.Form.Sql;
import io.rowloom.model.yaml.Form.Text;
import io.rowloom.model.yaml.Form.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words in which the format is written: how its forms are built, and those that are needed everywhere. */
final class Forms {
    static final Form FLAG = new Flag();
    static final Form NAME = text("a name");
    static final Form PROSE = text("a text");
    static final Form SQL = sql("an SQL expression");
    static final Form COLUMN_NAMES = new ListOf("a list of columns", text("the name of a column"));

    private Forms() {}

    static Form text(String what) {
        return new Text(what, List.of());
    }

    static Form sql(String what) {
        return new Sql(what);
    }

    static Form either(String what, Form... forms) {
        return new Either(what, List.of(forms));
    }

    /** Words and their descriptions in turn. */
    static Form words(String what, String... wordsAndDescriptions) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < wordsAndDescriptions.length; i += 2) {
            words.put(wordsAndDescriptions[i], wordsAndDescriptions[i + 1]);
        }
        return new Words(what, words);
    }

    /** Reasons by lint rule. */
    static Form lintOff() {
        List<Key> keys = new ArrayList<>();
        for (LintRule rule : LintRule.values()) {
            keys.add(optional(rule.id(), PROSE, rule.about()));
        }
        return keys("lintOff", "a mapping of rules to reasons", keys);
    }

    static Key required(String name, Form value, String description) {
        return new Key(name, true, value, description);
    }

    static Key optional(String name, Form value, String description) {
        return new Key(name, false, value, description);
    }

    static Form keys(String name, String what, List<Key> keys) {
        return keys(name, what, keys, List.of());
    }

    static Form keys(String name, String what, List<Key> keys, List<String> oneOf) {
        Map<String, Key> byName = new LinkedHashMap<>();
        for (Key key : keys) {
            byName.put(key.name(), key);
        }
        return new Keys(name, what, List.copyOf(keys), oneOf, byName);
    }

    /** A mapping of which exactly one of the keys {@code oneOf} must be there. */
    static Form oneOf(String name, String what, List<String> oneOf, Key... keys) {
        return keys(name, what, Arrays.asList(keys), oneOf);
    }
}
