package io.rowloom.generator.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.rowloom.generator.dao.Children;
import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.generator.dao.Daos;
import io.rowloom.generator.dao.Lookup;
import io.rowloom.generator.dao.TableDao;
import io.rowloom.generator.dao.Upsert;
import io.rowloom.model.EnumType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.Model;
import io.rowloom.model.ModelReader;
import io.rowloom.model.Table;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptorTextTest {
    private static final String MODEL = """
            rowloom: 1
            database: {name: shop, package: com.example}
            types:
              Colour: {enum: [red, green]}
              Address: {json: {street: text, tags: "text[]", at: {lat: real, lon: real?}}}
            tables:
              items:
                description: A thing.
                record: {implements: [java.io.Serializable], annotations: [com.example.Audited]}
                columns:
                  id: {type: uuid, primary_key: true}
                  colour: {type: Colour, default: red}
                  state: {enum: [new, old], default: new, description: How it is.}
                  address: Address?
                  own: {json: {name: text, kind: text}}
                  price: {type: "decimal(8,2)", default: 1.50}
                  count: {type: integer, default: 3}
                  code: {type: text, default: none}
                  active: {type: boolean, default: true}
                  made: {type: timestamp, format: epoch_millis, default: now}
                  size: {type: integer, default: {expression: 1 + 1}}
                  version: {type: integer, version: true}
                  updated_at: {type: timestamp, default: now, auto_update: true}
                  parent_id: {type: uuid, nullable: true, references: items}
                  twice: {type: integer, generated: {expression: count * 2}}
                unique: [[code, state]]
                indexes: [[parent_id], [made, code], {columns: [{column: size, order: desc}], where: size IS NOT NULL}]
            """;

    @TempDir
    private Path folder;

    @Test
    void saysEveryComponentOfEveryDescriptor() throws Exception {
        Model model = read(MODEL);
        Scope scope = Scope.of(model);
        Map<String, NestedTypes> nested = NestedTypes.of(model);
        Table table = model.tables().get(0);

        TableDescriptor descriptor =
                TableDescriptor.of(table, Daos.of(model).of(table), scope, nested.get(table.recordName()), List.of());
        assertEquals(components(descriptor), DescriptorText.of(descriptor));
        DatabaseDescriptor database = DatabaseDescriptor.of(model, scope, false);
        assertEquals(components(database), DescriptorText.of(database));
        EnumType colour = model.enums().get(0);
        assertEquals(written(scope) + written(colour), DescriptorText.of(scope, colour));
        JsonShape address = model.shapes().get(0);
        assertEquals(
                written(scope) + written(address) + written(NestedTypes.NONE),
                DescriptorText.of(scope, address, NestedTypes.NONE));
    }

    @Test
    void isAnotherTextForAnotherColumnAndTheSameForTheSameModelElsewhere() throws Exception {
        assertEquals(text(MODEL), text("# A comment moves every line.\n" + MODEL));
        assertNotEquals(text(MODEL), text(MODEL.replace("default: 3", "default: 4")));
        assertNotEquals(text(MODEL), text(MODEL.replace("default: none", "default: '(4:none)'")));
    }

    private String text(String yaml) throws Exception {
        Model model = read(yaml);
        Table table = model.tables().get(0);
        return DescriptorText.of(TableDescriptor.of(
                table,
                Daos.of(model).of(table),
                Scope.of(model),
                NestedTypes.of(model).get(table.recordName()),
                List.of()));
    }

    private Model read(String yaml) throws Exception {
        Path file = folder.resolve("model.yaml");
        Files.writeString(file, yaml);
        return ModelReader.read(file, folder);
    }

    /** What is expected, for any record: each component in its order. */
    private static String components(Record value) throws ReflectiveOperationException {
        StringBuilder text = new StringBuilder();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            if (value instanceof TableDao && component.getName().equals("methods")) {
                continue; // They follow from the other components.
            }
            component.getAccessor().setAccessible(true);
            text.append(written(component.getAccessor().invoke(value)));
        }
        return text.toString();
    }

    private static String written(Object value) throws ReflectiveOperationException {
        if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        if (value instanceof Optional<?> optional) {
            return '(' + (optional.isPresent() ? written(optional.get()) : "") + ')';
        }
        if (value instanceof List<?> list) {
            StringBuilder text = new StringBuilder();
            for (Object item : list) {
                text.append(written(item));
            }
            return "(" + text + ')';
        }
        if (value instanceof io.rowloom.model.Literal.EnumMember member) {
            String type = written(member.type());
            String inner = components(member.member());
            return '(' + counted("EnumMember") + type + inner + ')';
        }
        if (value instanceof io.rowloom.model.Literal literal && !isPlain(literal)) {
            return '(' + counted(literal.getClass().getSimpleName()) + counted(literal.toString()) + ')';
        }
        if (value instanceof Lookup lookup) {
            // Its columns stand beside it, among those of the table, and are named here.
            List<String> names =
                    lookup.columns().stream().map(ColumnDescriptor::name).toList();
            return '('
                    + written(names)
                    + written(lookup.kind())
                    + written(lookup.index())
                    + written(lookup.unique())
                    + written(lookup.single())
                    + written(lookup.present())
                    + written(lookup.orders())
                    + ')';
        }
        if (value instanceof Upsert upsert) {
            return '(' + names(upsert.columns()) + written(upsert.primary()) + names(upsert.kept()) + ')';
        }
        if (value instanceof Children children) {
            List<String> keys =
                    children.keys().stream().map(ColumnDescriptor::name).toList();
            return '('
                    + counted("Children")
                    + written(children.name())
                    + written(children.record())
                    + written(children.own())
                    + written(children.component())
                    + written(children.table())
                    + written(children.row())
                    + written(children.on())
                    + written(keys)
                    + written(children.order())
                    + written(children.access())
                    + ')';
        }
        if (value instanceof Record item) {
            boolean variant = item.getClass().getInterfaces().length > 0;
            String kind = variant ? counted(item.getClass().getSimpleName()) : "";
            return '(' + kind + components(item) + ')';
        }
        return counted(value instanceof Enum<?> constant ? constant.name() : value.toString());
    }

    private static String names(List<ColumnDescriptor> columns) throws ReflectiveOperationException {
        return written(columns.stream().map(ColumnDescriptor::name).toList());
    }

    private static boolean isPlain(io.rowloom.model.Literal literal) {
        return List.of("Text", "Whole", "Decimal", "Bool")
                .contains(literal.getClass().getSimpleName());
    }

    private static String counted(String text) {
        return text.length() + ":" + text;
    }
}
