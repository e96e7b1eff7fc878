package io.rowloom.model.yaml;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What may stand at a place of a model file. */
public sealed interface Form {
    /** What it is in a message, {@code a list of columns}. */
    String what();

    /**
     * Any text; numbers and the words true and false count as texts.
     *
     * @param words what an editor offers, without excluding anything else
     */
    record Text(String what, List<String> words) implements Form {
        public Text {
            words = List.copyOf(words);
        }
    }

    /** SQL of the author's own, as text. */
    record Sql(String what) implements Form {}

    /**
     * One of some words.
     *
     * @param words the words with their descriptions, in the order in which they are offered
     */
    record Words(String what, Map<String, String> words) implements Form {}

    /** {@code true} or {@code false}. */
    record Flag() implements Form {
        @Override
        public String what() {
            return "true or false";
        }
    }

    /** A list of at least one item. */
    record ListOf(String what, Form item) implements Form {}

    /** A mapping of at least one name of the author's to values of one form. */
    record MapOf(String what, Form value) implements Form {}

    /**
     * A mapping with fixed keys.
     *
     * @param name what the JSON Schema calls it
     * @param keys the keys in the order in which they are offered
     * @param oneOf keys of which exactly one must be there; none if empty
     */
    record Keys(String name, String what, List<Key> keys, List<String> oneOf, Map<String, Key> byName)
            implements Form {}

    /**
     * A key of a mapping.
     *
     * @param description a sentence for the editor and the docs
     */
    record Key(String name, boolean required, Form value, String description) {}

    /** Whichever of several forms fits the kind of the node; at most one of them is for each kind. */
    record Either(String what, List<Form> forms) implements Form {
        public Either {
            forms = List.copyOf(forms);
        }
    }

    /** Anything, even nothing where {@code nullable}; read as the column's type demands. */
    record Anything(String what, boolean nullable) implements Form {}

    /** A form that contains itself, by name. */
    record Named(String name, Supplier<Form> form) implements Form {
        @Override
        public String what() {
            return form.get().what();
        }
    }
}
