package io.rowloom.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of its own, to be killed or to compete with others. */
public final class Child {
    private Child() {}

    /** {@code migrate <file> <rows>} or {@code transfer <file> <first id>} or
     * {@code claim <file> <worker>}; says on standard output what is done. */
    public static void main(String[] args) {
        Path file = Path.of(args[1]);
        say("started");
        switch (args[0]) {
            case "migrate" -> migrate(file, Integer.parseInt(args[2]));
            case "claim" -> claim(file, args[2]);
            case "transfer" -> transfer(file, Long.parseLong(args[2]));
            default -> throw new IllegalArgumentException(args[0]);
        }
        say("end");
    }

    private static void migrate(Path file, int rows) {
        SqliteOptions options = SqliteOptions.defaults().withMigrate(false);
        try (SqliteDatabase db = SqliteDatabase.open(file, List.of(), Bank.migrations(rows), options)) {
            MigrationOptions watched = MigrationOptions.defaults()
                    .withProgress(event -> say(event.kind() + " " + event.migration() + " " + event.statement()));
            for (MigrationResult result : db.migrator().migrate(watched)) {
                say("applied " + result.id());
            }
            say("total " + Bank.total(db));
        }
    }

    private static void claim(Path file, String worker) {
        try (SqliteDatabase db = SqliteDatabase.open(file, List.of(), List.of(Jobs.SCHEMA), SqliteOptions.defaults())) {
            for (List<Jobs.Job> some = Jobs.claim(db, 4, Jobs.taken(worker));
                    !some.isEmpty();
                    some = Jobs.claim(db, 4, Jobs.taken(worker))) {
                some.forEach(job -> say("claimed " + job.id()));
            }
        }
    }

    private static void transfer(Path file, long first) {
        List<SqlitePragma> pragmas = List.of(new SqlitePragma("synchronous", "NORMAL"));
        try (SqliteDatabase db = SqliteDatabase.open(file, pragmas, Bank.migrations(0), SqliteOptions.defaults())) {
            for (long id = first; ; id++) {
                long number = id;
                db.transaction(tx -> {
                    Bank.transfer(tx, 1 + number % Bank.ACCOUNTS, 1 + number * 7 % Bank.ACCOUNTS, number);
                    return number;
                });
                say("committed " + number);
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** Starts it with the class path of the tests. */
    static Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path")));
        if (Runtime.version().feature() >= 24) {
            command.add(1, "--enable-native-access=ALL-UNNAMED");
        }
        command.add(Child.class.getName());
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
