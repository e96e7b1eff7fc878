package io.rowloom.generator.docs;

import org.jspecify.annotations.Nullable;

/**
 * One line of a table of columns; all cells are Markdown.
 *
 * @param name the column
 * @param type the declared type
 * @param holds what a value is
 * @param nullable {@code nullable} or {@code NOT NULL}
 * @param defaultValue what an insert gets that does not say
 * @param notes keys, references, enum values and what else is special
 * @param description what it holds
 * @param source where it is declared, and since when it is there
 */
record ColumnRow(
        String name,
        String type,
        String holds,
        String nullable,
        String defaultValue,
        String notes,
        String description,
        String source)
        implements View {
    @Override
    public @Nullable Object get(String key) {
        return switch (key) {
            case "name" -> name;
            case "type" -> type;
            case "holds" -> holds;
            case "nullable" -> nullable;
            case "default" -> defaultValue;
            case "notes" -> notes;
            case "description" -> description;
            case "source" -> source;
            default -> null;
        };
    }
}
