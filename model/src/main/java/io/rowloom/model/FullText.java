package io.rowloom.model;

import java.util.List;
import java.util.Optional;

/**
 * A full-text index over columns of a table: a virtual table that triggers keep in step.
 *
 * @param name the virtual table, {@code messages_fts}; queries name it
 * @param columns the names of the columns whose words it finds, in the order written; at least one
 * @param tokenizer how text becomes words, where it is not SQLite's usual way: {@code porter unicode61}
 * @param location where it is declared
 * @see <a href="https://sqlite.org/fts5.html">FTS5</a>
 */
public record FullText(String name, List<String> columns, Optional<String> tokenizer, Location location) {
    public FullText {
        columns = List.copyOf(columns);
    }

    /** The names of the triggers that keep it in step: of insert, delete and update. */
    public List<String> triggers() {
        return List.of(name + "_insert", name + "_delete", name + "_update");
    }
}
