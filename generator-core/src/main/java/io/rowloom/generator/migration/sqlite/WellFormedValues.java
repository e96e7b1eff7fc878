package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.schema.Affinity;
import io.rowloom.generator.sqlite.SqliteLiterals;
import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.Literal;
import io.rowloom.model.TimestampFormat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Values that a type of the model can hold, ordinary ones first, then its far ends.
 *
 * <p>Years are four digits, and far enough from 0000 and 9999 that a migration may reckon with them: SQLite gives NULL beyond,
 * see <a href="https://sqlite.org/lang_datefunc.html#caveats_and_bugs">Date And Time Functions</a>.
 */
final class WellFormedValues {
    private static final List<LocalDateTime> MOMENTS = List.of(
            at("2026-01-26T12:00:00"),
            at("2024-02-29T23:59:59.999"),
            at("1970-01-01T00:00:00"),
            at("1969-12-31T23:59:59.001"),
            at("9000-12-31T23:59:59.999"),
            at("1000-01-01T00:00:00"),
            at("2038-01-19T03:14:08"));
    private static final List<UUID> UUIDS = Stream.of(
                    "018d4f6e-7c1a-7b3e-9f00-1a2b3c4d5e6f",
                    "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
                    "00000000-0000-0000-0000-000000000000",
                    "ffffffff-ffff-ffff-ffff-ffffffffffff",
                    "f47ac10b-58cc-4372-a567-0e02b2c3d479",
                    "018d4f6e-7c1a-7b3e-9f00-1a2b3c4d5e70")
            .map(UUID::fromString)
            .toList();

    private WellFormedValues() {}

    /**
     * SQL literals in the form in which a column holds them; none for a type that holds whatever its affinity does, or that the
     * column has no form for.
     *
     * @param affinity that of the column, which may have had another type before
     */
    static List<String> of(ColumnType type, Affinity affinity) {
        if (type instanceof ColumnType.Timestamp timestamp) {
            TimestampFormat format = timestamp.format();
            return switch (affinity) {
                case TEXT -> literals(new ColumnType.Timestamp(format.isEpoch() ? TimestampFormat.ISO : format));
                case INTEGER ->
                    literals(new ColumnType.Timestamp(format.isEpoch() ? format : TimestampFormat.EPOCH_SECONDS));
                case NUMERIC -> literals(timestamp);
                case REAL, BLOB -> List.of();
            };
        }
        boolean number = type == Scalar.BOOLEAN || type == Scalar.INTEGER;
        return affinity == Affinity.NUMERIC || affinity == (number ? Affinity.INTEGER : Affinity.TEXT)
                ? literals(type)
                : List.of();
    }

    private static List<String> literals(ColumnType type) {
        return type == Scalar.TEXT || type == Scalar.BLOB || type == Scalar.BIGINT || type == Scalar.REAL
                ? List.of()
                : of(type).stream()
                        .map(value -> SqliteLiterals.literal(value, type))
                        .distinct()
                        .toList();
    }

    /** Values of any type, also of those that stand in JSON only. */
    static List<Literal> of(ColumnType type) {
        if (type instanceof Scalar scalar) {
            return of(scalar);
        } else if (type instanceof ColumnType.Decimal decimal) {
            return decimals(decimal);
        } else if (type instanceof ColumnType.Timestamp) {
            return literals(MOMENTS, moment -> new Literal.Timestamp(moment.toInstant(ZoneOffset.UTC)));
        } else if (type instanceof ColumnType.Enumeration words) {
            return literals(words.type().members(), word -> new Literal.EnumMember(words.type(), word));
        }
        return literals(WellFormedJson.of(((ColumnType.Json) type).value()), Literal.Json::new);
    }

    private static List<Literal> of(Scalar type) {
        return switch (type) {
            case TEXT ->
                literals(
                        List.of("plain", "it's \"quoted\"", "Ünïcödé 漢字", "line\nbreak\ttab", "", "long ".repeat(60)),
                        Literal.Text::new);
            case INTEGER ->
                literals(
                        List.of(1L, 0L, -1L, 42L, (long) Integer.MAX_VALUE, (long) Integer.MIN_VALUE, 7L, 1000L, 3L),
                        Literal.Whole::new);
            case BIGINT ->
                literals(
                        List.of(1L, 0L, -1L, 42L, 2147483648L, Long.MAX_VALUE - 1, -Long.MAX_VALUE),
                        Literal.Whole::new);
            case REAL -> literals(List.of(1.5, 0.0, -2.25, 1e300, -1e-300, 3.0), Literal.Real::new);
            case BOOLEAN -> List.of(new Literal.Bool(true), new Literal.Bool(false));
            case DATETIME -> literals(MOMENTS, Literal.DateTime::new);
            case DATE -> literals(MOMENTS, moment -> new Literal.Date(moment.toLocalDate()));
            case TIME -> literals(MOMENTS, moment -> new Literal.Time(moment.toLocalTime()));
            case UUID -> literals(UUIDS, Literal.Uuid::new);
            case BLOB -> literals(List.of("00ff", "", "27223b0a"), Literal.Blob::new);
            case JSON -> literals(WellFormedJson.ANY, Literal.Json::new);
        };
    }

    private static List<Literal> decimals(ColumnType.Decimal type) {
        BigInteger most = BigInteger.TEN.pow(type.precision()).subtract(BigInteger.ONE);
        return Stream.of(
                        BigInteger.ONE,
                        BigInteger.ZERO,
                        BigInteger.valueOf(-1),
                        most,
                        most.negate(),
                        most.shiftRight(1),
                        most.shiftRight(2))
                .distinct()
                .<Literal>map(digits -> new Literal.Decimal(new BigDecimal(digits, type.scale())))
                .toList();
    }

    private static <T> List<Literal> literals(List<T> values, Function<T, Literal> literal) {
        return values.stream().map(literal).toList();
    }

    private static LocalDateTime at(String text) {
        return LocalDateTime.parse(text);
    }
}
