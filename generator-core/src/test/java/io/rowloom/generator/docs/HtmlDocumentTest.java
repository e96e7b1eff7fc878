package io.rowloom.generator.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowloom.generator.dao.Daos;
import io.rowloom.generator.query.QueryAnalyzer;
import io.rowloom.model.Model;
import io.rowloom.model.ModelReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlDocumentTest {
    @TempDir
    private Path folder;

    @Test
    void spellsTheAttributesOfWideTablesInOneOrderInEveryRun() throws Exception {
        Path yaml = folder.resolve("model.yaml");
        Files.writeString(yaml, """
                rowloom: 1
                database: {name: one, package: com.example.one}
                tables:
                  notes:
                    columns:
                      id: {type: bigint, primary_key: auto}
                """);
        Model model = ModelReader.read(yaml, folder);
        DocsContext context = new DocsContext(
                "docs/database.html",
                folder.toString(),
                "model.yaml",
                "mvn generate-sources",
                "migrations",
                List.of(),
                DocsLayout.PAGE,
                Islands.NONE);
        String html = HtmlDocument.render(model, QueryAnalyzer.analyse(model), Daos.of(model), context)
                .text()
                .get();
        // Its columns and its methods.
        assertEquals(
                3,
                html.split("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">", -1).length,
                html);
    }
}
