package io.rowloom.generator.docs;

import java.util.Locale;

/** How the reference document is divided into files. */
public enum DocsLayout {
    /** Everything on one page. */
    PAGE,
    /** An index, and a file for each section and each table in a folder beside it. */
    FOLDER,
    /** One page up to {@link #MOST_TABLES_ON_A_PAGE} tables, a folder above. */
    AUTO;

    /** A page about more would be larger than GitHub shows as a page, half a megabyte, and nobody would find anything. */
    static final int MOST_TABLES_ON_A_PAGE = 40;

    /** The word that users write, {@code folder}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a model of that many tables becomes a folder. */
    boolean isFolder(int tables) {
        return this == FOLDER || this == AUTO && tables > MOST_TABLES_ON_A_PAGE;
    }
}
