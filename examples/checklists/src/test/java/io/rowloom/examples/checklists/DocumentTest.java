package io.rowloom.examples.checklists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every generated document of the examples has, whatever it is about. */
class DocumentTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(?:#([^)]+))?\\)");

    private static final Pattern LINE = Pattern.compile("\\[@([^]]+)]: (.+)#L(\\d+)");
    private static final Pattern LABEL = Pattern.compile("]\\[@([^]]+)]");

    @ParameterizedTest
    @EnumSource
    void thePageSaysWhatItIsMadeFromAndHow(Example example) throws Exception {
        Document document = example.document();
        int tables = example.checklist().reference().tables().size();

        assertTrue(document.hasLine("> \\*\\*Generated, do not edit\\.\\*\\* .*src/main/rowloom.*"));
        assertTrue(document.hasLine("> To write it again, run `mvn .+`\\. .+"));
        assertTrue(document.hasLine(tables + " tables\\. Generated from `src/main/rowloom`\\."));
    }

    @ParameterizedTest
    @EnumSource
    void theContentsListEveryTable(Example example) throws Exception {
        Document document = example.document();
        for (Reference.Table table : example.checklist().reference().tables()) {
            assertTrue(document.hasLine(" *- " + table.name()), table.name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLinkLeadsToAFile(Example example) throws Exception {
        Path page = example.folder().resolve("docs/database.md");
        List<String> missing = new ArrayList<>();
        for (String line : Files.readAllLines(page)) {
            for (var link : LINK.matcher(line).results().toList()) {
                if (!Files.exists(page.resolveSibling(link.group(1)))) {
                    missing.add(link.group());
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    /** A line that moves is no change of what the page says, so its number stands at the end of the page. */
    @ParameterizedTest
    @EnumSource
    void everyColumnLeadsToItsLineInTheModel(Example example) throws Exception {
        Path page = example.folder().resolve("docs/database.md");
        Set<String> defined = new HashSet<>();
        Set<String> used = new HashSet<>();
        for (String line : Files.readAllLines(page)) {
            Matcher definition = LINE.matcher(line);
            if (definition.matches()) {
                String name = definition.group(1);
                String declared = Files.readAllLines(page.resolveSibling(definition.group(2)))
                        .get(Integer.parseInt(definition.group(3)) - 1);
                assertTrue(declared.toLowerCase(Locale.ROOT).contains(name.replaceAll(".*[.:]", "")), line);
                defined.add(name);
            } else {
                LABEL.matcher(line).results().forEach(label -> used.add(label.group(1)));
            }
        }
        assertEquals(defined, used);
        for (Reference.Table table : example.checklist().reference().tables()) {
            assertTrue(used.contains(table.name()), table.name());
            table.columns().forEach(column -> assertTrue(used.contains(table.name() + '.' + column.name())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLinkWithinThePageLeadsToAnAnchor(Example example) throws Exception {
        Document document = example.document();
        List<String> missing = new ArrayList<>();
        for (String line : Files.readAllLines(example.folder().resolve("docs/database.md"))) {
            for (var link : LINK.matcher(line).results().toList()) {
                if (link.group(1).isEmpty() && !document.anchors().contains(link.group(2))) {
                    missing.add(link.group());
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    /** The build has written the page again by now. */
    @Test
    void whatTheTeamWroteItselfIsKept() throws Exception {
        Document document = Example.BROKER.document();

        assertTrue(document.hasLine("\\*\\*Why SQLite\\.\\*\\* The broker serves agents on one machine.*"));
        assertTrue(document.hasLine("\\*\\*`database is locked`\\*\\* means that another program holds the file.*"));
    }
}
