package io.rowloom.generator.testing;

import static io.rowloom.generator.testing.TestModels.HERE;

import io.rowloom.model.CheckConstraint;
import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.Database;
import io.rowloom.model.DefaultValue;
import io.rowloom.model.Dialect;
import io.rowloom.model.EnumType;
import io.rowloom.model.ForeignKey;
import io.rowloom.model.GeneratedValue;
import io.rowloom.model.Index;
import io.rowloom.model.Link;
import io.rowloom.model.Literal;
import io.rowloom.model.Model;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.Pragma;
import io.rowloom.model.PrimaryKey;
import io.rowloom.model.ReferentialAction;
import io.rowloom.model.Sample;
import io.rowloom.model.Table;
import io.rowloom.model.TimestampFormat;
import io.rowloom.model.UniqueConstraint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Valid models full of names and texts that would like to be something else. */
public final class RandomModel {
    private static final List<String> HOSTILE = List.of(
            "plain",
            "select",
            "two words",
            "a\"b",
            "a'b",
            "`tick`",
            "[bracket]",
            "); DROP TABLE x; --",
            "/* comment",
            "*/ end",
            "-- dashes",
            "\n.shell echo broken",
            "line\r\nline\rline",
            "| pipe | pipe |",
            "<script>alert(1)</script>",
            "</details>",
            "```\nfence\n````",
            "[link](javascript:alert(1))",
            "![image](http://example.com/x.png)",
            "**bold** _it_ ~~no~~ # heading",
            "# heading\n\n---\n\n1. one",
            "{{mustache}} {{{raw}}} {{>partial}}",
            "&amp; &lt; \\| \\\\",
            "emoji \uD83E\uDD16 \u00e4\u00f6\u00fc \u6f22\u5b57",
            "\u202eright to left",
            "nul \u0000 bell \u0007 line \u2028 end",
            "one",
            "pk",
            "1st",
            "%",
            "$x");

    private final Random random;
    private int counter;

    private RandomModel(Random random) {
        this.random = random;
    }

    /** The model of a seed, always the same. */
    public static Model of(long seed) {
        return new RandomModel(new Random(seed)).model();
    }

    private Model model() {
        List<EnumType> enums = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Table table = table(tables);
            tables.add(table);
            for (Column column : table.columns()) {
                if (column.type() instanceof ColumnType.Enumeration enumeration) {
                    enums.add(enumeration.type());
                }
            }
        }
        return new Model(database(), enums, List.of(), tables, List.of(), List.of(), queries(tables));
    }

    private Database database() {
        return new Database(
                text(),
                "com.example",
                "TestDatabase",
                maybe(text()),
                List.of(Dialect.SQLITE),
                List.of(new Pragma("cache_size", "-64000", maybe(text()), HERE)),
                List.of(new Link(text(), text(), maybe(text()))),
                List.of(text()),
                HERE);
    }

    private List<NamedQuery> queries(List<Table> tables) {
        return List.of(new NamedQuery(
                "query",
                maybe(tables.get(0).name()),
                maybe(text()),
                "SELECT 1 -- " + text(),
                List.of(new NamedQuery.Parameter("id", Scalar.BIGINT, true, HERE)),
                List.of(),
                maybe("many"),
                HERE,
                HERE));
    }

    private Table table(List<Table> before) {
        String name = name();
        List<Column> columns = new ArrayList<>();
        boolean auto = random.nextInt(3) == 0;
        columns.add(key(auto));
        boolean composite = !auto && random.nextBoolean();
        if (composite) {
            columns.add(column(name(), Scalar.TEXT, false, Optional.empty(), Optional.empty()));
        }
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            columns.add(column());
        }
        columns.add(column(
                name(),
                Scalar.TEXT,
                true,
                Optional.empty(),
                Optional.of(new GeneratedValue("1 || " + quoted(columns.get(0)), random.nextBoolean()))));
        List<ForeignKey> foreignKeys = new ArrayList<>();
        if (!before.isEmpty() && random.nextBoolean()) {
            foreignKeys.add(reference(columns, before.get(random.nextInt(before.size()))));
        }
        List<String> keyColumns = composite
                ? List.of(columns.get(1).name(), columns.get(0).name())
                : List.of(columns.get(0).name());
        return new Table(
                name,
                "table" + counter,
                "Row" + counter,
                Optional.empty(),
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of("Section " + random.nextInt(3)),
                maybe(text()),
                columns,
                Optional.of(new PrimaryKey(keyColumns, auto, HERE)),
                foreignKeys,
                random.nextBoolean() ? List.of(unique(columns)) : List.of(),
                indexes(columns),
                checks(columns),
                List.of(sample(columns)),
                Optional.empty(),
                !auto && random.nextInt(4) == 0,
                random.nextInt(4) != 0,
                false,
                Optional.empty(),
                HERE);
    }

    private Column key(boolean auto) {
        return new Column(
                name(),
                "id",
                auto ? Scalar.BIGINT : Scalar.TEXT,
                false,
                Optional.empty(),
                Optional.empty(),
                auto,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                maybe(text()),
                Optional.empty(),
                Optional.empty(),
                HERE);
    }

    private Column column() {
        return switch (random.nextInt(12)) {
            case 0 -> plain(Scalar.TEXT, new Literal.Text(text()));
            case 1 ->
                plain(Scalar.BIGINT, new Literal.Whole(random.nextBoolean() ? Long.MIN_VALUE : random.nextLong()));
            case 2 ->
                plain(Scalar.REAL, new Literal.Real(random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30)));
            case 3 -> plain(Scalar.BOOLEAN, new Literal.Bool(random.nextBoolean()));
            case 4 -> plain(new ColumnType.Decimal(10, 2), new Literal.Decimal(new BigDecimal("-12.50")));
            case 5 -> timestamp();
            case 6 -> plain(Scalar.DATE, new Literal.Date(LocalDate.of(987, 6, 5)));
            case 7 -> plain(Scalar.DATETIME, new Literal.DateTime(LocalDateTime.of(2026, 1, 26, 12, 0)));
            case 8 -> plain(Scalar.TIME, new Literal.Time(LocalTime.of(1, 2, 3, 4_000_000)));
            case 9 -> plain(Scalar.UUID, new Literal.Uuid(new UUID(random.nextLong(), random.nextLong())));
            case 10 -> plain(Scalar.BLOB, new Literal.Blob("00ff"));
            default -> enumeration();
        };
    }

    private Column timestamp() {
        TimestampFormat[] formats = TimestampFormat.values();
        ColumnType type = new ColumnType.Timestamp(formats[random.nextInt(formats.length)]);
        return random.nextBoolean()
                ? column(name(), type, false, Optional.of(new DefaultValue.Now()), Optional.empty())
                : plain(type, new Literal.Timestamp(Instant.ofEpochMilli(1_769_428_800_123L)));
    }

    private Column enumeration() {
        List<EnumType.Member> members = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            members.add(new EnumType.Member(name(), "MEMBER_" + i));
        }
        EnumType type = new EnumType("State" + ++counter, Optional.empty(), members);
        return plain(
                new ColumnType.Enumeration(type, random.nextInt(4) != 0), new Literal.EnumMember(type, members.get(0)));
    }

    private Column plain(ColumnType type, Literal value) {
        Optional<DefaultValue> constant =
                random.nextBoolean() ? Optional.of(new DefaultValue.Constant(value)) : Optional.empty();
        return column(name(), type, random.nextBoolean(), constant, Optional.empty());
    }

    private Column column(
            String name,
            ColumnType type,
            boolean nullable,
            Optional<DefaultValue> defaultValue,
            Optional<GeneratedValue> generated) {
        return TestModels.with(
                TestModels.column(name, type, nullable, defaultValue, generated),
                type == Scalar.TEXT && random.nextInt(3) == 0 ? Optional.of("NOCASE") : Optional.empty(),
                maybe(text()));
    }

    private ForeignKey reference(List<Column> columns, Table target) {
        List<String> own = new ArrayList<>();
        List<String> theirs = new ArrayList<>();
        for (String key : target.primaryKey().orElseThrow().columns()) {
            Column column =
                    column(name(), target.column(key).orElseThrow().type(), true, Optional.empty(), Optional.empty());
            columns.add(column);
            own.add(column.name());
            theirs.add(key);
        }
        ReferentialAction[] actions = ReferentialAction.values();
        return new ForeignKey(
                name(),
                own,
                target.name(),
                theirs,
                actions[random.nextInt(actions.length)],
                actions[random.nextInt(actions.length)],
                random.nextBoolean(),
                HERE);
    }

    private UniqueConstraint unique(List<Column> columns) {
        return new UniqueConstraint(
                name(),
                columns.subList(columns.size() - 1 - random.nextInt(2), columns.size()).stream()
                        .map(Column::name)
                        .toList(),
                HERE);
    }

    private List<Index> indexes(List<Column> columns) {
        List<Index> indexes = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            Column column = columns.get(random.nextInt(columns.size()));
            List<Index.Part> parts = new ArrayList<>();
            parts.add(new Index.ColumnPart(
                    column.name(), order(), random.nextBoolean() ? Optional.of("RTRIM") : Optional.empty()));
            if (random.nextBoolean()) {
                parts.add(new Index.ExpressionPart("length(" + quoted(column) + ") -- why", order(), Optional.empty()));
            }
            indexes.add(new Index(
                    name(),
                    random.nextInt(4) == 0,
                    parts,
                    random.nextBoolean() ? Optional.of(quoted(column) + " IS NOT NULL") : Optional.empty(),
                    HERE));
        }
        return indexes;
    }

    private Index.Order order() {
        return random.nextBoolean() ? Index.Order.ASCENDING : Index.Order.DESCENDING;
    }

    private List<CheckConstraint> checks(List<Column> columns) {
        Column column = columns.get(random.nextInt(columns.size()));
        return random.nextBoolean()
                ? List.of()
                : List.of(new CheckConstraint(
                        name(),
                        random.nextBoolean() ? Optional.of(column.name()) : Optional.empty(),
                        quoted(column) + " <> '|`<b>' -- because",
                        HERE));
    }

    private Sample sample(List<Column> columns) {
        return new Sample(List.of(new Sample.Value(columns.get(0).name(), new Literal.Text(text()))), HERE);
    }

    private static String quoted(Column column) {
        return '"' + column.name().replace("\"", "\"\"") + '"';
    }

    /** Different from all others of the model, also without regard to case; the model refuses controls in names. */
    private String name() {
        StringBuilder name = new StringBuilder();
        text().codePoints()
                .filter(character -> !Character.isISOControl(character) && character != 0x2028 && character != 0x202e)
                .forEach(name::appendCodePoint);
        return name.append(++counter).toString();
    }

    private String text() {
        return HOSTILE.get(random.nextInt(HOSTILE.size()));
    }

    private Optional<String> maybe(String text) {
        return random.nextBoolean() ? Optional.of(text) : Optional.empty();
    }
}
