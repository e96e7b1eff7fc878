package io.rowloom.model;

/**
 * SQL as a user wrote it.
 *
 * @param sql the text
 * @param location where its first character stands
 */
public record SqlText(String sql, Location location) {
    /** Where an offset of the text is in the file: the lines of a block all begin in the column of the first. */
    public Location place(int offset) {
        String before = sql.substring(0, Math.min(offset, sql.length()));
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        String line = before.substring(before.lastIndexOf('\n') + 1);
        return new Location(
                location.file(), location.line() + lines, location.column() + line.codePointCount(0, line.length()));
    }
}
