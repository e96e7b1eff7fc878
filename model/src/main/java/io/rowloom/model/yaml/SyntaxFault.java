package io.rowloom.model.yaml;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * A text that is not YAML, in plain words for the mistakes that are made most; for others in those of the parser.
 *
 * @param mark where to look: at what was opened and not closed rather than at the end of the file, where that was noticed
 * @param message what is wrong, and what to do
 */
record SyntaxFault(@Nullable Mark mark, String message) {
    private static final String NO_TOKEN = "found character '";
    private static final String CLOSED =
            "nothing was opened that closes here; a text that begins with a bracket needs quotes";

    /**
     * Reads what the parser says.
     *
     * @param problem its words
     * @param text the whole file
     */
    static SyntaxFault of(MarkedYAMLException e, String problem, String text) {
        Mark at = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        Mark opened = e.getContextMark() == null ? at : e.getContextMark();
        String context = String.valueOf(e.getContext());
        if (problem.contains("\\t(TAB)")) {
            return new SyntaxFault(at, "a tab cannot indent; use spaces");
        } else if (problem.equals("mapping values are not allowed here")) {
            return new SyntaxFault(
                    at,
                    before(at, text).contains(": ")
                            ? "a text with a colon and a space in it needs quotes"
                            : "no key can stand here; does the line before lack a colon, or is this one too far to the right?");
        } else if (problem.equals("found unexpected end of stream") && context.contains("quoted scalar")) {
            return new SyntaxFault(opened, "the quote that begins here is never closed");
        } else if (context.equals("while parsing a flow mapping") || context.equals("while parsing a flow sequence")) {
            return flow(at, opened, context.endsWith("mapping"), problem);
        } else if (problem.startsWith("expected <block end>")) {
            return new SyntaxFault(at, block(problem));
        } else if (problem.startsWith(NO_TOKEN)) {
            int end = problem.indexOf('\'', NO_TOKEN.length() + 1);
            return new SyntaxFault(
                    at, "a text that begins with " + problem.substring(NO_TOKEN.length(), end) + " needs quotes");
        } else if (problem.equals("could not find expected ':'")) {
            return new SyntaxFault(opened, "a key needs a colon behind it");
        } else if (problem.startsWith("expected the node content, but found '")
                && "}]".indexOf(problem.charAt(problem.length() - 2)) >= 0) {
            return new SyntaxFault(at, CLOSED);
        } else if (problem.startsWith("found unknown escape character")) {
            return new SyntaxFault(
                    at, "within double quotes a backslash is written twice; within single quotes it is only itself");
        } else if (problem.equals("sequence entries are not allowed here")) {
            return new SyntaxFault(at, "a list with dashes begins in a line of its own");
        }
        int hint = problem.indexOf(". (");
        String words = hint < 0 ? problem : problem.substring(0, hint);
        return new SyntaxFault(at, "this is not YAML: " + words.replace('\n', ' '));
    }

    private static SyntaxFault flow(@Nullable Mark at, @Nullable Mark opened, boolean braces, String problem) {
        if (braces && (problem.endsWith("got [") || problem.endsWith("got {"))) {
            return new SyntaxFault(at, "a text with brackets needs quotes within a mapping in braces");
        }
        boolean sameLine = at != null && opened != null && at.getLine() == opened.getLine();
        if (!sameLine) {
            return new SyntaxFault(
                    opened, "the " + (braces ? "brace" : "bracket") + " that opens here is never closed");
        }
        return problem.endsWith("got :")
                ? new SyntaxFault(at, "a comma is missing before this key, or quotes around a text with a colon in it")
                : new SyntaxFault(at, "a comma or a closing " + (braces ? "brace" : "bracket") + " is missing here");
    }

    private static String block(String problem) {
        if (problem.endsWith("'<scalar>'")) {
            return "a text goes on behind its closing quote; within single quotes a quote is written twice";
        }
        if (problem.endsWith("'}'") || problem.endsWith("']'")) {
            return CLOSED;
        }
        return "the indentation of this line fits no line above";
    }

    /** What stands in the line before the place. */
    private static String before(@Nullable Mark at, String text) {
        if (at == null) {
            return "";
        }
        String line = text.lines().skip(at.getLine()).findFirst().orElse("");
        int characters = Math.min(at.getColumn(), line.codePointCount(0, line.length()));
        return line.substring(0, line.offsetByCodePoints(0, characters));
    }
}
