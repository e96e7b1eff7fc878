package io.rowloom.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of a run as the documentation has them, between two marks that leave all other text alone. */
final class ResultPage {
    static final String BEGIN = "<!-- measured: what follows is written by the benchmark -->";
    static final String END = "<!-- measured: end -->";

    private final Findings findings;
    private final Plan plan;
    private final Duration took;

    ResultPage(Findings findings, Plan plan, Duration took) {
        this.findings = findings;
        this.plan = plan;
        this.took = took;
    }

    /** Writes the text between the marks of a page. */
    static void write(Path page, String text) throws IOException {
        Files.writeString(page, replaced(Files.readString(page), text));
    }

    static String replaced(String page, String text) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the page has no marks; it needs\n" + BEGIN + "\n" + END);
        }
        return page.substring(0, begin + BEGIN.length()) + "\n\n" + text + "\n" + page.substring(end);
    }

    String text() throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("Measured on ")
                .append(LocalDate.now())
                .append(" in ")
                .append(took.toMinutes())
                .append(" minutes: ");
        text.append(Machine.describe())
                .append(" With ")
                .append(Machine.versions())
                .append(".\n\n");
        text.append(times()).append('\n').append(verdict()).append('\n').append(allocations());
        text.append('\n')
                .append(threads())
                .append('\n')
                .append(starts())
                .append('\n')
                .append(rest());
        return text.toString();
    }

    private String times() {
        StringBuilder table = new StringBuilder(
                "Time of an operation: of JDBC by hand as it is, of all others as the ratio to it in the same round.\n\n");
        head(table, "| work | goal | ");
        for (Work work : Work.values()) {
            if (!findings.works().has(work, Libraries.HAND_WRITTEN)) {
                continue;
            }
            table.append("| ")
                    .append(work.title)
                    .append(" | ≤ ")
                    .append(ratio(work.goal))
                    .append(" |");
            for (Libraries library : plan.libraries()) {
                boolean byHand = library == Libraries.HAND_WRITTEN;
                table.append(' ');
                if (byHand) {
                    table.append(time(findings.works().nanos(work, library)));
                }
                if (!byHand || work.measure() != work) {
                    table.append(byHand ? " (" : "")
                            .append(ratio(findings.works().ratio(work, library)));
                    table.append(byHand ? ")" : "");
                }
                table.append(" |");
            }
            table.append('\n');
        }
        return table.toString();
    }

    private String verdict() {
        List<String> missed = new ArrayList<>();
        List<String> faster = new ArrayList<>();
        for (Work work : Work.values()) {
            double rowloom = findings.works().ratio(work, Libraries.ROWLOOM);
            if (rowloom > work.goal) {
                missed.add(work.method + " (" + ratio(rowloom) + ", processor time "
                        + ratio(findings.works().cpuRatio(work, Libraries.ROWLOOM)) + ")");
            }
            for (Libraries library : plan.libraries()) {
                if (library.ordinal() > 1 && findings.works().ratio(work, library) <= rowloom) {
                    faster.add(library.title() + " in " + work.method);
                }
            }
        }
        return (missed.isEmpty()
                        ? "Every goal is met."
                        : "Goals that this run misses: " + String.join(", ", missed) + ".")
                + (faster.isEmpty()
                        ? " No other library is as fast as Rowloom in any row."
                        : " As fast as Rowloom or faster: " + String.join(", ", faster) + ".")
                + "\n";
    }

    private String allocations() {
        StringBuilder table = new StringBuilder("Bytes that an operation allocates:\n\n");
        head(table, "| work | ");
        for (Work work : Work.values()) {
            if (!findings.works().has(work, Libraries.HAND_WRITTEN)) {
                continue;
            }
            table.append("| ").append(work.title).append(" |");
            for (Libraries library : plan.libraries()) {
                table.append(' ')
                        .append(number(findings.works().bytes(work, library)))
                        .append(" |");
            }
            table.append('\n');
        }
        return table.toString();
    }

    private String threads() {
        StringBuilder table = new StringBuilder(
                "Readers that find by key as fast as they can, beside a writer that commits each row; per second:\n\n"
                        + "| readers | finds, JDBC by hand | finds, Rowloom | inserts, JDBC by hand | inserts, Rowloom |\n"
                        + "|---|---|---|---|---|\n");
        for (Findings.Readers readers : findings.threads()) {
            table.append("| ").append(readers.count()).append(" | ");
            table.append(number(readers.byHand().finds())).append(" | ");
            table.append(number(readers.rowloom().finds())).append(" | ");
            table.append(number(readers.byHand().inserts())).append(" | ");
            table.append(number(readers.rowloom().inserts())).append(" |\n");
        }
        return table.toString();
    }

    private String starts() throws IOException {
        StringBuilder table = new StringBuilder(
                "From opening to the first row in a JVM that has just started (median of " + plan.starts()
                        + "), and the jars that it takes besides the driver:\n\n| | ms | kB |\n|---|---|---|\n");
        for (Libraries library : plan.libraries()) {
            table.append("| ").append(library.title()).append(" | ");
            table.append(number(findings.starts().get(library))).append(" | ");
            table.append(number(Sizes.jars(library) / 1024.0)).append(" |\n");
        }
        return table.toString();
    }

    private String rest() throws IOException {
        Streaming.Result streaming = findings.streaming();
        Sizes.Classes classes = Sizes.generated();
        return "Streaming " + number(streaming.rows()) + " rows took " + number(streaming.seconds())
                + " s in a heap of 24 MB, of which at most " + streaming.peak()
                + " MB were in use, garbage included. The "
                + classes.count() + " generated classes of the benchmark's two tables have "
                + number(classes.bytes() / 1024.0) + " kB.\n";
    }

    private void head(StringBuilder table, String first) {
        table.append(first);
        for (Libraries library : plan.libraries()) {
            table.append(library.title()).append(" | ");
        }
        table.setLength(table.length() - 1);
        table.append('\n')
                .append("|---".repeat(plan.libraries().size() + first.split("\\|").length - 2))
                .append("|\n");
    }

    private static String time(double nanos) {
        return nanos < 100_000 ? number(nanos) + " ns" : number(nanos / 1000) + " µs";
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }
}
