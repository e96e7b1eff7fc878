package io.rowloom.generator.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
    @Test
    void equalTextsHaveNoHunks() {
        UnifiedDiff diff = UnifiedDiff.of("a\nb\n", "a\nb\n");
        assertEquals("", diff.text(10));
        assertEquals(0, diff.firstLine());
    }

    @Test
    void showsThreeLinesAroundAChange() {
        UnifiedDiff diff = UnifiedDiff.of("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n");
        assertEquals("@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n", diff.text(20));
        assertEquals(5, diff.firstLine());
    }

    @Test
    void joinsChangesThatAreCloseAndPartsOthers() {
        String before = "a\n1\n2\n3\nb\n1\n2\n3\n4\n5\n6\n7\nc\n";
        String after = "A\n1\n2\n3\nB\n1\n2\n3\n4\n5\n6\n7\nC\n";
        assertEquals(
                "@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n-b\n+B\n 1\n 2\n 3\n@@ -10,4 +10,4 @@\n 5\n 6\n 7\n-c\n+C\n",
                UnifiedDiff.of(before, after).text(40));
    }

    @Test
    void namesASideWithoutLinesByTheLineBefore() {
        assertEquals("@@ -0,0 +1,2 @@\n+a\n+b\n", UnifiedDiff.of("", "a\nb\n").text(10));
        assertEquals("@@ -1,1 +0,0 @@\n-a\n", UnifiedDiff.of("a\n", "").text(10));
    }

    @Test
    void saysWhatIsLeftOut() {
        assertEquals(
                "@@ -0,0 +1,4 @@\n+a\n+b\n… and more\n",
                UnifiedDiff.of("", "a\nb\nc\nd\n").text(2));
    }

    @Test
    void appliedToTheFirstTextGivesTheSecond() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<String> before = lines(random);
            List<String> after = lines(random);
            String diff = UnifiedDiff.of(String.join("\n", before), String.join("\n", after))
                    .text(1_000);
            assertEquals(after, apply(before, diff), "seed " + seed + "\n" + diff);
        }
    }

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(25); i > 0; i--) {
            lines.add(String.valueOf((char) ('a' + random.nextInt(4))));
        }
        return lines;
    }

    /** What patch(1) does, trusting the numbers of the headers. */
    private static List<String> apply(List<String> before, String diff) {
        List<String> after = new ArrayList<>();
        int next = 0;
        for (String line : diff.lines().toList()) {
            char kind = line.charAt(0);
            String text = line.substring(1);
            if (kind == '@') {
                String[] range = line.split("[-, +]+");
                int start = Integer.parseInt(range[1]) - (range[2].equals("0") ? 0 : 1);
                while (next < start) {
                    after.add(before.get(next++));
                }
                assertEquals(Integer.parseInt(range[3]) - (range[4].equals("0") ? 0 : 1), after.size());
            } else if (kind == '+') {
                after.add(text);
            } else {
                assertEquals(before.get(next++), text);
                if (kind == ' ') {
                    after.add(text);
                }
            }
        }
        after.addAll(before.subList(next, before.size()));
        return after;
    }
}
