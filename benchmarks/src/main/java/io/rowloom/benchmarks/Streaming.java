package io.rowloom.benchmarks;

import io.rowloom.benchmarks.db.ChatDatabase;
import io.rowloom.benchmarks.db.Message;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Millions of rows through a heap that could not hold them; run as a program, it is that JVM. */
final class Streaming {
    /**
     * What it took.
     *
     * @param rows how many there were
     * @param seconds for all of them
     * @param peak the most megabytes of the heap that were in use, garbage included
     */
    record Result(long rows, double seconds, long peak) {}

    private static final int HEAP = 24;

    private Streaming() {}

    static Result run(Path rows, int count) throws IOException, InterruptedException {
        List<String> lines = Processes.run(
                List.of("-XX:+UseSerialGC", "-Xmx" + HEAP + "m"),
                Streaming.class,
                Rows.copy(rows).toString(),
                Integer.toString(count));
        String[] numbers = lines.get(lines.size() - 1).split(" ");
        return new Result(
                Long.parseLong(numbers[0]), Long.parseLong(numbers[1]) / 1e9, Long.parseLong(numbers[2]) / (1 << 20));
    }

    /** Streams as many rows as the second argument says from the file of the first. */
    public static void main(String[] arguments) {
        long times = Long.parseLong(arguments[1]) / Rows.MESSAGES;
        try (ChatDatabase database = ChatDatabase.open(Path.of(arguments[0]))) {
            long start = System.nanoTime();
            long count;
            try (Stream<Message> rows = database.messages().repeated(times)) {
                count = rows.filter(message -> message.tokens() >= 0).count();
            }
            long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .map(MemoryPoolMXBean::getPeakUsage)
                    .mapToLong(usage -> usage.getUsed())
                    .sum();
            System.out.println(count + " " + (System.nanoTime() - start) + " " + peak);
        }
    }
}
