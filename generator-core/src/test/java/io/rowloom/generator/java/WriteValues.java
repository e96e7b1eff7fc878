package io.rowloom.generator.java;

import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.TimestampFormat;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Values at the bounds of what columns hold, and how SQLite has to hold them, said once more and without the runtime. */
final class WriteValues {
    /** Stands for JSON, of which many texts are equal. */
    static final Object JSON = "JSON";

    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "A",
            "\u00e4\u00f6 \u6f22\u5b57",
            "\ud83e\udd16\ud83c\udff4",
            "nul \0 in it",
            "' \" \\ %_",
            "\u202e\ufeff",
            "line\r\nline",
            "1e5",
            "x".repeat(5000));
    private static final long FIRST = LocalDate.of(0, 1, 1).toEpochDay() * 86_400;
    private static final long LAST = LocalDate.of(10_000, 1, 1).toEpochDay() * 86_400 - 1;

    private final Random random;

    WriteValues(long seed) {
        this.random = new Random(seed);
    }

    boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    /** A value of a column as its record takes it. */
    Object of(ColumnDescriptor column, Type type) throws ReflectiveOperationException {
        if (column.type() instanceof ColumnType.Decimal decimal) {
            BigInteger most = BigInteger.TEN.pow(decimal.precision()).subtract(BigInteger.ONE);
            BigInteger digits = one(4) ? most : new BigInteger(most.bitLength() - 1, random);
            return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), decimal.scale());
        } else if (column.type() instanceof ColumnType.Timestamp timestamp) {
            return moment(timestamp.format());
        } else if (column.type() == Scalar.JSON) {
            return List.of("null", "{\"a\":[1,\"\\u0000\"]}", "\"\ud83e\udd16\"", "[]")
                    .get(random.nextInt(4));
        } else if (column.key() && column.type() == Scalar.TEXT) {
            return text() + random.nextInt();
        }
        return of(type);
    }

    private Object of(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            if (generic.getRawType() == Map.class) {
                return one(2) ? Map.of() : Map.of("unknown", "{\"x\":1.50}");
            }
            List<Object> items = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                items.add(of(generic.getActualTypeArguments()[0]));
            }
            return items;
        }
        Class<?> plain = (Class<?>) type;
        if (plain == int.class || plain == Integer.class) {
            return one(3) ? pick(Integer.MIN_VALUE, Integer.MAX_VALUE, 0, -1) : (Object) random.nextInt();
        } else if (plain == long.class || plain == Long.class) {
            return one(3) ? pick(Long.MIN_VALUE, Long.MAX_VALUE, 0L, 1L << 53 | 1) : (Object) random.nextLong();
        } else if (plain == double.class || plain == Double.class) {
            return one(2)
                    ? pick(
                            -0.0,
                            Double.MIN_VALUE,
                            Double.MAX_VALUE,
                            0.1,
                            1e-320,
                            Double.POSITIVE_INFINITY,
                            Double.NEGATIVE_INFINITY)
                    : (Object) (random.nextGaussian() * Math.pow(10, random.nextInt(80) - 40));
        } else if (plain == boolean.class || plain == Boolean.class) {
            return random.nextBoolean();
        } else if (plain == String.class) {
            return text();
        } else if (plain == Instant.class) {
            return moment(TimestampFormat.ISO);
        } else if (plain == LocalDateTime.class) {
            return LocalDateTime.ofInstant(moment(TimestampFormat.ISO), ZoneOffset.UTC);
        } else if (plain == LocalDate.class) {
            return LocalDateTime.ofInstant(moment(TimestampFormat.ISO), ZoneOffset.UTC)
                    .toLocalDate();
        } else if (plain == LocalTime.class) {
            return LocalTime.ofNanoOfDay((long) (random.nextDouble() * 86_400_000_000_000L));
        } else if (plain == UUID.class) {
            return new UUID(random.nextLong(), random.nextLong());
        } else if (plain == BigDecimal.class) {
            return BigDecimal.valueOf(random.nextInt(9));
        } else if (plain == byte[].class) {
            byte[] bytes = new byte[pick(0, 1, 300)];
            random.nextBytes(bytes);
            return bytes;
        } else if (plain.isEnum()) {
            return pick(plain.getEnumConstants());
        }
        return shape(plain);
    }

    private Object shape(Class<?> plain) throws ReflectiveOperationException {
        RecordComponent[] components = plain.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
            // A text may be one of JSON, which a number is.
            values[i] = types[i] == String.class
                    ? String.valueOf(random.nextInt(99))
                    : finite(of(components[i].getGenericType()));
        }
        return plain.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object finite(Object value) {
        return value instanceof Double number && !Double.isFinite(number) ? (Object) 1.5 : value;
    }

    private String text() {
        return one(2) ? pick(TEXTS.toArray(String[]::new)) : "text " + random.nextInt();
    }

    private Instant moment(TimestampFormat format) {
        boolean number = format == TimestampFormat.EPOCH_SECONDS || format == TimestampFormat.EPOCH_MILLIS;
        long second = one(3) ? pick(FIRST, LAST, 0L, -1L) : FIRST + (long) (random.nextDouble() * (LAST - FIRST));
        return Instant.ofEpochSecond(number && one(4) ? second * 100 : second, random.nextInt(1_000_000_000));
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** What SQLite holds for a value that a record has. */
    static Object stored(ColumnDescriptor column, Object value) throws ReflectiveOperationException {
        if (value == null) {
            return null;
        } else if (column.type() instanceof ColumnType.Json) {
            return JSON;
        } else if (value instanceof Integer number) {
            return number.longValue();
        } else if (value instanceof Double number) {
            return number + 0.0;
        } else if (value instanceof Boolean truth) {
            return truth ? 1L : 0L;
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Instant moment) {
            return stored(((ColumnType.Timestamp) column.type()).format(), moment);
        } else if (value instanceof LocalDateTime moment) {
            return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").format(moment);
        } else if (value instanceof LocalTime time) {
            return DateTimeFormatter.ofPattern("HH:mm:ss.SSS").format(time);
        } else if (value instanceof Enum<?>) {
            return value.getClass().getMethod("value").invoke(value);
        } else if (value instanceof LocalDate || value instanceof UUID) {
            return value.toString();
        }
        return value;
    }

    private static Object stored(TimestampFormat format, Instant moment) {
        return switch (format) {
            case EPOCH_SECONDS -> moment.getEpochSecond();
            case EPOCH_MILLIS -> moment.toEpochMilli();
            case ISO -> text("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", moment);
            case ISO_SECONDS -> text("uuuu-MM-dd'T'HH:mm:ss'Z'", moment);
            case SQLITE -> text("uuuu-MM-dd HH:mm:ss", moment);
        };
    }

    private static String text(String pattern, Instant moment) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC).format(moment);
    }
}
