package io.rowloom.benchmarks;

import io.rowloom.benchmarks.library.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The time from opening a database to its first row in a JVM that has just started; run as a program, it is that JVM. */
final class ColdStart {
    private ColdStart() {}

    /** Milliseconds, the median of some starts. */
    static double millis(Libraries library, Path rows, int starts) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            Path file = Rows.copy(rows);
            List<String> lines = Processes.run(
                    List.of("-XX:+UseSerialGC", "-Xmx512m"), ColdStart.class, library.name(), file.toString());
            millis.add(Long.parseLong(lines.get(lines.size() - 1)) / 1e6);
        }
        return Measured.median(millis.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Opens the file of the second argument with the library of the first, reads a row and prints the nanoseconds. */
    public static void main(String[] arguments) {
        long start = System.nanoTime();
        try (Library<?, ?> library = Libraries.valueOf(arguments[0]).open(Path.of(arguments[1]))) {
            library.message(77);
            System.out.println(System.nanoTime() - start);
        }
    }
}
