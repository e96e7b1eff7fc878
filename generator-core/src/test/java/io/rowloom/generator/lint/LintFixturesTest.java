package io.rowloom.generator.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.testing.Fixtures;
import io.rowloom.model.LintRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code fixtures/lint/<rule>}: model.yaml, and findings.txt, the complete text. */
class LintFixturesTest {
    private static final Path FOLDER = Path.of("src/test/fixtures/lint");

    @TestFactory
    Stream<DynamicTest> whatTheRulesFind() throws IOException {
        return Fixtures.in("lint", folder -> {
            String text = Lint.of(Fixtures.model(folder)).stream()
                    .map(finding -> finding.text("warning") + "\n")
                    .collect(Collectors.joining());
            Fixtures.expect(folder.resolve("findings.txt"), text);
            assertTrue(text.contains("warning[" + folder.getFileName() + "]"), text);
        });
    }

    @Test
    void everyRuleHasAFixtureAndAHeadingInTheDocuments() throws IOException {
        TreeSet<String> rules = new TreeSet<>();
        for (LintRule rule : LintRule.values()) {
            rules.add(rule.id());
        }
        TreeSet<String> folders = new TreeSet<>();
        try (Stream<Path> found = Files.list(FOLDER)) {
            found.forEach(folder -> folders.add(folder.getFileName().toString()));
        }
        TreeSet<String> headings = Files.readAllLines(Path.of("../docs/lint.md")).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(rules, folders);
        assertEquals(rules, headings);
    }
}
