package io.rowloom.model;

/**
 * A place in a model file, for messages and links.
 *
 * @param file the path as the user gave it, relative to the project where it lies below it, with {@code /}
 * @param line the line, counted from 1
 * @param column the column in code points, counted from 1
 */
public record Location(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ':' + line + ':' + column;
    }
}
