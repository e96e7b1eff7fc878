package io.rowloom.generator.docs;

import org.jspecify.annotations.Nullable;

/**
 * One line of a table of columns; all cells are Markdown.
 *
 * @param name the column, as a link to where it is declared
 * @param description what it holds, and below it keys, references, enum values and what else is special
 * @param type the declared type, whether it may be NULL, and what a value is
 * @param defaultValue what an insert gets that does not say
 */
record ColumnRow(String name, String description, String type, String defaultValue) implements View {
    @Override
    public @Nullable Object get(String key) {
        return switch (key) {
            case "name" -> name;
            case "description" -> description;
            case "type" -> type;
            case "default" -> defaultValue;
            default -> null;
        };
    }
}
