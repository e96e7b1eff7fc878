package io.rowloom.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures everything that a plan names and prints it as it stands in the documentation.
 *
 * <p>Arguments: the plan, the page that a full run writes to, and a pattern of the works that are measured (all if left out).
 */
public final class Measure {
    /** JDBI brings SLF4J, which otherwise complains in each JVM that nothing is logged. */
    private static final String QUIET = "-Dslf4j.internal.verbosity=ERROR";

    private static final String ALL = ".*";
    private static final List<Integer> READERS = List.of(1, 2, 4);

    private final Plan plan;
    private final Pattern works;
    private final Path rows;

    private Measure(Plan plan, Pattern works, Path rows) {
        this.plan = plan;
        this.works = works;
        this.rows = rows;
    }

    /** Runs a plan. */
    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        long start = System.nanoTime();
        Plan plan = Plan.of(arguments.length > 0 ? arguments[0] : "short");
        Path page = Path.of(arguments.length > 1 ? arguments[1] : "docs/performance.md");
        Pattern works = Pattern.compile(arguments.length > 2 ? arguments[2] : ALL);
        Path folder = Files.createTempDirectory("rowloom-benchmark-");
        Path rows = folder.resolve("rows.db");
        Rows.create(rows, Rows.MESSAGES, Rows.ACCOUNTS);
        try {
            Findings findings = new Measure(plan, works, rows).run();
            String text = new ResultPage(findings, plan, Duration.ofNanos(System.nanoTime() - start)).text();
            System.out.println(text);
            if (plan.published() && works.pattern().equals(ALL)) {
                ResultPage.write(page, text);
                System.err.println("written to " + page);
            }
        } finally {
            Files.delete(rows);
            Files.delete(folder);
        }
    }

    private Findings run() throws IOException, InterruptedException, RunnerException {
        Measured measured = measured();
        Map<Libraries, Double> starts = new EnumMap<>(Libraries.class);
        for (Libraries library : plan.libraries()) {
            progress("cold starts of " + library.title());
            starts.put(library, ColdStart.millis(library, rows, plan.starts()));
        }
        List<Findings.Readers> threads = new ArrayList<>();
        for (int readers : READERS) {
            progress(readers + " readers and a writer");
            threads.add(new Findings.Readers(
                    readers,
                    Threads.run(Libraries.HAND_WRITTEN, rows, readers, plan.seconds()),
                    Threads.run(Libraries.ROWLOOM, rows, readers, plan.seconds())));
        }
        progress("streaming " + plan.streamed() + " rows");
        return new Findings(measured, starts, threads, Streaming.run(rows, plan.streamed()));
    }

    private Measured measured() throws RunnerException {
        Measured measured = new Measured();
        for (int round = 0; round < plan.rounds(); round++) {
            for (Work work : Work.values()) {
                if (!works.matcher(work.method).matches()) {
                    continue;
                }
                for (Libraries library : plan.inRound(round)) {
                    Measured.Cell cell = cell(work, library);
                    measured.add(work, library, cell);
                    progress("round %d, %s, %s: %,.0f ns, %,.0f of the processor, %,.0f bytes"
                            .formatted(
                                    round + 1, work.method, library.title(), cell.nanos(), cell.cpu(), cell.bytes()));
                }
            }
        }
        return measured;
    }

    private Measured.Cell cell(Work work, Libraries library) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(Pattern.quote(Works.class.getName() + '.' + work.method) + '$')
                .param("library", library.name())
                .forks(1)
                .warmupIterations(plan.warmup())
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(plan.seconds())
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC", QUIET, "-D" + Works.ROWS + '=' + rows)
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuTime.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        RunResult result = results.iterator().next();
        return new Measured.Cell(
                result.getPrimaryResult().getStatistics().getPercentile(50),
                result.getSecondaryResults().get(CpuTime.LABEL).getStatistics().getPercentile(50),
                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
    }

    private static void progress(String text) {
        System.err.println(text);
    }
}
