package io.rowloom.generator.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.model.Model;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes to plan and prove the next migration; a table on standard output. It is no part of the usual run:
 *
 * <pre>
 * mvn -q -pl generator-core -am test -Dtest=MigrationSpeed -Dsurefire.failIfNoSpecifiedTests=false -Drowloom.sizes=24,240,1000
 * </pre>
 *
 * <p>The first figure is that of a JVM that has done nothing of the kind before, as in a build, if only one size is asked for.
 */
class MigrationSpeed {
    private static final String SIZES = System.getProperty("rowloom.sizes", "24,240,1000");
    private static final int RUNS = 5;

    @TempDir
    Path root;

    @Test
    void oneChange() throws Exception {
        System.out.println(
                "| tables | change | first: CPU ms | wall ms | median of five: CPU ms | wall ms |\n|---|---|---|---|---|---|");
        for (int size :
                Arrays.stream(SIZES.split(",")).mapToInt(Integer::parseInt).toArray()) {
            MigrationWorkspace workspace = new MigrationWorkspace(root.resolve("of-" + size));
            workspace.generate(workspace.model(tables(size, "")));
            workspace.seal(Optional.empty());
            Model added = workspace.model(tables(size, "    note: text?\n"));
            measure(size, "one column added", workspace, added, "002_add_note_to_table_0.sql");
            Model changed = workspace.model(tables(size, "").replaceFirst("default: true", "default: false"));
            measure(size, "one table made anew", workspace, changed, "002_change_active_of_table_0.sql");
        }
    }

    private static void measure(int size, String change, MigrationWorkspace workspace, Model model, String file)
            throws Exception {
        double[] millis = new double[1 + RUNS];
        double[] cpu = new double[1 + RUNS];
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        for (int run = 0; run <= RUNS; run++) {
            long start = System.nanoTime();
            long cpuStart = thread.getCurrentThreadCpuTime();
            MigrationOutcome outcome = workspace.plan(model);
            cpu[run] = (thread.getCurrentThreadCpuTime() - cpuStart) / 1e6;
            millis[run] = (System.nanoTime() - start) / 1e6;
            assertTrue(outcome.write().containsKey(file), outcome::toString);
            assertEquals(1, outcome.plan().orElseThrow().changes().size());
        }
        double firstCpu = cpu[0];
        double first = millis[0];
        Arrays.sort(millis, 1, millis.length);
        Arrays.sort(cpu, 1, cpu.length);
        int median = 1 + RUNS / 2;
        System.out.printf(
                Locale.ROOT,
                "| %d | %s | %.0f | %.0f | %.0f | %.0f |%n",
                size,
                change,
                firstCpu,
                first,
                cpu[median],
                millis[median]);
    }

    /** Tables of ten columns, each referring to the one before, with a unique key and two indexes. */
    private static String tables(int count, String extraColumnOfTheFirst) {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < count; i++) {
            yaml.append("table_").append(i).append(":\n  columns:\n");
            yaml.append("    id: {type: bigint, primary_key: auto}\n    code: {type: text, unique: true}\n");
            yaml.append("    parent_id: {type: \"bigint?\", references: table_")
                    .append(Math.max(0, i - 1))
                    .append("}\n");
            yaml.append("    title: text\n    state: {enum: [open, done], default: open}\n    priority: integer\n");
            yaml.append("    amount: real?\n    active: {type: boolean, default: true}\n    data: blob?\n");
            yaml.append("    created_at: {type: timestamp, default: now}\n");
            yaml.append(i == 0 ? extraColumnOfTheFirst : "");
            yaml.append("  indexes:\n    - [state, priority]\n    - [created_at]\n");
        }
        return yaml.toString();
    }
}
