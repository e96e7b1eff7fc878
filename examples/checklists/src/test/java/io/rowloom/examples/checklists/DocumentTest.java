package io.rowloom.examples.checklists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every generated document of the examples has, whatever it is about. */
class DocumentTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(?:#([^)]+))?\\)");

    @ParameterizedTest
    @EnumSource
    void thePageSaysWhatItIsMadeFromAndHow(Example example) throws Exception {
        Document document = example.document();
        int tables = example.checklist().reference().tables().size();

        assertTrue(document.hasLine("> \\*\\*Generated, do not edit\\.\\*\\* .*src/main/rowloom.*"));
        assertTrue(document.hasLine("> To write it again, run `mvn .+`\\."));
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
