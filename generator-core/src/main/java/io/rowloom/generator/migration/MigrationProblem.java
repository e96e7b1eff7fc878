package io.rowloom.generator.migration;

/**
 * Something about migrations that the user has to decide or mend.
 *
 * @param code the id of a {@link Code} or of a {@link Hazard.Code}; each has a heading of its name in {@code docs/migrations.md}
 * @param file the file it is about, as messages name it
 * @param line the line, counted from 1
 * @param column the column in code points, counted from 1
 * @param message what is wrong and what to do about it, of one or several lines, without a full stop
 */
public record MigrationProblem(String code, String file, int line, int column, String message) {

    /** The kinds of problems. */
    public enum Code {
        /** A file in the folder whose name says neither number nor description. */
        MIGRATION_NAME,
        /** Two migrations of one number. */
        MIGRATION_NUMBER,
        /** The lock file cannot be read. */
        LOCK_FILE,
        /** A sealed migration has no file. */
        SEALED_MISSING,
        /** A sealed migration was changed. */
        SEALED_CHANGED,
        /** More than one migration is not sealed. */
        SEVERAL_DRAFTS,
        /** The text of a migration cannot be cut into statements, or holds one that only the migrator may run. */
        MIGRATION_TEXT,
        /** SQLite refuses a migration. */
        MIGRATION_FAILS,
        /** A draft that was edited or written by hand does not give what the model gives. */
        DRAFT_DIFFERS,
        /** A proof found a fault. */
        PROOF;

        /** The code as users see it, {@code sealed-changed}. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    MigrationProblem(Code code, String file, int line, String message) {
        this(code.id(), file, line, 1, message);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": error[" + code + "]: " + message;
    }
}
