package io.rowloom.examples.checklists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.examples.checklists.Reference.Detail;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a checklist says stands in the generated document, in the database that is opened, and in the generated classes. */
class ChecklistTest {
    private static final Pattern ONE_OF = Pattern.compile("[Oo]ne of `[^;]*");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"COORDINATION,24,152,48", "BROKER,9,69,8", "AGENTS,3,46,3", "SPRITES,10,8,3", "SESSIONS,3,36,11"})
    void theChecklistLeavesNothingOut(Example example, int tables, int columns, int indexes) throws Exception {
        List<Reference.Table> listed = example.checklist().reference().tables();

        assertEquals(tables, listed.size());
        assertEquals(
                columns,
                listed.stream().mapToInt(table -> table.columns().size()).sum());
        assertEquals(
                indexes,
                listed.stream().mapToInt(table -> table.indexes().size()).sum());
    }

    @ParameterizedTest
    @EnumSource
    void theDocumentStatesEveryTableColumnTypeDefaultKeyAndIndex(Example example) throws Exception {
        Document document = example.document();
        for (Reference.Table expected : example.checklist().reference().tables()) {
            assertEquals(expected, document.table(expected.name()).limitedTo(expected));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseHasEveryTableColumnTypeDefaultKeyAndIndex(Example example) throws Exception {
        Path file = folder.resolve("example.db");
        example.makeDatabase(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            SqliteSchema schema = new SqliteSchema(connection);
            for (Reference.Table expected : example.checklist().reference().tables()) {
                assertTrue(schema.tables().contains(expected.name()), expected.name());
                assertEquals(expected, schema.table(expected.name()).limitedTo(expected));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDocumentStatesEverySettingWithAPurpose(Example example) throws Exception {
        for (Reference.Pragma pragma : example.checklist().reference().pragmas()) {
            String line = "\\| `" + pragma.name() + "` \\| `" + pragma.value() + "` \\| .+ \\|";
            assertTrue(example.document().hasLine(line), pragma.name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDocumentIsDividedAsTheChecklistIs(Example example) throws Exception {
        List<String> sections = example.checklist().reference().sections();

        assertEquals(
                sections,
                example.document().sections().stream()
                        .filter(sections::contains)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void theDocumentStatesWordsShapesSamplesAndPurposes(Example example) throws Exception {
        Document document = example.document();
        for (Detail detail : example.checklist().reference().details()) {
            assertTrue(states(document, detail), detail::toString);
        }
    }

    private static boolean states(Document document, Detail detail) {
        List<String> codes = Document.codes(detail.text());
        return switch (detail.kind()) {
            case "values" -> statesWords(document, detail.table(), codes.get(0), codes.subList(1, codes.size()));
            case "holds" ->
                detail.text()
                        .equals("`" + codes.get(0) + "`: "
                                + holds(document.columns(detail.table()).get(codes.get(0))));
            case "shape" -> statesShape(document, codes.get(0), detail.text());
            case "sample" ->
                document.below(detail.table()).stream()
                        .anyMatch(line ->
                                line.replaceFirst(",$", "").equals("  \"" + codes.get(0) + "\": " + codes.get(1)));
            case "purpose" -> !document.below(detail.table()).get(1).isBlank();
            default -> throw new AssertionError("an unknown kind of fact: " + detail);
        };
    }

    /** The words of an enum stand at the column, or at the type that the column holds. */
    private static boolean statesWords(Document document, String table, String column, List<String> words) {
        Map<String, String> cells = document.columns(table).get(column);
        List<String> stated = ONE_OF.matcher(cells.get("Description"))
                .results()
                .map(found -> Document.codes(found.group()))
                .findFirst()
                .orElseGet(() -> document.below(holds(cells)).stream()
                        .filter(line -> line.startsWith("- `"))
                        .map(line -> Document.codes(line).get(0))
                        .toList());
        return stated.equals(words);
    }

    /** What a value is stands below the declared type. */
    private static String holds(Map<String, String> cells) {
        return cells.get("Type").replaceFirst(".*?<br>", "");
    }

    private static boolean statesShape(Document document, String type, String text) {
        List<String> properties = document.below(type).stream()
                .filter(line -> line.startsWith("- `"))
                .map(line -> line.substring(2).replace("`: ", "` "))
                .toList();
        return text.equals("`" + type + "`: " + String.join("; ", properties));
    }
}
