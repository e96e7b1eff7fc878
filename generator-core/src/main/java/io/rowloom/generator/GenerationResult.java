package io.rowloom.generator;

import java.util.List;

/**
 * What a run did.
 *
 * @param upToDate whether nothing had to be looked at, because nothing had changed since the last run
 * @param written files that are new or got other bytes, relative to the project's folder
 * @param removed files of an earlier run that are no longer generated
 * @param notes what the user should know of the model and the next migration
 * @param unchanged how many files were right already, and were not touched
 */
public record GenerationResult(
        boolean upToDate, List<String> written, List<String> removed, List<String> notes, int unchanged) {
    /** Nothing had changed. */
    static GenerationResult upToDate(int files) {
        return new GenerationResult(true, List.of(), List.of(), List.of(), files);
    }

    public GenerationResult {
        written = List.copyOf(written);
        removed = List.copyOf(removed);
        notes = List.copyOf(notes);
    }

    /** One line for the user. */
    public String summary() {
        if (upToDate) {
            return "Nothing changed: " + unchanged + (unchanged == 1 ? " file is" : " files are") + " up to date";
        }
        return written.size() + (written.size() == 1 ? " file" : " files") + " written, " + unchanged + " unchanged, "
                + removed.size() + " removed";
    }
}
