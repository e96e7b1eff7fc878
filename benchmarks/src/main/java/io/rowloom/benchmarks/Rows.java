package io.rowloom.benchmarks;

import io.rowloom.benchmarks.db.Account;
import io.rowloom.benchmarks.db.ChatDatabase;
import io.rowloom.benchmarks.db.Message;
import io.rowloom.benchmarks.db.NewAccount;
import io.rowloom.benchmarks.db.NewMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The rows that the benchmark works on: the same on every machine and in every run. */
public final class Rows {
    /** How many messages a benchmark has; a conversation has 100 of them, among those of nine others. */
    public static final int MESSAGES = 100_000;
    /** How many accounts a benchmark has. */
    public static final int ACCOUNTS = 100_000;

    private static final int CHUNK = 1000;
    private static final List<String> REGIONS = List.of("eu-central", "eu-west", "us-east", "us-west", "ap-south");
    private static final String WORDS =
            "The parser is ready for review and every test that touches it has been run twice,"
                    + " once with the old tokenizer and once with the new one; the results were equal in all cases but three.";
    private static final Instant START = Instant.parse("2026-01-26T12:00:00Z");

    private Rows() {}

    /** Makes a file with that many rows. */
    public static void create(Path file, int messages, int accounts) {
        Random random = new Random(7);
        try (ChatDatabase database = ChatDatabase.open(file)) {
            for (int from = 0; from < messages; from += CHUNK) {
                List<NewMessage> chunk = new ArrayList<>();
                for (int i = from; i < Math.min(messages, from + CHUNK); i++) {
                    chunk.add(message(i, random));
                }
                database.messages().insertAll(chunk);
            }
            for (int from = 0; from < accounts; from += CHUNK) {
                List<NewAccount> chunk = new ArrayList<>();
                for (int i = from; i < Math.min(accounts, from + CHUNK); i++) {
                    chunk.add(account(i, random));
                }
                database.accounts().insertAll(chunk);
            }
        }
    }

    /** A copy of {@code file} with a name of its own; gone when the JVM ends. */
    public static Path copy(Path file) throws IOException {
        Path copy = Files.createTempFile("rowloom-benchmark-", ".db");
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        for (String suffix : List.of("-wal", "-shm", "")) {
            copy.resolveSibling(copy.getFileName() + suffix).toFile().deleteOnExit();
        }
        return copy;
    }

    /** The conversation of the message that is inserted as the {@code i}th, from 0. */
    public static String conversation(int i) {
        return "conv-" + (i / CHUNK * 10L + i % 10);
    }

    /** The region of the {@code i}th account, whose number is {@code i}. */
    public static String region(int i) {
        return REGIONS.get(i % REGIONS.size());
    }

    /** Messages that are not there yet. */
    public static List<NewMessage> news(int count) {
        Random random = new Random(11);
        List<NewMessage> news = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            news.add(message(i, random));
        }
        return news;
    }

    private static NewMessage message(int i, Random random) {
        return NewMessage.builder()
                .conversationId(conversation(i))
                .sender("agent-" + random.nextInt(100))
                .state(Message.State.values()[random.nextInt(4)])
                .content(content(random))
                .tokens(random.nextInt(4000))
                .createdAt(START.plusMillis(i * 1733L))
                .build();
    }

    private static NewAccount account(int i, Random random) {
        return NewAccount.builder()
                .region(region(i))
                .number(i)
                .owner("Owner " + random.nextInt(10_000))
                .email("owner" + i + "@example.org")
                .plan(Account.Plan.values()[random.nextInt(3)])
                .active(random.nextInt(10) > 0)
                .balanceCents(random.nextInt(10_000_000) * 1000L)
                .score(random.nextDouble())
                .note(random.nextInt(3) == 0 ? null : content(random))
                .limitTokens(random.nextInt(3) == 0 ? null : random.nextInt(100_000))
                .createdAt(START.plusMillis(i * 911L))
                .updatedAt(START.plusMillis(i * 911L + random.nextInt(100_000)))
                .build();
    }

    private static String content(Random random) {
        String text = WORDS.substring(0, 20 + random.nextInt(WORDS.length() - 20));
        return random.nextInt(10) == 0 ? text + " – ✓ geprüft" : text;
    }
}
