package io.rowloom.model.roundtrip;

import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.Database;
import io.rowloom.model.Dialect;
import io.rowloom.model.EnumType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.JsonValue;
import io.rowloom.model.Link;
import io.rowloom.model.LintExemption;
import io.rowloom.model.LintRule;
import io.rowloom.model.Location;
import io.rowloom.model.Model;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.Pragma;
import io.rowloom.model.SqlText;
import io.rowloom.model.Table;
import io.rowloom.model.Trigger;
import io.rowloom.model.TypeName;
import io.rowloom.model.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Valid models with everything that a model can have. */
final class RandomModels {
    static final Location HERE = new Location("model.yaml", 1, 1);

    private static final List<Pragma> PRAGMAS = List.of(
            new Pragma("journal_mode", "WAL", Optional.empty(), HERE),
            new Pragma("foreign_keys", "ON", Optional.empty(), HERE),
            new Pragma("encoding", "UTF8", Optional.empty(), HERE),
            new Pragma("cache_size", "-64000", Optional.empty(), HERE));

    private final Random random;
    private final Names names;
    private final Texts texts;
    private final RandomTypes types;

    private RandomModels(Random random) {
        this.random = random;
        this.names = new Names(random);
        this.texts = new Texts(random);
        this.types = new RandomTypes(random, names);
    }

    /** A model; always the same for the same random numbers. */
    static Model of(Random random) {
        return new RandomModels(random).model();
    }

    private Model model() {
        List<RandomTable> drafts = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            drafts.add(new RandomTable(random, names, texts, types));
        }
        for (int i = random.nextInt(2 * drafts.size()); i > 0; i--) {
            drafts.get(random.nextInt(drafts.size())).pointTo(drafts.get(random.nextInt(drafts.size())));
        }
        List<Table> tables = drafts.stream().map(RandomTable::table).toList();
        List<View> views = several(this::view);
        List<String> declared = new ArrayList<>();
        types.enums().forEach(type -> declared.add(type.name()));
        types.shapes().forEach(type -> declared.add(type.name()));
        Collections.shuffle(declared, random);
        Set<EnumType> enums = new LinkedHashSet<>();
        Set<JsonShape> shapes = new LinkedHashSet<>();
        for (String name : declared) {
            types.enums().stream().filter(type -> type.name().equals(name)).forEach(enums::add);
            types.shapes().stream()
                    .filter(type -> type.name().equals(name))
                    .forEach(shape -> visit(new JsonValue.Shape(shape), enums, shapes));
        }
        for (Table table : tables) {
            for (Column column : table.columns()) {
                if (column.type() instanceof ColumnType.Enumeration words) {
                    enums.add(words.type());
                } else if (column.type() instanceof ColumnType.Json json) {
                    visit(json.value(), enums, shapes);
                }
            }
        }
        return new Model(
                database(),
                List.copyOf(enums),
                List.copyOf(shapes),
                tables,
                views,
                several(() -> trigger(tables, views)),
                several(() -> query(tables, views)),
                declared.stream().map(name -> new TypeName(name, HERE)).toList(),
                exemptions(tables));
    }

    /** Finds the enums and shapes of a value in the order in which a reader meets them. */
    private static void visit(JsonValue value, Set<EnumType> enums, Set<JsonShape> shapes) {
        if (value instanceof JsonValue.ListOf list) {
            visit(list.element(), enums, shapes);
        } else if (value instanceof JsonValue.Enumeration words) {
            enums.add(words.type());
        } else if (value instanceof JsonValue.Shape shape && shapes.add(shape.shape())) {
            shape.shape().properties().forEach(property -> visit(property.value(), enums, shapes));
        }
    }

    private <T> List<T> several(Supplier<T> one) {
        List<T> several = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            several.add(one.get());
        }
        return several;
    }

    private Database database() {
        String name = names.plain();
        List<Pragma> pragmas = new ArrayList<>();
        for (Pragma pragma : PRAGMAS) {
            if (random.nextBoolean()) {
                pragmas.add(new Pragma(pragma.name(), pragma.value(), texts.maybe(), HERE));
            }
        }
        Collections.shuffle(pragmas, random);
        return new Database(
                name,
                "com.example." + names.plain(),
                Names.capital(name) + "Database",
                texts.maybe(),
                List.of(Dialect.SQLITE),
                pragmas,
                several(() -> new Link(texts.text(), texts.text(), texts.maybe())),
                several(texts::text),
                HERE);
    }

    private List<LintExemption> exemptions(List<Table> tables) {
        List<LintExemption> exemptions = new ArrayList<>();
        for (int table = -1; table < tables.size(); table++) {
            Optional<String> name =
                    table < 0 ? Optional.empty() : Optional.of(tables.get(table).name());
            for (LintRule rule : LintRule.values()) {
                if (random.nextInt(12) == 0) {
                    exemptions.add(new LintExemption(rule, name, texts.text(), HERE));
                }
            }
        }
        return exemptions;
    }

    private View view() {
        List<String> called = names.table();
        return new View(
                called.get(0),
                called.get(1),
                called.get(2),
                texts.maybe(),
                texts.maybe(),
                new SqlText(texts.sql(), HERE),
                several(() -> new NamedQuery.Result(names.sql(), types.declared(), random.nextBoolean(), HERE)),
                HERE);
    }

    private Trigger trigger(List<Table> tables, List<View> views) {
        boolean ofView = !views.isEmpty() && random.nextInt(3) == 0;
        Table table = tables.get(random.nextInt(tables.size()));
        Trigger.Event event = Trigger.Event.values()[random.nextInt(3)];
        List<String> columns = ofView || event != Trigger.Event.UPDATE || random.nextBoolean()
                ? List.of()
                : table.columns().stream()
                        .map(Column::name)
                        .filter(name -> !name.contains(",") && name.equals(name.strip()))
                        .limit(1 + random.nextInt(3))
                        .toList();
        return new Trigger(
                names.sql(),
                ofView ? views.get(random.nextInt(views.size())).name() : table.name(),
                texts.maybe(),
                ofView
                        ? Trigger.Timing.INSTEAD_OF
                        : random.nextBoolean() ? Trigger.Timing.AFTER : Trigger.Timing.BEFORE,
                event,
                columns,
                random.nextBoolean() ? Optional.of(new SqlText(texts.sql(), HERE)) : Optional.empty(),
                new SqlText(texts.sql(), HERE),
                HERE);
    }

    private NamedQuery query(List<Table> tables, List<View> views) {
        List<String> targets = new ArrayList<>();
        tables.forEach(table -> targets.add(table.name()));
        views.forEach(view -> targets.add(view.name()));
        List<String> returns = List.of("many", "one", "optional", "stream", "page", "count");
        return new NamedQuery(
                names.plain(),
                random.nextBoolean() ? Optional.of(targets.get(random.nextInt(targets.size()))) : Optional.empty(),
                texts.maybe(),
                texts.sql(),
                several(() -> new NamedQuery.Parameter(names.plain(), types.declared(), random.nextBoolean(), HERE)),
                several(() -> new NamedQuery.Result(names.sql(), types.declared(), random.nextBoolean(), HERE)),
                several(() -> new NamedQuery.OptionalParameter(texts.text(), HERE)),
                several(() -> new NamedQuery.Order(names.plain(), new SqlText(texts.sql(), HERE), HERE)),
                random.nextBoolean() ? Optional.of(returns.get(random.nextInt(returns.size()))) : Optional.empty(),
                HERE,
                HERE);
    }

    /** Cuts a list into so many pieces, some of them perhaps empty. */
    static <T> List<List<T>> pieces(List<T> whole, int count, Random random) {
        List<Integer> ends =
                random.ints(count - 1L, 0, whole.size() + 1).sorted().boxed().collect(Collectors.toList());
        ends.add(whole.size());
        List<List<T>> pieces = new ArrayList<>();
        int start = 0;
        for (int end : ends) {
            pieces.add(whole.subList(start, end));
            start = end;
        }
        return pieces;
    }
}
