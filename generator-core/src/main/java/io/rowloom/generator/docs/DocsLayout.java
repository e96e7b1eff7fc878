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

    /** With a diagram around each of more tables, forges refuse to draw a part of them, and nobody finds anything. */
    static final int MOST_TABLES_ON_A_PAGE = 50;

    /** The word that users write, {@code folder}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a model of that many tables becomes a folder. */
    boolean isFolder(int tables) {
        return this == FOLDER || this == AUTO && tables > MOST_TABLES_ON_A_PAGE;
    }
}
