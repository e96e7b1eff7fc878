package io.rowloom.generator;

import io.rowloom.generator.migration.MigrationSource;
import io.rowloom.generator.output.AtomicFile;
import io.rowloom.generator.output.UnifiedDiff;
import io.rowloom.generator.sqlite.SqliteScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The migration that makes the whole schema: what the model asks for, and what is there already.
 *
 * @param file where it is or goes
 * @param script what the model asks for
 * @param text the same as a file
 * @param existing what the file says now, with line ends normalised; empty if there is none
 */
record FirstMigration(Path file, SqliteScript script, String text, Optional<String> existing) {
    private static final String DESCRIPTION = "initial_schema";
    private static final int SHOWN_LINES = 60;

    /** Looks for a migration 001 in the folder of the dialect; its description may have been changed by renaming the file. */
    static FirstMigration find(Path migrationDirectory, SqliteScript script) throws IOException {
        Path folder = migrationDirectory.resolve("sqlite");
        String[] names = folder.toFile().list();
        String name = "001_" + DESCRIPTION + ".sql";
        if (names != null) {
            Arrays.sort(names);
            for (String candidate : names) {
                if (candidate.startsWith("001_") && candidate.endsWith(".sql") && !candidate.endsWith(".down.sql")) {
                    name = candidate;
                    break;
                }
            }
        }
        Path file = folder.resolve(name);
        Optional<String> existing = Files.isRegularFile(file)
                ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n"))
                : Optional.empty();
        return new FirstMigration(file, script, script.text(), existing);
    }

    /** Whether the file is there and says what the model asks for. */
    boolean isCurrent() {
        return existing.isPresent() && existing.get().equals(text);
    }

    /** Writes the file if there is none. */
    boolean write() throws IOException {
        if (existing.isPresent()) {
            return false;
        }
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        return true;
    }

    /** What the user is told when the file, shown as {@code path}, is there and says something else. */
    Optional<String> problem(String path) {
        if (existing.isEmpty() || isCurrent()) {
            return Optional.empty();
        }
        UnifiedDiff diff = UnifiedDiff.of(existing.get(), text);
        return Optional.of(path + ':' + Math.max(1, diff.firstLine())
                + ":1: error[migration-differs]: the first migration is not what the model gives\n"
                + "--- " + path + "\n+++ the model\n" + diff.text(SHOWN_LINES)
                + "    If no database has this migration yet, delete the file and generate again.\n"
                + "    Otherwise undo the change in the model.");
    }

    /** The migration for the generated Java. */
    MigrationSource source(SqliteScript down) {
        String name = file.getFileName().toString();
        return new MigrationSource(
                1,
                name.substring("001_".length(), name.length() - ".sql".length()),
                checksum(text),
                false,
                script.sql(),
                down.sql());
    }

    private static String checksum(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "v1:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
