package io.rowloom.maven;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Has GitHub show messages at their lines, where a build runs as a GitHub Action; elsewhere it does nothing.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions">Workflow commands</a>
 */
final class GitHubAnnotations {
    private final boolean wanted;
    private final String prefix;
    private final PrintStream out;

    /**
     * @param environment the variables of the build
     * @param project the folder that paths in messages are relative to, absolute
     * @param out where commands are read from
     */
    GitHubAnnotations(Map<String, String> environment, Path project, PrintStream out) {
        this.wanted = "true".equals(environment.get("GITHUB_ACTIONS"));
        this.prefix = prefix(environment.getOrDefault("GITHUB_WORKSPACE", ""), project);
        this.out = out;
    }

    /** Where the project is in the repository, with {@code /} at its end unless it is the whole of it. */
    private static String prefix(String workspace, Path project) {
        if (workspace.isEmpty() || !project.startsWith(Path.of(workspace))) {
            return "";
        }
        String path = Path.of(workspace).relativize(project).toString().replace('\\', '/');
        return path.isEmpty() ? "" : path + '/';
    }

    /** Shows every message of a text that begins with a file, a line and a column, as an error. */
    void errors(String text) {
        print("error", text);
    }

    /** Shows them as warnings. */
    void warnings(String text) {
        print("warning", text);
    }

    private void print(String level, String text) {
        if (!wanted) {
            return;
        }
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Place place = Place.of(lines[i]);
            if (place != null) {
                StringBuilder message = new StringBuilder(place.message);
                for (int next = i + 1; next < lines.length && lines[next].startsWith("    "); next++) {
                    message.append('\n').append(lines[next].strip());
                }
                out.println("::" + level + " file=" + property(prefix + place.file) + ",line=" + place.line + ",col="
                        + place.column + ",title=Rowloom::" + data(message.toString()));
            }
        }
    }

    /** {@code path:line:column: message}. */
    private record Place(String file, int line, int column, String message) {
        static @Nullable Place of(String text) {
            // A line of a difference is no message, whatever it holds.
            if (text.isEmpty() || " +-@".indexOf(text.charAt(0)) >= 0) {
                return null;
            }
            for (int end = text.indexOf(": "); end >= 0; end = text.indexOf(": ", end + 1)) {
                int second = text.lastIndexOf(':', end - 1);
                int first = second <= 0 ? -1 : text.lastIndexOf(':', second - 1);
                if (first > 0
                        && isNumber(text.substring(first + 1, second))
                        && isNumber(text.substring(second + 1, end))) {
                    return new Place(
                            text.substring(0, first),
                            Integer.parseInt(text.substring(first + 1, second)),
                            Integer.parseInt(text.substring(second + 1, end)),
                            text.substring(end + 2));
                }
            }
            return null;
        }

        private static boolean isNumber(String text) {
            return !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        }
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
