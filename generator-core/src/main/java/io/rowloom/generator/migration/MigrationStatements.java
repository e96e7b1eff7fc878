package io.rowloom.generator.migration;

import io.rowloom.generator.migration.MigrationProblem.Code;
import io.rowloom.generator.schema.SqlTextException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The statements of a migration's file, each with its line.
 *
 * @param file the file as messages name it
 * @param parts the statements in order
 * @param problems what cannot be read, or must not be there
 */
public record MigrationStatements(String file, List<SqlSplitter.Part> parts, List<MigrationProblem> problems) {
    /** The migrator runs every migration in a transaction of its own, which none of these may end, and some cannot be in. */
    private static final Set<String> FORBIDDEN =
            Set.of("BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE", "VACUUM", "ATTACH", "DETACH");

    public MigrationStatements {
        parts = List.copyOf(parts);
        problems = List.copyOf(problems);
    }

    /** Cuts the text of a file. */
    public static MigrationStatements read(String file, String text) {
        try {
            List<SqlSplitter.Part> parts = SqlSplitter.split(text);
            List<MigrationProblem> problems = new ArrayList<>();
            for (SqlSplitter.Part part : parts) {
                String word = firstWord(part.sql());
                if (FORBIDDEN.contains(word)) {
                    problems.add(new MigrationProblem(
                            Code.MIGRATION_TEXT,
                            file,
                            part.line(),
                            word + " must not stand in a migration, which runs in a transaction of its own"));
                }
            }
            return new MigrationStatements(file, parts, problems);
        } catch (SqlTextException wrong) {
            MigrationProblem problem =
                    new MigrationProblem(Code.MIGRATION_TEXT, file, wrong.line(), wrong.getMessage());
            return new MigrationStatements(file, List.of(), List.of(problem));
        }
    }

    private static String firstWord(String sql) {
        int end = 0;
        while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
            end++;
        }
        return sql.substring(0, end).toUpperCase(Locale.ROOT);
    }

    /** The statements without their lines. */
    public List<String> sql() {
        return parts.stream().map(SqlSplitter.Part::sql).toList();
    }

    /** The line of a statement, 1 if it is none of the file. */
    public int line(String sql) {
        return parts.stream()
                .filter(part -> part.sql().equals(sql))
                .mapToInt(SqlSplitter.Part::line)
                .findFirst()
                .orElse(1);
    }
}
