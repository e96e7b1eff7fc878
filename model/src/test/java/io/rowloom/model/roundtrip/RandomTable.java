package io.rowloom.model.roundtrip;

import static io.rowloom.model.roundtrip.RandomModels.HERE;

import io.rowloom.model.CheckConstraint;
import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.DefaultValue;
import io.rowloom.model.EnumType;
import io.rowloom.model.ForeignKey;
import io.rowloom.model.FullText;
import io.rowloom.model.GeneratedValue;
import io.rowloom.model.Index;
import io.rowloom.model.Literal;
import io.rowloom.model.OwnTypes;
import io.rowloom.model.PrimaryKey;
import io.rowloom.model.ReferentialAction;
import io.rowloom.model.Sample;
import io.rowloom.model.Table;
import io.rowloom.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A table in the making: first what stands for itself, so that all tables can then point to each other. */
final class RandomTable {
    private static final Set<String> STRICT_TYPES = Set.of("ANY", "INTEGER", "TEXT");

    private final Random random;
    private final Names names;
    private final Texts texts;
    private final RandomTypes types;
    private final RandomLiterals literals;
    private final List<String> called;
    private final List<Column> columns = new ArrayList<>();
    private final List<UniqueConstraint> uniques = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<CheckConstraint> checks = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private Optional<PrimaryKey> primaryKey = Optional.empty();

    RandomTable(Random random, Names names, Texts texts, RandomTypes types) {
        this.random = random;
        this.names = names;
        this.texts = texts;
        this.types = types;
        this.literals = new RandomLiterals(random, texts);
        this.called = names.table();
        int keys = random.nextInt(4);
        boolean auto = keys == 1 && random.nextBoolean();
        for (int i = 0; i < keys; i++) {
            columns.add(key(auto));
        }
        if (keys > 0) {
            List<String> key =
                    new ArrayList<>(columns.stream().map(Column::name).toList());
            Collections.shuffle(key, random);
            primaryKey = Optional.of(new PrimaryKey(key, auto, HERE));
        }
        boolean versioned = false;
        for (int i = random.nextInt(6); i >= 0; i--) {
            Column column = column(!versioned);
            versioned |= column.version();
            columns.add(column);
        }
        Collections.shuffle(columns, random);
        if (columns.stream().allMatch(column -> column.generated().isPresent())) {
            columns.add(key(false));
        }
        uniques();
        indexes();
        checks();
    }

    String name() {
        return called.get(0);
    }

    private String record() {
        return called.get(2);
    }

    private Column key(boolean auto) {
        Names.Name name = names.column();
        ColumnType type = auto ? random.nextBoolean() ? Scalar.INTEGER : Scalar.BIGINT : types.key();
        return new Column(
                name.sql(),
                name.java(),
                type,
                false,
                Optional.empty(),
                Optional.empty(),
                auto,
                false,
                false,
                Optional.empty(),
                auto && random.nextInt(4) == 0 ? Optional.of("INTEGER") : Optional.empty(),
                texts.maybe(),
                Optional.empty(),
                Optional.empty(),
                HERE);
    }

    private Column column(boolean mayBeVersion) {
        Names.Name name = names.column();
        ColumnType type = types.column(name.java(), record());
        boolean generated = random.nextInt(8) == 0;
        boolean whole = type == Scalar.INTEGER || type == Scalar.BIGINT;
        boolean version = mayBeVersion && whole && !generated && random.nextInt(3) == 0;
        boolean time = isTime(type);
        Optional<DefaultValue> given = generated ? Optional.empty() : defaultValue(type);
        boolean text = type == Scalar.TEXT || type instanceof ColumnType.Enumeration;
        return new Column(
                name.sql(),
                name.java(),
                type,
                !version && random.nextBoolean(),
                version && given.isEmpty() ? Optional.of(new DefaultValue.Constant(new Literal.Whole(0))) : given,
                generated ? Optional.of(new GeneratedValue(texts.sql(), random.nextBoolean())) : Optional.empty(),
                false,
                time && !generated && random.nextBoolean(),
                version,
                text && random.nextInt(3) == 0
                        ? Optional.of(random.nextBoolean() ? "nocase" : "own 'c'")
                        : Optional.empty(),
                random.nextInt(5) == 0 ? Optional.of(sqlType()) : Optional.empty(),
                texts.maybe(),
                random.nextInt(8) == 0 ? Optional.of(names.sql()) : Optional.empty(),
                !generated && random.nextInt(8) == 0 ? Optional.of(texts.sql()) : Optional.empty(),
                HERE);
    }

    private String sqlType() {
        return List.of("ANY", "INTEGER", "TEXT", "VARCHAR(20)", "DECIMAL(10, 2)", "unsigned big int")
                .get(random.nextInt(6));
    }

    private static boolean isTime(ColumnType type) {
        return type instanceof ColumnType.Timestamp
                || type == Scalar.DATETIME
                || type == Scalar.DATE
                || type == Scalar.TIME;
    }

    private Optional<DefaultValue> defaultValue(ColumnType type) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> Optional.of(new DefaultValue.Constant(literals.of(type)));
            case 2 -> Optional.of(new DefaultValue.Expression(texts.sql()));
            case 3 -> isTime(type) ? Optional.of(new DefaultValue.Now()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Each with the name that is derived or one of its own; those of single columns first, as columns can say them. */
    private void uniques() {
        for (Column column : columns) {
            if (random.nextInt(6) == 0
                    && primaryKey.stream().noneMatch(key -> key.columns().contains(column.name()))) {
                uniques.add(new UniqueConstraint(name("uq", List.of(column.name())), List.of(column.name()), HERE));
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            List<String> some = some();
            uniques.add(new UniqueConstraint(name("uq", some), some, HERE));
        }
    }

    private String name(String prefix, List<String> over) {
        String derived = ModelSpelling.derived(prefix, name(), over);
        return taken.add(derived) && random.nextInt(3) != 0 ? derived : names.sql();
    }

    private List<String> some() {
        List<String> some = new ArrayList<>(columns.stream().map(Column::name).toList());
        Collections.shuffle(some, random);
        return some.subList(0, 1 + random.nextInt(Math.min(3, some.size())));
    }

    private void indexes() {
        for (int i = random.nextInt(3); i > 0; i--) {
            List<Index.Part> parts = new ArrayList<>();
            for (String column : some()) {
                parts.add(new Index.ColumnPart(column, order(), collation()));
            }
            String name = name("idx", ModelSpelling.columns(parts));
            if (random.nextInt(3) == 0) {
                parts.add(new Index.ExpressionPart(texts.sql(), order(), collation()));
                name = names.sql();
            }
            Optional<String> where = random.nextInt(3) == 0 ? Optional.of(texts.sql()) : Optional.empty();
            indexes.add(new Index(name, random.nextBoolean(), parts, where, HERE));
        }
    }

    private Index.Order order() {
        return random.nextInt(3) == 0 ? Index.Order.DESCENDING : Index.Order.ASCENDING;
    }

    private Optional<String> collation() {
        return random.nextInt(4) == 0 ? Optional.of("rtrim") : Optional.empty();
    }

    private void checks() {
        for (Column column : columns) {
            boolean words = column.type() instanceof ColumnType.Enumeration;
            boolean unchecked = column.type() instanceof ColumnType.Enumeration type && !type.check();
            if (!unchecked && random.nextInt(6) == 0) {
                String name = ModelSpelling.derived("ck", name(), List.of(column.name())) + (words ? "_2" : "");
                checks.add(new CheckConstraint(name, Optional.of(column.name()), texts.sql(), HERE));
            }
        }
        for (int i = random.nextInt(3); i > 1; i--) {
            checks.add(new CheckConstraint(names.sql(), Optional.empty(), texts.sql(), HERE));
        }
    }

    /** Adds a foreign key, with columns of its own, to a table that may be this one. */
    void pointTo(RandomTable target) {
        List<List<String>> keys = new ArrayList<>();
        target.primaryKey.ifPresent(key -> keys.add(key.columns()));
        target.uniques.forEach(unique -> keys.add(unique.columns()));
        target.indexes.stream()
                .filter(index -> index.unique() && index.where().isEmpty())
                .filter(index -> index.parts().stream()
                        .allMatch(part -> part instanceof Index.ColumnPart
                                && part.collation().isEmpty()))
                .forEach(index -> keys.add(ModelSpelling.columns(index.parts())));
        keys.removeIf(key -> key.stream().anyMatch(name -> !canBePointedTo(target.column(name))));
        if (keys.isEmpty()) {
            return;
        }
        List<String> key = new ArrayList<>(keys.get(random.nextInt(keys.size())));
        if (random.nextInt(4) == 0) {
            Collections.shuffle(key, random);
        }
        List<Column> own = new ArrayList<>();
        for (String name : key) {
            own.add(pointer(target.column(name).type()));
        }
        columns.addAll(own);
        List<String> ownNames = own.stream().map(Column::name).toList();
        boolean deferrable = random.nextInt(3) == 0;
        foreignKeys.add(new ForeignKey(
                name("fk", ownNames),
                ownNames,
                target.name(),
                key,
                action(own, deferrable),
                action(own, deferrable),
                deferrable,
                HERE));
    }

    private static boolean canBePointedTo(Column column) {
        return !(column.type() instanceof ColumnType.Json);
    }

    private Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A column of the type; an enum that is nested in another record is written again with the same words. */
    private Column pointer(ColumnType target) {
        Names.Name name = names.column();
        ColumnType type = target instanceof ColumnType.Enumeration words
                        && words.type().owner().isPresent()
                ? new ColumnType.Enumeration(
                        new EnumType(
                                Names.capital(name.java()),
                                Optional.of(record()),
                                words.type().members()),
                        words.check())
                : target;
        return new Column(
                name.sql(),
                name.java(),
                type,
                random.nextBoolean(),
                defaultValue(type),
                Optional.empty(),
                false,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                texts.maybe(),
                Optional.empty(),
                Optional.empty(),
                HERE);
    }

    private ReferentialAction action(List<Column> own, boolean deferrable) {
        ReferentialAction action = ReferentialAction.values()[random.nextInt(ReferentialAction.values().length)];
        boolean possible = switch (action) {
            case SET_NULL -> own.stream().allMatch(Column::nullable);
            case SET_DEFAULT ->
                own.stream()
                        .allMatch(column ->
                                column.nullable() || column.defaultValue().isPresent());
            case RESTRICT -> !deferrable;
            case CASCADE, NO_ACTION -> true;
        };
        return possible ? action : ReferentialAction.NO_ACTION;
    }

    Table table() {
        boolean adopted = columns.stream()
                .anyMatch(column -> column.sqlType().isPresent()
                        && !STRICT_TYPES.contains(column.sqlType().get()));
        boolean withoutRowid = primaryKey.isPresent() && !primaryKey.get().autoIncrement() && random.nextInt(4) == 0;
        return new Table(
                name(),
                called.get(1),
                record(),
                ownTypes(),
                texts.maybe(),
                texts.maybe(),
                columns,
                primaryKey,
                foreignKeys,
                uniques,
                indexes,
                checks,
                samples(),
                withoutRowid ? Optional.empty() : fullText(),
                withoutRowid,
                !adopted && random.nextInt(4) != 0,
                random.nextInt(4) == 0,
                random.nextInt(6) == 0 ? Optional.of(names.sql()) : Optional.empty(),
                HERE);
    }

    private Optional<OwnTypes> ownTypes() {
        return switch (random.nextInt(8)) {
            case 0 -> Optional.of(new OwnTypes(List.of("com.example.HasId", "java.io.Serializable"), List.of()));
            case 1 -> Optional.of(new OwnTypes(List.of(), List.of("com.example.Audited")));
            case 2 -> Optional.of(new OwnTypes(List.of("com.example.HasId"), List.of("com.example.Audited")));
            default -> Optional.empty();
        };
    }

    private Optional<FullText> fullText() {
        boolean numbered = primaryKey.isPresent()
                && primaryKey.get().columns().size() == 1
                && (column(primaryKey.get().columns().get(0)).type() == Scalar.BIGINT
                        || column(primaryKey.get().columns().get(0)).type() == Scalar.INTEGER);
        List<String> found = columns.stream()
                .filter(column -> column.type() == Scalar.TEXT
                        || column.type() == Scalar.JSON
                        || column.type() instanceof ColumnType.Json
                        || column.type() instanceof ColumnType.Enumeration)
                .map(Column::name)
                .toList();
        if (!numbered || found.isEmpty() || random.nextBoolean()) {
            return Optional.empty();
        }
        String name = random.nextBoolean() ? name() + "_fts" : names.sql();
        Optional<String> tokenizer = random.nextBoolean() ? Optional.of("porter unicode61") : Optional.empty();
        return Optional.of(new FullText(name, found, tokenizer, HERE));
    }

    private List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        Set<List<Literal>> keys = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            List<Sample.Value> values = new ArrayList<>();
            List<Literal> key = new ArrayList<>();
            for (Column column : columns) {
                boolean part =
                        primaryKey.isPresent() && primaryKey.get().columns().contains(column.name());
                boolean required =
                        part || !column.nullable() && column.defaultValue().isEmpty();
                if (column.generated().isEmpty() && (required || random.nextInt(3) != 0)) {
                    boolean none = column.nullable() && random.nextInt(3) == 0;
                    Literal value = none ? new Literal.Null() : literals.of(column.type());
                    values.add(new Sample.Value(column.name(), value));
                    if (part) {
                        key.add(value);
                    }
                }
            }
            Collections.shuffle(values, random);
            if (!values.isEmpty() && (key.isEmpty() || keys.add(key))) {
                samples.add(new Sample(values, HERE));
            }
        }
        return samples;
    }
}
