package io.rowloom.generator.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.dao.Daos;
import io.rowloom.generator.output.GeneratedFile;
import io.rowloom.generator.query.QueryAnalysis;
import io.rowloom.generator.testing.Fixtures;
import io.rowloom.generator.testing.LargeModel;
import io.rowloom.generator.testing.RandomModel;
import io.rowloom.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a model holds, the real Mermaid reads every diagram of its documents as it was meant. */
class MermaidTest {
    /** What Mermaid's grammar, or that of a relation, might take for its own. */
    private static final List<String> WORDS = List.of(
            "pk",
            "FK",
            "uk",
            "one",
            "many",
            "only",
            "zero",
            "optionally",
            "to",
            "u",
            "style",
            "class",
            "classDef",
            "title",
            "direction",
            "TB",
            "end",
            "erDiagram",
            "accTitle",
            "default",
            "graph",
            "%%",
            "--",
            "||--o{",
            "}",
            "a\"b",
            "1st",
            "$x",
            "double precision",
            "<b>",
            "ä ö",
            "表",
            "😀",
            "a;b",
            "`",
            "-",
            "constructor",
            "__proto__");

    private static Mermaid mermaid;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        mermaid = new Mermaid();
    }

    @AfterAll
    static void stop() {
        mermaid.close();
    }

    @Test
    void diagramsOfRandomModels() {
        Set<String> seen = new HashSet<>();
        for (long seed = 0; seed < 60 && seen.size() < 80; seed++) {
            readAll(RandomModel.of(seed), DocsLayout.PAGE, seen);
        }
        assertTrue(seen.size() >= 60, seen.size() + " diagrams");
    }

    @Test
    void diagramsOfTheFixtures() throws Exception {
        Set<String> seen = new HashSet<>();
        for (String name : List.of("everything", "colliding-headings", "sections-and-references")) {
            readAll(Fixtures.model(Path.of("src/test/fixtures/docs", name)), DocsLayout.FOLDER, seen);
        }
        assertTrue(seen.size() >= 10, seen.size() + " diagrams");
    }

    @Test
    void namesThatAreWordsOfTheGrammar() {
        List<Diagram.Box> boxes = new ArrayList<>();
        List<Diagram.Edge> edges = new ArrayList<>();
        for (String word : WORDS) {
            boxes.add(new Diagram.Box(word, "", List.of(new Diagram.Line(word, word, List.of("PK", "FK")))));
            edges.add(new Diagram.Edge(word, WORDS.get(0), word, true, false));
        }
        read(new Diagram(String.join(" ", WORDS), boxes, edges));
    }

    @Test
    void namesThatDifferInNothingThatMermaidTakes() {
        List<Diagram.Box> boxes = new ArrayList<>();
        List<Diagram.Edge> edges = new ArrayList<>();
        for (String name : List.of("a<", "a>", "A<", "a|", "a_ 2")) {
            Diagram.Line line = new Diagram.Line("TEXT", "x<", List.of());
            boxes.add(new Diagram.Box(name, "", List.of(line, new Diagram.Line("TEXT", "x>", List.of()))));
            edges.add(new Diagram.Edge(name, "a<", "x", false, true));
        }
        read(new Diagram("Alike", boxes, edges));
    }

    @Test
    void aTitleKeepsTheMarksThatMeanNothing() {
        assertEquals(
                "Planning & Execution: who's (not) done/left?", title("Planning & Execution: who's (not) done/left?"));
        assertEquals("a_lt_b ___", title("a&lt;b <#>"));
    }

    private static String title(String title) {
        List<Diagram.Box> boxes = List.of(new Diagram.Box(title, "", List.of()));
        List<Diagram.Edge> edges = List.of(new Diagram.Edge(title, title, title, true, true));
        String text = diagrams(MermaidDiagram.markdown(new Diagram(title, boxes, edges))
                        .orElseThrow())
                .get(0);
        Mermaid.Read read = mermaid.read(text);
        assertEquals(1, read.entities(), text);
        return read.title();
    }

    @Test
    void aThousandTablesAndATableThatAllReferTo() throws Exception {
        Model model = LargeModel.of(folder, 1000);
        for (DocsLayout layout : List.of(DocsLayout.PAGE, DocsLayout.FOLDER)) {
            List<String> diagrams =
                    diagrams(ReferenceDocument.render(model, QueryAnalysis.NONE, Daos.of(model), context(layout)));
            assertTrue(diagrams.size() > 1000, diagrams.size() + " diagrams");
            for (String diagram : diagrams) {
                assertTrue(diagram.length() <= MermaidDiagram.MOST_CHARACTERS, diagram.length() + " characters");
            }
            // All are alike but for names; one of each size is enough to read.
            Set<Integer> sizes = new HashSet<>();
            diagrams.stream()
                    .filter(diagram -> sizes.add(diagram.length() / 100))
                    .forEach(mermaid::read);
        }
    }

    @Test
    void anythingElseIsRefused() {
        AssertionError refusal =
                assertThrows(AssertionError.class, () -> mermaid.accept("erDiagram\n a {\n  TEXT pk\n }\n"));
        assertTrue(refusal.getMessage().contains("Parse error on line 3"), refusal.getMessage());
    }

    private static void readAll(Model model, DocsLayout layout, Set<String> seen) {
        for (String diagram :
                diagrams(ReferenceDocument.render(model, QueryAnalysis.NONE, Daos.of(model), context(layout)))) {
            if (seen.add(diagram)) {
                mermaid.accept(diagram);
            }
        }
    }

    private static void read(Diagram diagram) {
        Optional<String> markdown = MermaidDiagram.markdown(diagram);
        String text = diagrams(markdown.orElseThrow()).get(0);
        Mermaid.Read read = mermaid.read(text);
        assertEquals(diagram.boxes().size(), read.entities(), text);
        assertEquals(diagram.edges().size(), read.relations(), text);
        assertEquals(
                diagram.boxes().stream().mapToInt(box -> box.lines().size()).sum(), read.attributes(), text);
        assertTrue(!read.title().isBlank(), text);
    }

    private static DocsContext context(DocsLayout layout) {
        return new DocsContext(
                "docs/database.md", "/srv/project", "model.yaml", "mvn x", "db", List.of(), layout, Islands.NONE);
    }

    private static List<String> diagrams(List<GeneratedFile> files) {
        List<String> diagrams = new ArrayList<>();
        files.forEach(file -> diagrams.addAll(diagrams(file.text().get())));
        return diagrams;
    }

    private static List<String> diagrams(String markdown) {
        List<String> diagrams = new ArrayList<>();
        String open = "```mermaid\n";
        for (int at = markdown.indexOf(open); at >= 0; at = markdown.indexOf(open, at + 1)) {
            int start = at + open.length();
            diagrams.add(markdown.substring(start, markdown.indexOf("\n```", start) + 1));
        }
        return diagrams;
    }
}
