package io.rowloom.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.rowloom.model.ModelReader;
import io.rowloom.model.problem.InvalidModelException;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.schema.ModelSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schema and the reader come from one definition; these tests show that they say the same. */
class ModelSchemaTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ModelSchema.json());

    @TestFactory
    Stream<DynamicTest> everyAcceptedModelIsValid() throws IOException {
        return folders("accept")
                .map(folder -> dynamicTest(folder.getFileName().toString(), () -> {
                    for (JsonNode file : files(folder)) {
                        assertEquals(List.of(), SCHEMA.validate(file));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyModelThatBreaksAStructuralRuleIsRefused() throws IOException {
        return folders("reject")
                .filter(ModelSchemaTest::isStructural)
                .map(folder -> dynamicTest(folder.getFileName().toString(), () -> {
                    List<Error> errors = new ArrayList<>();
                    for (JsonNode file : files(folder)) {
                        errors.addAll(SCHEMA.validate(file));
                    }
                    assertFalse(errors.isEmpty());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyModelOfTheGeneratorAndTheExamplesIsValid() throws IOException {
        List<Path> models = new ArrayList<>();
        for (Path root : List.of(Path.of("../examples"), Path.of("../generator-core/src/test/fixtures"))) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".yaml") && isWhole(file))
                        .forEach(models::add);
            }
        }
        assertFalse(models.isEmpty());
        return models.stream()
                .map(model -> dynamicTest(model.toString(), () -> {
                    for (JsonNode file : files(model)) {
                        assertEquals(List.of(), SCHEMA.validate(file));
                    }
                }));
    }

    /** Whether it is a model and not a part of one, nor a copy in a folder that was built. */
    private static boolean isWhole(Path file) {
        try {
            return !file.toString().contains("target") && Files.readString(file).contains("rowloom: 1");
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void everyKeyOfTheSchemaIsDescribed() {
        for (JsonNode definition : SCHEMA.getSchemaNode().get("$defs")) {
            if (definition.has("properties")) {
                for (JsonNode property : definition.get("properties")) {
                    assertFalse(property.path("description").asString("").isBlank(), () -> property.toString());
                }
            }
        }
    }

    @Test
    void theTextIsTheSameEachTime() {
        assertEquals(ModelSchema.json(), ModelSchema.json());
    }

    private static boolean isStructural(Path folder) {
        InvalidModelException invalid =
                assertThrows(InvalidModelException.class, () -> ModelReader.read(folder, folder));
        return invalid.problems().stream().map(problem -> problem.code()).anyMatch(ProblemCode::isStructural);
    }

    private static Stream<Path> folders(String kind) throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/fixtures", kind))) {
            return folders.sorted().toList().stream();
        }
    }

    private static List<JsonNode> files(Path folder) throws IOException {
        List<JsonNode> files = new ArrayList<>();
        for (Path path : ModelReader.files(folder)) {
            Problems ignored = new Problems();
            // What is no mapping at its top is not composed; to the schema, it is like a list.
            files.add(SourceText.decode(path.toString(), Files.readAllBytes(path), ignored)
                    .flatMap(text -> YamlComposer.compose(path.toString(), text, ignored))
                    .map(ModelSchemaTest::json)
                    .orElseGet(JSON::arrayNode));
        }
        return files;
    }

    /** What an editor sees, by the core schema of YAML 1.2. */
    private static JsonNode json(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.entries().forEach(entry -> object.set(entry.name(), json(entry.value())));
            return object;
        } else if (node instanceof YamlList list) {
            ArrayNode array = JSON.arrayNode();
            list.items().forEach(item -> array.add(json(item)));
            return array;
        }
        YamlScalar scalar = (YamlScalar) node;
        if (scalar.isNull()) {
            return JSON.nullNode();
        } else if (scalar.isPlain() && scalar.text().matches("true|True|TRUE|false|False|FALSE")) {
            return JSON.booleanNode(scalar.text().equalsIgnoreCase("true"));
        } else if (scalar.isPlain() && scalar.text().matches("[-+]?[0-9]{1,18}")) {
            return JSON.numberNode(Long.parseLong(scalar.text()));
        } else if (scalar.isPlain() && scalar.text().matches("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?")) {
            return JSON.numberNode(Double.parseDouble(scalar.text()));
        }
        return JSON.stringNode(scalar.text());
    }
}
