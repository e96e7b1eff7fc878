import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Measures whole Maven runs with the plugin, from the start of the JVM to its end, and prints a table beside its goals.
 *
 * <pre>
 * mvn -q package -DskipTests &amp;&amp; java benchmarks/generator/GeneratorSpeed.java [runs] [sizes, as 24,120,240,500,1000] [javac]
 * </pre>
 *
 * <p>Needs Linux with GNU time at {@code /usr/bin/time}. Everything is made below {@code benchmarks/generator/target}; the plugin
 * is taken from the target folders of the build and other artifacts from the user's local repository or from Central.
 * With {@code taskset} at hand each run is kept on one core, as the figures of other generators were measured. With the word
 * {@code javac} the generated code is compiled as well, which takes minutes for a large model.
 *
 * <p>The goals were set on a machine where a plugin that does nothing takes 1.6 s. That plugin is measured among the others, and
 * the goals are told as set and as they are here. Memory is looked at in one more run of each kind: that of the largest process,
 * and the most that all of them have at one moment, where what they share is counted for each.
 */
final class GeneratorSpeed {
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Path WORK = ROOT.resolve("benchmarks/generator/target");
    private static final Path REPOSITORY = WORK.resolve("repository");
    private static final Path TRASH = WORK.resolve("trash");
    private static final Path LOG = WORK.resolve("mvn.log");

    private static final String NOTHING = "plugin that does nothing";
    private static final String CLEAN = "clean";
    private static final String UNCHANGED = "unchanged";
    private static final String COLUMN = "one column added";
    private static final String JAVAC = "clean, with javac";

    /** What the plugin that does nothing takes where the goals were set, user seconds. */
    private static final double NOTHING_THERE = 1.6;

    /** What one run cost, in seconds. */
    private record Cost(double wall, double user, double system) {}

    /** The most memory, in mebibytes. */
    private record Memory(double largest, double together) {}

    /** What is to be reached: user seconds of each kind of run, and mebibytes. */
    private record Goals(double clean, double unchanged, double column, int memory) {
        private static final Map<Integer, Goals> BY_SIZE = Map.of(
                24, new Goals(2.3, 1.7, 2.3, 180),
                240, new Goals(3.0, 1.7, 2.8, 190),
                1000, new Goals(5.0, 1.8, 3.5, 220));

        Optional<Double> user(String run) {
            return Optional.ofNullable(Map.of(CLEAN, clean, UNCHANGED, unchanged, COLUMN, column).get(run));
        }
    }

    /** One kind of run. */
    private record Run(String name, Path project, String goal, Step before) {}

    private final int runs;
    private final boolean javac;
    private final boolean oneCore = Files.isExecutable(Path.of("/usr/bin/taskset"));

    private GeneratorSpeed(int runs, boolean javac) {
        this.runs = runs;
        this.javac = javac;
    }

    public static void main(String[] arguments) throws Exception {
        if (!Files.isDirectory(ROOT.resolve("maven-plugin/target"))) {
            throw new IllegalStateException("run this in the root of the project, after mvn package");
        }
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        String sizes = arguments.length > 1 ? arguments[1] : "24,120,240,500,1000";
        new GeneratorSpeed(runs, arguments.length > 2 && arguments[2].equals("javac"))
                .run(Arrays.stream(sizes.split(",")).mapToInt(Integer::parseInt).toArray());
    }

    private void run(int[] sizes) throws Exception {
        prepareRepository();
        NoopPlugin.install(REPOSITORY, WORK.resolve("noop"));
        System.out.printf("Java %s, %d runs each, median; %s%n%n", System.getProperty("java.version"), runs,
                oneCore ? "one core" : "all cores");
        System.out.println("| tables | run | wall s | user s | goal | goal here | system s | largest MB | all MB | goal |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (int size : sizes) {
            measure(size);
        }
    }

    /** The kinds of runs take turns, so that whatever else the machine does is in all of them. */
    private void measure(int size) throws Exception {
        List<Run> kinds = kinds(size);
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        Map<String, Memory> memory = new LinkedHashMap<>();
        for (int i = 0; i <= runs; i++) {
            for (Run run : kinds) {
                run.before.run();
                if (i == runs) {
                    memory.put(run.name, memory(run));
                } else {
                    costs.computeIfAbsent(run.name, name -> new ArrayList<>()).add(mvn(run.project, true, run.goal));
                }
            }
        }
        double here = median(costs.get(NOTHING), Cost::user) / NOTHING_THERE;
        Optional<Goals> goals = Optional.ofNullable(Goals.BY_SIZE.get(size));
        for (Run run : kinds) {
            List<Cost> all = costs.get(run.name);
            Optional<Double> goal = goals.flatMap(those -> those.user(run.name));
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %s | %.2f | %.2f | %s | %s | %.2f | %.0f | %.0f | %s |%n",
                    size,
                    run.name.equals(CLEAN) ? CLEAN + files(run.project) : run.name,
                    median(all, Cost::wall),
                    median(all, Cost::user),
                    goal.map(seconds -> String.format(Locale.ROOT, "%.1f", seconds)).orElse(""),
                    goal.map(seconds -> String.format(Locale.ROOT, "%.2f", seconds * here)).orElse(""),
                    median(all, Cost::system),
                    memory.get(run.name).largest,
                    memory.get(run.name).together,
                    goal.map(seconds -> String.valueOf(goals.orElseThrow().memory)).orElse(""));
        }
        delete(TRASH);
    }

    private List<Run> kinds(int size) throws Exception {
        Path floor = WORK.resolve("noop-" + size);
        Files.createDirectories(floor);
        Files.writeString(floor.resolve("pom.xml"), Project.pom("noop", VERSION, runtimeVersions()));
        mvn(floor, false, "generate-sources");

        Path project = WORK.resolve("rowloom-" + size);
        Path model = project.resolve("src/main/rowloom/model.yaml");
        Files.createDirectories(model.getParent());
        Files.writeString(project.resolve("pom.xml"), Project.pom("rowloom", VERSION, runtimeVersions()));
        Files.writeString(model, Project.model(size, 0));
        mvn(project, false, javac ? "compile" : "generate-sources");

        Step fresh = () -> {
            Files.writeString(model, Project.model(size, 0));
            clean(project);
        };
        List<Run> kinds = new ArrayList<>(List.of(
                new Run(NOTHING, floor, "generate-sources", () -> {}),
                new Run(CLEAN, project, "generate-sources", fresh),
                new Run(UNCHANGED, project, "generate-sources", () -> {}),
                new Run(COLUMN, project, "generate-sources", () -> Files.writeString(model, Project.model(size, 1)))));
        if (javac) {
            kinds.add(new Run(JAVAC, project, "compile", fresh));
        }
        return kinds;
    }

    private interface Step {
        void run() throws IOException;
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> part) {
        return costs.stream().mapToDouble(part).sorted().skip(costs.size() / 2).findFirst().orElseThrow();
    }

    /** Looks at all processes of a run every few milliseconds; apart from the runs that are timed, as it takes time itself. */
    private Memory memory(Run run) throws IOException, InterruptedException {
        Process process = start(run.project, true, run.goal, WORK.resolve("time.txt"));
        double largest = 0;
        double together = 0;
        while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
            double sum = 0;
            for (ProcessHandle each : process.descendants().toList()) {
                double resident = resident(each.pid());
                largest = Math.max(largest, resident);
                sum += resident;
            }
            together = Math.max(together, sum);
        }
        check(process, run.project);
        return new Memory(largest, together);
    }

    private static double resident(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException | UncheckedIOException gone) {
            // It ended in between.
            return 0;
        }
    }

    private Cost mvn(Path project, boolean offline, String goal) throws IOException, InterruptedException {
        Path figures = WORK.resolve("time.txt");
        check(start(project, offline, goal, figures), project);
        String[] parts = Files.readString(figures).strip().split(" ");
        return new Cost(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
    }

    private Process start(Path project, boolean offline, String goal, Path figures) throws IOException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/time", "-f", "%e %U %S", "-o", figures.toString()));
        if (oneCore) {
            command.addAll(List.of("taskset", "-c", "1"));
        }
        command.addAll(List.of("mvn", "-q", "-B", "-s", WORK.resolve("settings.xml").toString()));
        command.add("-Dmaven.repo.local=" + REPOSITORY);
        if (offline) {
            command.add("-o");
        }
        command.add(goal);
        return new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
    }

    private static void check(Process process, Path project) throws IOException, InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException("mvn failed in " + project + "\n" + Files.readString(LOG));
        }
    }

    /** Puts this build's artifacts where Maven finds them, without installing anything for the user. */
    private static void prepareRepository() throws IOException {
        Files.createDirectories(WORK);
        publish("rowloom-parent", ROOT, "pom");
        for (String module : List.of("model", "runtime", "generator-core", "maven-plugin")) {
            publish("rowloom-" + module, ROOT.resolve(module), "jar");
        }
        Path own = Path.of(System.getProperty("user.home"), ".m2", "repository");
        Files.writeString(WORK.resolve("settings.xml"), """
                <settings>
                  <profiles>
                    <profile>
                      <id>local</id>
                      <repositories>
                        <repository><id>local</id><url>%1$s</url></repository>
                      </repositories>
                      <pluginRepositories>
                        <pluginRepository><id>local</id><url>%1$s</url></pluginRepository>
                      </pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>local</activeProfile></activeProfiles>
                </settings>
                """.formatted(own.toUri()));
    }

    private static void publish(String artifact, Path module, String packaging) throws IOException {
        Path folder = REPOSITORY.resolve("io/rowloom").resolve(artifact).resolve(VERSION);
        Files.createDirectories(folder);
        String file = artifact + "-" + VERSION;
        Path flattened = module.resolve("target/flattened-pom.xml");
        replace(Files.exists(flattened) ? flattened : module.resolve("pom.xml"), folder.resolve(file + ".pom"));
        if (packaging.equals("jar")) {
            replace(module.resolve("target").resolve(file + ".jar"), folder.resolve(file + ".jar"));
        }
    }

    private static void replace(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What a fresh clone does not have, and what it would generate anew. */
    private static void clean(Path project) throws IOException {
        for (String folder : List.of("target", "docs", "src/main/resources")) {
            Path outdated = project.resolve(folder);
            if (Files.exists(outdated)) {
                // Moved away and deleted later: for a while a file system looks long for room where many files were deleted.
                Files.createDirectories(TRASH);
                Files.move(outdated, Files.createTempDirectory(TRASH, "old").resolve("it"));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String files(Path project) throws IOException {
        try (Stream<Path> all = Files.walk(project.resolve("target/generated-sources"))) {
            List<Path> sources = all.filter(file -> file.toString().endsWith(".java")).toList();
            long lines = sources.stream().mapToLong(GeneratorSpeed::lines).sum();
            return String.format(Locale.ROOT, " (%,d Java files, %,d lines)", sources.size(), lines);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The versions that the root pom pins, read from it. */
    private static String[] runtimeVersions() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        return new String[] {version(pom, "jspecify"), version(pom, "sqlite-jdbc"), version(pom, "maven-compiler-plugin"),
            version(pom, "maven-resources-plugin")};
    }

    private static String version(String pom, String name) {
        String tag = "<" + name + ".version>";
        int start = pom.indexOf(tag) + tag.length();
        return pom.substring(start, pom.indexOf('<', start));
    }

    /** The projects that are measured. */
    private static final class Project {
        static String pom(String plugin, String version, String[] versions) {
            return """
                    <project xmlns="http://maven.apache.org/POM/4.0.0">
                      <modelVersion>4.0.0</modelVersion>
                      <groupId>com.example</groupId>
                      <artifactId>speed</artifactId>
                      <version>1</version>
                      <properties>
                        <maven.compiler.release>17</maven.compiler.release>
                        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                      </properties>
                      <dependencies>
                        <dependency>
                          <groupId>io.rowloom</groupId><artifactId>rowloom-runtime</artifactId><version>%2$s</version>
                        </dependency>
                        <dependency>
                          <groupId>org.jspecify</groupId><artifactId>jspecify</artifactId><version>%3$s</version>
                        </dependency>
                      </dependencies>
                      <build>
                        <plugins>
                          <plugin>
                            <groupId>io.rowloom</groupId><artifactId>%1$s-maven-plugin</artifactId><version>%2$s</version>
                            <executions><execution><goals><goal>generate</goal></goals></execution></executions>
                          </plugin>
                          <plugin><artifactId>maven-compiler-plugin</artifactId><version>%4$s</version></plugin>
                          <plugin><artifactId>maven-resources-plugin</artifactId><version>%5$s</version></plugin>
                        </plugins>
                      </build>
                    </project>
                    """.formatted(plugin, version, versions[0], versions[2], versions[3]);
        }

        /** Tables of ten columns with keys and indexes; the first has {@code added} more. */
        static String model(int tables, int added) {
            StringBuilder model = new StringBuilder("""
                    rowloom: 1
                    database:
                      name: speed
                      package: com.example.speed
                      description: Made to measure.
                    types:
                      Priority:
                        enum: [low, normal, high]
                    tables:
                    """);
            for (int i = 1; i <= tables; i++) {
                model.append("""
                          item%1$04d:
                            section: Section %2$d
                            description: One item of kind %1$d.
                            columns:
                              id: {type: bigint, primary_key: auto}
                              parent_id: {type: bigint, references: item%3$04d, on_delete: cascade}
                              code: {type: text, unique: true, description: What people call it.}
                              state: {enum: [open, done], default: open}
                              priority: {type: Priority, default: normal}
                              amount: {type: "decimal(12,2)", default: 0}
                              is_active: {type: boolean, default: true}
                              note: text?
                              created_at: {type: timestamp, default: now}
                              updated_at: {type: timestamp, default: now, auto_update: true}
                        """.formatted(i, (i - 1) / 20 + 1, Math.max(1, i - 1)));
                for (int extra = 1; i == 1 && extra <= added; extra++) {
                    model.append("      extra_").append(extra).append(": text?\n");
                }
                model.append("    indexes:\n      - [parent_id, created_at]\n      - [state, priority]\n");
            }
            return model.toString();
        }
    }

    /** A plugin whose goal does nothing: what any plugin costs. */
    private static final class NoopPlugin {
        static void install(Path repository, Path work) throws IOException, InterruptedException {
            Path folder = repository.resolve("io/rowloom/noop-maven-plugin").resolve(VERSION);
            Files.createDirectories(folder);
            Files.createDirectories(work.resolve("classes/META-INF/maven"));
            Files.writeString(work.resolve("NoopMojo.java"), """
                    package noop;

                    public class NoopMojo extends org.apache.maven.plugin.AbstractMojo {
                        @Override
                        public void execute() {}
                    }
                    """);
            Files.writeString(work.resolve("classes/META-INF/maven/plugin.xml"), """
                    <plugin>
                      <name>noop</name><groupId>io.rowloom</groupId><artifactId>noop-maven-plugin</artifactId>
                      <version>%s</version><goalPrefix>noop</goalPrefix>
                      <mojos><mojo>
                        <goal>generate</goal><phase>generate-sources</phase><threadSafe>true</threadSafe>
                        <requiresProject>true</requiresProject><implementation>noop.NoopMojo</implementation><language>java</language>
                        <instantiationStrategy>per-lookup</instantiationStrategy><executionStrategy>once-per-session</executionStrategy>
                      </mojo></mojos>
                    </plugin>
                    """.formatted(VERSION));
            Files.writeString(folder.resolve("noop-maven-plugin-" + VERSION + ".pom"), """
                    <project xmlns="http://maven.apache.org/POM/4.0.0">
                      <modelVersion>4.0.0</modelVersion>
                      <groupId>io.rowloom</groupId><artifactId>noop-maven-plugin</artifactId><version>%s</version>
                      <packaging>maven-plugin</packaging>
                    </project>
                    """.formatted(VERSION));
            run("javac", "-d", work.resolve("classes").toString(), "-cp", pluginApi(), work.resolve("NoopMojo.java").toString());
            run("jar", "--create", "--file", folder.resolve("noop-maven-plugin-" + VERSION + ".jar").toString(), "-C",
                    work.resolve("classes").toString(), ".");
        }

        /** The build of the plugin has brought it into the local repository. */
        private static String pluginApi() throws IOException {
            Path folder = Path.of(System.getProperty("user.home"), ".m2/repository/org/apache/maven/maven-plugin-api");
            try (Stream<Path> all = Files.walk(folder)) {
                return all.map(Path::toString)
                        .filter(name -> name.endsWith(".jar"))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no maven-plugin-api below " + folder));
            }
        }

        private static void run(String tool, String... arguments) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
            command.addAll(Arrays.asList(arguments));
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
        }
    }
}
