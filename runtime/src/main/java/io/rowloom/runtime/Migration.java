package io.rowloom.runtime;

import java.util.List;
import java.util.function.Supplier;

/**
 * One migration as the build proved it; generated code lists them, so that start-up neither scans nor parses.
 *
 * @param number its place in the order, from 1
 * @param name what it does, {@code add_priority_to_tasks}
 * @param checksum the algorithm's version and the digest of the text with line ends normalised, {@code v1:9f86d0…}
 * @param sealed whether it is released and can no longer change
 * @param up the statements that apply it, asked for only when it is pending
 * @param down the statements that undo it; empty where it cannot be undone
 */
public record Migration(
        int number,
        String name,
        String checksum,
        boolean sealed,
        Supplier<List<String>> up,
        Supplier<List<String>> down) {

    /** How people name it, {@code 004_add_priority_to_tasks}. */
    public String id() {
        return id(number, name);
    }

    /** Without a format, which costs a program more at its start than reading the history does. */
    static String id(int number, String name) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, 3 - digits.length())) + digits + '_' + name;
    }
}
