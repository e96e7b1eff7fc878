package io.rowloom.generator.output;

import java.util.function.Supplier;

/**
 * A file that is to be, before anyone decided whether it must be written.
 *
 * @param path where it goes, relative to its output folder, with {@code /}
 * @param fingerprint equal if and only if the text is; cheap beside the text, so that what did not change is not spelled
 * @param text spells the text, with {@code \n} as line end and one at the end
 */
public record GeneratedFile(String path, String fingerprint, Supplier<String> text) {}
