package io.rowloom.generator.docs;

import java.util.List;

/**
 * What a page says of the project around the model; all paths are relative to the project, with {@code /}.
 *
 * @param documentPath where the page goes, {@code docs/database.md}
 * @param modelPath the file or folder that the model was read from
 * @param command the exact command that writes the page again, {@code mvn rowloom:generate}
 * @param migrationDirectory the folder of the migrations of this dialect
 * @param migrations the names of the migration files in it, in their order
 */
public record DocsContext(
        String documentPath, String modelPath, String command, String migrationDirectory, List<String> migrations) {
    public DocsContext {
        migrations = List.copyOf(migrations);
    }
}
