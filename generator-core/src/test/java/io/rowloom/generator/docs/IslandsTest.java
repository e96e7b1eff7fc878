package io.rowloom.generator.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.dao.Daos;
import io.rowloom.generator.docs.Islands.UnreadableIslandException;
import io.rowloom.generator.output.GeneratedFile;
import io.rowloom.generator.query.QueryAnalysis;
import io.rowloom.generator.testing.Fixtures;
import io.rowloom.generator.testing.RandomModel;
import io.rowloom.model.Model;
import io.rowloom.model.Table;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IslandsTest {
    @Test
    void anIslandWithoutAnEndIsAMistakeAtItsLine() {
        assertEquals(
                "docs/database.md:3:1: error[kept-text]: the text to keep begins here and has no end\n"
                        + "    write <!-- rowloom:end --> below it",
                refusal("\n\n<!-- rowloom:keep table a -->\ntext\n"));
        assertEquals(
                "docs/database.md:1:1: error[kept-text]: the text to keep begins here and has no end\n"
                        + "    write <!-- rowloom:end --> below it",
                refusal("<!-- rowloom:keep table a -->\n<!-- rowloom:keep table b -->\n<!-- rowloom:end -->\n"));
    }

    @Test
    void anIslandAboutNothingIsAMistakeAtItsLine() {
        String message = refusal("x\n<!-- rowloom:keep tabel a -->\n<!-- rowloom:end -->\n");
        assertTrue(
                message.startsWith(
                        "docs/database.md:2:1: error[kept-text]: this mark does not say what the text is about"),
                message);
    }

    @Test
    void aNearNameOfTheSameKindMayHaveBeenMeant() throws Exception {
        Model model = Fixtures.model(Path.of("src/test/fixtures/docs/kept-texts"));

        assertEquals(Optional.of("did you mean 'orders'?"), Islands.meant("table order", model));
        assertEquals(Optional.of("did you mean 'People'?"), Islands.meant("section Peple", model));
        assertEquals(Optional.of("did you mean 'stay'?"), Islands.meant("trigger sty", model));
        assertEquals(Optional.empty(), Islands.meant("view orders", model));
        assertEquals(
                4, Islands.line("\n\n\n<!-- rowloom:keep table gone -->\nx\n<!-- rowloom:end -->\n", "table gone"));
    }

    @Test
    void everyIslandSurvivesInBothLayoutsAndOnTheWayBetween() throws Exception {
        for (long seed = 0; seed < 30; seed++) {
            Model model = RandomModel.of(seed);
            StringBuilder written = new StringBuilder();
            int count = 0;
            for (Table table : model.tables()) {
                written.append(Islands.marked("table " + Islands.shown(table.name()), "Text " + ++count))
                        .append("\n\n");
            }
            written.append(Islands.marked("table of another model", "Text " + ++count))
                    .append("\n\n");
            written.append(Islands.marked("document", "Text " + ++count)).append('\n');
            Map<String, String> texts = Map.of("docs/database.md", written.toString());
            assertEquals(List.of("table of another model"), Islands.in(texts).homeless(model));
            String first = "";
            for (DocsLayout layout : List.of(DocsLayout.PAGE, DocsLayout.FOLDER, DocsLayout.FOLDER, DocsLayout.PAGE)) {
                texts = render(model, layout, Islands.in(texts));
                String all = String.join("\n", texts.values());
                for (int i = 1; i <= count; i++) {
                    assertEquals(1, occurrences(all, "\nText " + i + "\n"), "seed " + seed + ' ' + layout + "\n" + all);
                }
                first = first.isEmpty() ? all : first;
            }
            assertEquals(first, String.join("\n", texts.values()));
        }
    }

    private static Map<String, String> render(Model model, DocsLayout layout, Islands islands) {
        DocsContext context = new DocsContext(
                "docs/database.md", "/srv/project", "model.yaml", "mvn x", "db", List.of(), layout, islands);
        Map<String, String> texts = new LinkedHashMap<>();
        for (GeneratedFile file : ReferenceDocument.render(model, QueryAnalysis.NONE, Daos.of(model), context)) {
            texts.put(file.path(), file.text().get());
        }
        return texts;
    }

    private static int occurrences(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }

    private static String refusal(String text) {
        return assertThrows(UnreadableIslandException.class, () -> Islands.in(Map.of("docs/database.md", text)))
                .getMessage();
    }
}
