package io.rowloom.maven;

import io.rowloom.generator.output.OtherExecution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;

/** This execution among those of the same build, several of which may run in one project or at the same time. */
final class RunningExecution {
    private static final String KEY = "io.rowloom.executions";

    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;

    RunningExecution(MavenSession session, MavenProject project, MojoExecution execution) {
        this.session = session;
        this.project = project;
        this.execution = execution;
    }

    /** Where this execution keeps its state: below {@code target}, so that {@code mvn clean} forgets it. */
    Path stateFile() {
        return Path.of(project.getBuild().getDirectory())
                .toAbsolutePath()
                .normalize()
                .resolve("rowloom")
                .resolve(folderName(execution.getExecutionId()))
                .resolve("state");
    }

    /** A folder name for any execution id, which Maven allows to hold characters that file systems do not. */
    static String folderName(String id) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
            name.append(plain ? String.valueOf(c) : '.' + Integer.toHexString(c) + '.');
        }
        return name.toString();
    }

    /** Tells later executions of this build about this one, and gives those that ran before. */
    List<OtherExecution> announce() {
        Map<Path, String[]> running = running();
        String name = "execution '" + execution.getExecutionId() + "' of " + project.getArtifactId();
        String folder =
                project.getBasedir().toPath().toAbsolutePath().normalize().toString();
        Path own = stateFile();
        List<OtherExecution> others = new ArrayList<>();
        running.forEach((state, other) -> {
            if (!state.equals(own)) {
                others.add(new OtherExecution(other[0], Path.of(other[1]), state));
            }
        });
        running.put(own, new String[] {name, folder});
        return others;
    }

    /** Only classes of the JDK go in: another module may have loaded this plugin by a class loader of its own. */
    @SuppressWarnings("unchecked")
    private Map<Path, String[]> running() {
        SessionData data = session.getRepositorySession().getData();
        data.set(KEY, null, new ConcurrentHashMap<Path, String[]>());
        return (Map<Path, String[]>) data.get(KEY);
    }
}
