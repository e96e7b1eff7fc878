package io.rowloom.generator.docs;

import io.rowloom.generator.migration.MigrationSource;
import java.util.List;

/**
 * What a document says of the project around the model; all paths are relative to the project, with {@code /}.
 *
 * @param documentPath where the page or the index goes, {@code docs/database.md}
 * @param projectPath the absolute path of the project's folder, which shows only in links of a document outside of it
 * @param modelPath the file or folder that the model was read from
 * @param command the exact command that writes the document again, {@code mvn generate-sources}
 * @param migrationDirectory the folder of the migrations of this dialect
 * @param migrations the migrations in it, in their order
 * @param layout one page or a folder
 * @param islands what people wrote into the document as it is now
 */
public record DocsContext(
        String documentPath,
        String projectPath,
        String modelPath,
        String command,
        String migrationDirectory,
        List<MigrationSource> migrations,
        DocsLayout layout,
        Islands islands) {
    public DocsContext {
        migrations = List.copyOf(migrations);
    }
}
