package io.rowloom.model.roundtrip;

import static io.rowloom.model.roundtrip.Spelling.list;
import static io.rowloom.model.roundtrip.Spelling.mapping;
import static io.rowloom.model.roundtrip.Spelling.put;
import static io.rowloom.model.roundtrip.Spelling.putAll;
import static io.rowloom.model.roundtrip.Spelling.text;
import static io.rowloom.model.roundtrip.Spelling.texts;
import static io.rowloom.model.roundtrip.Spelling.word;

import io.rowloom.model.Database;
import io.rowloom.model.EnumType;
import io.rowloom.model.Index;
import io.rowloom.model.JsonShape;
import io.rowloom.model.Link;
import io.rowloom.model.LintExemption;
import io.rowloom.model.Model;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.Pragma;
import io.rowloom.model.PrimaryKey;
import io.rowloom.model.Table;
import io.rowloom.model.Trigger;
import io.rowloom.model.TypeName;
import io.rowloom.model.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** How files say a model: each time another of the ways in which it can be said. */
final class ModelSpelling {
    private final Model model;
    private final Random random;
    private final ValueSpelling values;

    ModelSpelling(Model model, Random random) {
        this.model = model;
        this.random = random;
        this.values = new ValueSpelling(random);
    }

    /** The files in the order of their paths, each with at least one key. */
    List<Map<String, Object>> files(int count) {
        Map<String, Optional<List<String>>> keys = new LinkedHashMap<>();
        model.tables()
                .forEach(table -> keys.put(table.name(), table.primaryKey().map(PrimaryKey::columns)));
        List<List<TypeName>> types = RandomModels.pieces(model.types(), count, random);
        List<List<Table>> tables = RandomModels.pieces(model.tables(), count, random);
        List<List<View>> views = RandomModels.pieces(model.views(), count, random);
        List<List<Trigger>> triggers = RandomModels.pieces(model.triggers(), count, random);
        List<List<NamedQuery>> queries = RandomModels.pieces(model.queries(), count, random);
        // What the database is exempt from comes first in the model, as does the file that says so.
        boolean exempt =
                model.exemptions().stream().anyMatch(known -> known.table().isEmpty());
        int database = exempt ? 0 : random.nextInt(count);
        List<Map<String, Object>> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> file = new LinkedHashMap<>();
            if (i == database) {
                file.put("rowloom", word("1"));
                file.put("database", database(model.database()));
            }
            putAll(file, "types", mapping(types.get(i), TypeName::name, this::type));
            putAll(
                    file,
                    "tables",
                    mapping(
                            tables.get(i),
                            Table::name,
                            table -> new TableSpelling(table, keys, random)
                                    .spelled(exemptions(Optional.of(table.name())))));
            putAll(file, "views", mapping(views.get(i), View::name, this::view));
            putAll(file, "triggers", mapping(triggers.get(i), Trigger::name, this::trigger));
            putAll(file, "queries", mapping(queries.get(i), NamedQuery::name, this::query));
            if (file.isEmpty() || random.nextInt(8) == 0) {
                file.put("rowloom", word("1"));
            }
            files.add(Spelling.shuffled(file, random));
        }
        return files;
    }

    private List<LintExemption> exemptions(Optional<String> table) {
        return model.exemptions().stream()
                .filter(known -> known.table().equals(table))
                .toList();
    }

    private Map<String, Object> database(Database database) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        yaml.put("name", text(database.name()));
        yaml.put("package", text(database.packageName()));
        put(yaml, "description", database.description());
        if (random.nextBoolean()) {
            yaml.put("dialects", texts(List.of("sqlite")));
        }
        putAll(yaml, "pragmas", mapping(database.pragmas(), this::pragmaName, this::pragma));
        putAll(yaml, "links", list(database.links(), ModelSpelling::link));
        putAll(yaml, "acknowledge", texts(database.acknowledged()));
        List<LintExemption> exemptions = exemptions(Optional.empty());
        putAll(yaml, "lint_off", mapping(exemptions, known -> known.rule().id(), known -> text(known.reason())));
        return Spelling.shuffled(yaml, random);
    }

    private String pragmaName(Pragma pragma) {
        return random.nextInt(4) == 0 ? pragma.name().toUpperCase(Locale.ROOT) : pragma.name();
    }

    private Object pragma(Pragma pragma) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        boolean hyphen = pragma.value().equals("UTF8") && random.nextBoolean();
        yaml.put("value", text(hyphen ? "UTF-8" : pragma.value()));
        put(yaml, "purpose", pragma.purpose());
        return yaml.size() == 1 && random.nextBoolean() ? yaml.get("value") : yaml;
    }

    private static Map<String, Object> link(Link link) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        yaml.put("title", text(link.title()));
        yaml.put("href", text(link.href()));
        put(yaml, "note", link.note());
        return yaml;
    }

    private Map<String, Object> type(TypeName name) {
        for (EnumType type : model.enums()) {
            if (type.owner().isEmpty() && type.name().equals(name.name())) {
                return Map.of("enum", values.words(type));
            }
        }
        JsonShape shape = model.shapes().stream()
                .filter(type -> type.owner().isEmpty() && type.name().equals(name.name()))
                .findFirst()
                .orElseThrow();
        return Map.of("json", values.properties(shape));
    }

    private Map<String, Object> view(View view) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        put(yaml, "section", view.section());
        put(yaml, "description", view.description());
        if (!view.recordName().equals(Names.derivedRecord(view.name())) || random.nextInt(5) == 0) {
            yaml.put("record", text(view.recordName()));
        }
        putJava(yaml, view.name(), view.javaName(), random);
        yaml.put("sql", text(view.sql().sql()));
        putAll(yaml, "result", results(view.results()));
        return Spelling.shuffled(yaml, random);
    }

    private Map<String, Object> results(List<NamedQuery.Result> results) {
        return mapping(results, NamedQuery.Result::name, result -> values.declared(result.type(), result.nullable()));
    }

    private Map<String, Object> trigger(Trigger trigger) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        yaml.put("table", text(anyCase(trigger.table())));
        put(yaml, "description", trigger.description());
        String event = trigger.timing().sql().toLowerCase(Locale.ROOT)
                + ' '
                + trigger.event().word()
                + (trigger.columns().isEmpty() ? "" : " of " + String.join(", ", trigger.columns()));
        yaml.put("event", text(trigger.columns().isEmpty() ? anyCase(event) : event));
        trigger.condition().ifPresent(condition -> yaml.put("when", text(condition.sql())));
        yaml.put("sql", text(trigger.body().sql()));
        return Spelling.shuffled(yaml, random);
    }

    private String anyCase(String name) {
        return random.nextInt(4) == 0 ? name.toUpperCase(Locale.ROOT) : name;
    }

    private Map<String, Object> query(NamedQuery query) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        query.table().ifPresent(table -> yaml.put("table", text(anyCase(table))));
        put(yaml, "description", query.description());
        yaml.put("sql", text(query.sql()));
        putAll(
                yaml,
                "params",
                mapping(
                        query.parameters(),
                        NamedQuery.Parameter::name,
                        parameter -> values.declared(parameter.type(), parameter.nullable())));
        putAll(yaml, "result", results(query.results()));
        putAll(yaml, "optional", list(query.optional(), parameter -> text(parameter.name())));
        putAll(
                yaml,
                "orders",
                mapping(
                        query.orders(),
                        NamedQuery.Order::name,
                        order -> text(order.sql().sql())));
        put(yaml, "returns", query.returns());
        return Spelling.shuffled(yaml, random);
    }

    /** Puts the Java name, unless it is the derived one. */
    static void putJava(Map<String, Object> yaml, String name, String javaName, Random random) {
        if (!javaName.equals(Names.derived(name)) || random.nextInt(8) == 0) {
            yaml.put("java", Map.of("name", text(javaName)));
        }
    }

    /** The name of a constraint or an index that has none of its own. */
    static String derived(String prefix, String table, List<String> columns) {
        return prefix + '_' + table + '_' + String.join("_", columns);
    }

    /** The columns of an index. */
    static List<String> columns(List<Index.Part> parts) {
        return parts.stream()
                .filter(Index.ColumnPart.class::isInstance)
                .map(part -> ((Index.ColumnPart) part).column())
                .toList();
    }
}
