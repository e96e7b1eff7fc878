package io.rowloom.generator.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowloom.generator.dao.Daos;
import io.rowloom.generator.migration.MigrationFile;
import io.rowloom.generator.migration.MigrationSource;
import io.rowloom.generator.migration.SqlSplitter;
import io.rowloom.generator.output.GeneratedFile;
import io.rowloom.generator.query.QueryAnalysis;
import io.rowloom.generator.query.QueryAnalyzer;
import io.rowloom.generator.testing.Fixtures;
import io.rowloom.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code fixtures/docs/<behaviour>}: model.yaml, and expected.md for a page or expected/ for a folder. There may be
 * migrations/NNN_name.sql, and before.md, a document that people wrote something into.
 */
class ReferenceDocumentFixturesTest {
    @TestFactory
    Stream<DynamicTest> aModelAsDocument() throws IOException {
        return Fixtures.in("docs", ReferenceDocumentFixturesTest::render);
    }

    private static void render(Path folder) throws Exception {
        Model model = Fixtures.model(folder);
        QueryAnalysis analysis = QueryAnalyzer.analyse(model);
        assertEquals(List.of(), analysis.problems());
        Path tree = folder.resolve("expected");
        boolean divided = Files.isDirectory(tree);
        Path before = folder.resolve("before.md");
        DocsContext context = new DocsContext(
                "docs/database.md",
                "/srv/project",
                "src/main/rowloom/model.yaml",
                "mvn generate-sources",
                "src/main/resources/db/migration/sqlite",
                migrations(folder.resolve("migrations")),
                divided ? DocsLayout.FOLDER : DocsLayout.PAGE,
                Files.exists(before) ? Islands.in(Map.of("docs/database.md", Files.readString(before))) : Islands.NONE);
        List<GeneratedFile> files = ReferenceDocument.render(model, analysis, Daos.of(model), context);
        TreeSet<String> paths = new TreeSet<>();
        for (GeneratedFile file : files) {
            String path = file.path().substring("docs/".length());
            paths.add(path);
            Path expected = divided ? tree.resolve(path) : folder.resolve("expected.md");
            Files.createDirectories(expected.getParent());
            Fixtures.expect(expected, file.text().get());
        }
        if (divided) {
            assertEquals(paths, filesBelow(tree));
        } else {
            assertEquals(1, files.size());
        }
    }

    private static TreeSet<String> filesBelow(Path folder) throws IOException {
        TreeSet<String> paths = new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(
                            file -> paths.add(folder.relativize(file).toString().replace('\\', '/')));
        }
        return paths;
    }

    private static List<MigrationSource> migrations(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of(migration(1, "initial_schema", "", true));
        }
        List<MigrationSource> migrations = new ArrayList<>();
        for (String name : filesBelow(folder)) {
            migrations.add(migration(
                    Integer.parseInt(name.substring(0, 3)),
                    name.substring(4, name.length() - ".sql".length()),
                    Files.readString(folder.resolve(name)),
                    true));
        }
        return migrations;
    }

    private static MigrationSource migration(int number, String name, String sql, boolean sealed) {
        MigrationFile file = new MigrationFile(number, name, sql, Optional.empty());
        List<String> up =
                SqlSplitter.split(file.up()).stream().map(SqlSplitter.Part::sql).toList();
        return new MigrationSource(number, name, "v1:0", sealed, up, List.of());
    }
}
