package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.Literal;
import io.rowloom.model.TimestampFormat;
import io.rowloom.model.yaml.YamlScalar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads times; each text form of a database holds years of four digits and so many digits of a second. */
final class TimeLiteral {
    private static final int NANOS_OF_MILLI = 1_000_000;
    private static final int NANOS_OF_SECOND = 1_000_000_000;

    private TimeLiteral() {}

    static Literal timestamp(YamlScalar scalar, TimestampFormat format) throws NotOfTypeException {
        if (format.isEpoch() && scalar.text().chars().allMatch(c -> c == '-' || c >= '0' && c <= '9')) {
            long number = LiteralReader.whole(scalar, -62_167_219_200_000L, 253_402_300_799_999L);
            return new Literal.Timestamp(
                    format == TimestampFormat.EPOCH_SECONDS
                            ? Instant.ofEpochSecond(number)
                            : Instant.ofEpochMilli(number));
        }
        try {
            Instant moment = OffsetDateTime.parse(withT(scalar)).toInstant();
            precision(scalar, moment.getNano(), holdsMillis(format) ? NANOS_OF_MILLI : NANOS_OF_SECOND);
            year(scalar, moment.atOffset(ZoneOffset.UTC).getYear());
            return new Literal.Timestamp(moment);
        } catch (DateTimeException e) {
            throw not(scalar, "a moment like 2026-01-26T12:00:00Z");
        }
    }

    private static boolean holdsMillis(TimestampFormat format) {
        return format == TimestampFormat.ISO || format == TimestampFormat.EPOCH_MILLIS;
    }

    static Literal dateTime(YamlScalar scalar) throws NotOfTypeException {
        try {
            LocalDateTime time = LocalDateTime.parse(withT(scalar));
            precision(scalar, time.getNano(), NANOS_OF_MILLI);
            year(scalar, time.getYear());
            return new Literal.DateTime(time);
        } catch (DateTimeException e) {
            throw not(scalar, "a date and time like 2026-01-26T12:00:00");
        }
    }

    static Literal date(YamlScalar scalar) throws NotOfTypeException {
        try {
            LocalDate date = LocalDate.parse(scalar.text());
            year(scalar, date.getYear());
            return new Literal.Date(date);
        } catch (DateTimeException e) {
            throw not(scalar, "a date like 2026-01-26");
        }
    }

    static Literal time(YamlScalar scalar) throws NotOfTypeException {
        try {
            LocalTime time = LocalTime.parse(scalar.text());
            precision(scalar, time.getNano(), NANOS_OF_MILLI);
            return new Literal.Time(time);
        } catch (DateTimeException e) {
            throw not(scalar, "a time of day like 12:00:00");
        }
    }

    /** SQL writes a space between date and time, ISO 8601 a T. */
    private static String withT(YamlScalar scalar) {
        String text = scalar.text();
        return text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
    }

    private static void precision(YamlScalar scalar, int nanos, int finest) throws NotOfTypeException {
        if (nanos % finest != 0) {
            throw new NotOfTypeException(
                    scalar,
                    quote(scalar.text()) + " is finer than the "
                            + (finest == NANOS_OF_MILLI ? "milliseconds" : "seconds") + " that the column holds");
        }
    }

    private static void year(YamlScalar scalar, int year) throws NotOfTypeException {
        if (year < 0 || year > 9999) {
            throw new NotOfTypeException(scalar, quote(scalar.text()) + " is not within the years 0000 to 9999");
        }
    }

    private static NotOfTypeException not(YamlScalar scalar, String what) {
        return new NotOfTypeException(scalar, quote(scalar.text()) + " is not " + what);
    }
}
