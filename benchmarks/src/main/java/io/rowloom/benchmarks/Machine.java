package io.rowloom.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a run took place, and with which versions. */
final class Machine {
    private static final Pattern JAR =
            Pattern.compile("(sqlite-jdbc|jmh-core|jooq|jdbi3-core|mybatis|hibernate-core|spring-jdbc)-(\\d.*)\\.jar");

    private Machine() {}

    /** One line of prose. */
    static String describe() throws IOException {
        return processor() + ", " + Runtime.getRuntime().availableProcessors() + " of its cores, "
                + System.getProperty("os.name") + ", Java " + System.getProperty("java.version") + " ("
                + System.getProperty("java.vm.name") + ", serial collector, 1 GiB heap).";
    }

    /** The libraries on the class path with their versions. */
    static String versions() {
        List<String> versions = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Matcher jar = JAR.matcher(Path.of(entry).getFileName().toString());
            if (jar.matches()) {
                versions.add(jar.group(1) + " " + jar.group(2));
            }
        }
        versions.sort(null);
        return String.join(", ", versions);
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (Files.exists(info)) {
            for (String line : Files.readAllLines(info)) {
                if (line.startsWith("model name")) {
                    return line.substring(line.indexOf(':') + 1).strip();
                }
            }
        }
        return System.getProperty("os.arch");
    }
}
