package io.rowloom.generator.output;

import java.util.ArrayList;
import java.util.List;

/**
 * Shows how two texts differ, as {@code diff -u} does: hunks with three lines around each change.
 *
 * <p>Lines are matched by their longest common subsequence; where too much differs for that to be quick, as one change.
 */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;
    private static final long MATCHABLE = 4_000_000;

    private final List<Line> lines = new ArrayList<>();
    private int firstChange = -1;
    private int firstChangeLine;

    private record Line(char kind, String text, int before, int after) {}

    private UnifiedDiff(List<String> before, List<String> after) {
        int start = 0;
        int common = Math.min(before.size(), after.size());
        while (start < common && before.get(start).equals(after.get(start))) {
            add(' ', before.get(start), start, start);
            start++;
        }
        int end = 0;
        while (end < common - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        addChanged(before, after, start, before.size() - end, after.size() - end);
        for (int rest = end; rest > 0; rest--) {
            add(' ', before.get(before.size() - rest), before.size() - rest, after.size() - rest);
        }
    }

    /** Compares two texts line by line. */
    public static UnifiedDiff of(String before, String after) {
        return new UnifiedDiff(before.lines().toList(), after.lines().toList());
    }

    /** The line of the first text where the difference begins, counted from 1; 0 if there is none. */
    public int firstLine() {
        return firstChangeLine;
    }

    /**
     * The hunks, without the two lines that name the files; empty if the lines are equal.
     *
     * @param limit how many lines at most; what is left out is counted in a last line
     */
    public String text(int limit) {
        StringBuilder text = new StringBuilder();
        int shown = 0;
        int from = 0;
        while (from < lines.size()) {
            int change = nextChange(from);
            if (change < 0) {
                break;
            }
            int begin = Math.max(from, change - CONTEXT);
            int end = endOfHunk(change);
            if (shown > 0 && shown + end - begin > limit) {
                return text.append("… and more\n").toString();
            }
            header(text, begin, end);
            int last = Math.min(end, begin + limit);
            for (Line line : lines.subList(begin, last)) {
                text.append(line.kind).append(line.text).append('\n');
            }
            if (last < end) {
                return text.append("… and more\n").toString();
            }
            shown += end - begin;
            from = end;
        }
        return text.toString();
    }

    private void add(char kind, String text, int before, int after) {
        if (kind != ' ' && firstChange < 0) {
            firstChange = lines.size();
            firstChangeLine = before + 1;
        }
        lines.add(new Line(kind, text, before, after));
    }

    private void addChanged(List<String> before, List<String> after, int start, int beforeEnd, int afterEnd) {
        int rows = beforeEnd - start;
        int columns = afterEnd - start;
        boolean matchable = (long) rows * columns <= MATCHABLE;
        int[][] common = matchable ? commonLengths(before, after, start, rows, columns) : new int[0][0];
        int i = 0;
        int j = 0;
        while (matchable && i < rows && j < columns) {
            if (before.get(start + i).equals(after.get(start + j))) {
                add(' ', before.get(start + i), start + i++, start + j++);
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                add('-', before.get(start + i), start + i++, start + j);
            } else {
                add('+', after.get(start + j), start + i, start + j++);
            }
        }
        while (i < rows) {
            add('-', before.get(start + i), start + i++, start + j);
        }
        while (j < columns) {
            add('+', after.get(start + j), start + i, start + j++);
        }
    }

    /** The length of the longest common subsequence of what follows each pair of lines. */
    private static int[][] commonLengths(List<String> before, List<String> after, int start, int rows, int columns) {
        int[][] common = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                common[i][j] = before.get(start + i).equals(after.get(start + j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private int nextChange(int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).kind != ' ') {
                return i;
            }
        }
        return -1;
    }

    /** Changes that stand closer than twice the context share a hunk. */
    private int endOfHunk(int change) {
        int last = change;
        for (int next = nextChange(last + 1); next >= 0 && next - last <= 2 * CONTEXT; next = nextChange(last + 1)) {
            last = next;
        }
        return Math.min(lines.size(), last + 1 + CONTEXT);
    }

    private void header(StringBuilder text, int begin, int end) {
        int removed = 0;
        int added = 0;
        for (Line line : lines.subList(begin, end)) {
            removed += line.kind == '+' ? 0 : 1;
            added += line.kind == '-' ? 0 : 1;
        }
        Line first = lines.get(begin);
        // As diff does: a side without lines is named by the line before it.
        text.append("@@ -")
                .append(first.before + (removed == 0 ? 0 : 1))
                .append(',')
                .append(removed);
        text.append(" +")
                .append(first.after + (added == 0 ? 0 : 1))
                .append(',')
                .append(added)
                .append(" @@\n");
    }
}
