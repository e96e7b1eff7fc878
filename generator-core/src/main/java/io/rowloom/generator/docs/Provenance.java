package io.rowloom.generator.docs;

import io.rowloom.generator.migration.MigrationSource;
import io.rowloom.generator.migration.Origins;
import io.rowloom.model.Column;
import io.rowloom.model.Table;
import java.util.Optional;

/** Says where a table or a column stands in the model and which migration brought it. */
final class Provenance {
    private final Links links;
    private final Origins origins;
    private final String directory;

    /**
     * @param links the links of the file that the words stand in
     * @param origins which migration brought what
     * @param directory the folder of the migrations
     */
    Provenance(Links links, Origins origins, String directory) {
        this.links = links;
        this.origins = origins;
        this.directory = directory;
    }

    String of(Table table) {
        return links.tableLine(table.name(), table.location())
                + origins.table(table.name())
                        .map(migration -> ", since " + link(migration.fileName(), migration))
                        .orElse("");
    }

    /** The name of a column as a link to its line. */
    String link(Table table, Column column) {
        return links.columnLine(table.name(), column.name(), column.location());
    }

    /** The migration that brought a column, where it is not that of the table. */
    Optional<String> since(Table table, Column column) {
        return origins.laterColumn(table.name(), column.name())
                .map(migration -> "since " + link(number(migration), migration));
    }

    private static String number(MigrationSource migration) {
        String name = migration.fileName();
        return name.substring(0, name.indexOf('_'));
    }

    private String link(String text, MigrationSource migration) {
        return links.file(text, directory + '/' + migration.fileName());
    }
}
