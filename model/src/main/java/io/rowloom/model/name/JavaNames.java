package io.rowloom.model.name;

import java.util.List;
import java.util.Locale;

/** Java names made of other names; all of them are empty where the name has no letter or digit. */
public final class JavaNames {
    private JavaNames() {}

    /** {@code projectPath} of {@code project_path}. */
    public static String camelCase(String name) {
        List<String> words = Words.of(name);
        StringBuilder camel = new StringBuilder(name.length());
        for (String word : words) {
            camel.append(camel.isEmpty() ? word.toLowerCase(Locale.ROOT) : Words.capitalized(word));
        }
        return camel.toString();
    }

    /** {@code ProjectPath} of {@code project_path}. */
    public static String pascalCase(String name) {
        StringBuilder pascal = new StringBuilder(name.length());
        for (String word : Words.of(name)) {
            pascal.append(Words.capitalized(word));
        }
        return pascal.toString();
    }

    /** {@code CLAUDE_CODE} of {@code claude-code}; an underscore goes before a digit at the front. */
    public static String constant(String name) {
        String constant = String.join("_", Words.of(name)).toUpperCase(Locale.ROOT);
        return startsIdentifier(constant) ? constant : '_' + constant;
    }

    /** The record of a table's row: its words, the last of them in the singular; {@code ChatGroup} of {@code chat_groups}. */
    public static String record(String tableName) {
        List<String> words = Words.of(tableName);
        StringBuilder record = new StringBuilder(tableName.length());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            record.append(Words.capitalized(i == words.size() - 1 ? Singular.of(word) : word));
        }
        return record.toString();
    }

    /**
     * Whether it can be an identifier of generated code: letters, digits and underscores, no digit in front. Java allows
     * {@code $} and invisible characters as well, which nobody should have to read.
     */
    public static boolean isIdentifier(String name) {
        if (!startsIdentifier(name) || name.equals("_")) {
            return false;
        }
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            boolean visible = Character.isJavaIdentifierPart(c)
                    && !Character.isIdentifierIgnorable(c)
                    && Character.getType(c) != Character.CURRENCY_SYMBOL
                    && (c == '_' || Character.getType(c) != Character.CONNECTOR_PUNCTUATION);
            if (!visible) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    private static boolean startsIdentifier(String name) {
        return !name.isEmpty() && Character.isJavaIdentifierStart(name.codePointAt(0));
    }
}
