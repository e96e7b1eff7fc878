package io.rowloom.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Dates and times as text of fixed width, and back from every form that SQLite's own functions write.
 *
 * <p>By hand because {@link Instant#parse} costs about a microsecond, as much as all the rest of a row, and because
 * {@link Instant#toString} leaves zero fractions out, so that text order would not be time order. Forms: <a
 * href="https://sqlite.org/lang_datefunc.html#time_values">time values</a>.
 */
final class TemporalText {
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private TemporalText() {}

    /** Spells a moment; the format is one of the text forms. */
    static String format(Instant value, SqlTimestampFormat format) {
        SqlValues.fourDigitYear(value);
        long seconds = value.getEpochSecond();
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(seconds, (long) SECONDS_PER_DAY));
        int second = (int) Math.floorMod(seconds, (long) SECONDS_PER_DAY);
        byte[] out = new byte[format == SqlTimestampFormat.ISO ? 24 : format == SqlTimestampFormat.SQLITE ? 19 : 20];
        date(out, day);
        out[10] = (byte) (format == SqlTimestampFormat.SQLITE ? ' ' : 'T');
        clock(out, 11, second);
        if (format == SqlTimestampFormat.ISO) {
            millis(out, 19, value.getNano());
        }
        if (format != SqlTimestampFormat.SQLITE) {
            out[out.length - 1] = 'Z';
        }
        return new String(out, ISO_8859_1);
    }

    /** {@code 2026-01-26T12:00:00.000}. */
    static String format(LocalDateTime value) {
        byte[] out = new byte[23];
        date(out, value.toLocalDate());
        out[10] = 'T';
        clock(out, 11, value.toLocalTime().toSecondOfDay());
        millis(out, 19, value.getNano());
        return new String(out, ISO_8859_1);
    }

    /** {@code 2026-01-26}. */
    static String format(LocalDate value) {
        byte[] out = new byte[10];
        date(out, value);
        return new String(out, ISO_8859_1);
    }

    /** {@code 12:00:00.000}. */
    static String format(LocalTime value) {
        byte[] out = new byte[12];
        clock(out, 0, value.toSecondOfDay());
        millis(out, 8, value.getNano());
        return new String(out, ISO_8859_1);
    }

    /**
     * Reads a moment: a date and a time with {@code T} or a space between, up to nine digits of a fraction, and {@code Z},
     * an offset, or nothing for UTC.
     *
     * @throws IllegalArgumentException for everything else, a date alone among it
     */
    static Instant instant(byte[] text) {
        Cursor cursor = new Cursor(text, "a moment such as 2026-01-26T12:00:00.000Z");
        LocalDate day = cursor.date();
        cursor.separator();
        LocalTime time = cursor.time();
        long offset = cursor.offset();
        cursor.end();
        return Instant.ofEpochSecond(
                day.toEpochDay() * SECONDS_PER_DAY + time.toSecondOfDay() - offset, time.getNano());
    }

    /** Reads a date and time without an offset, otherwise as {@link #instant}. */
    static LocalDateTime dateTime(byte[] text) {
        Cursor cursor = new Cursor(text, "a date and time such as 2026-01-26T12:00:00.000");
        LocalDate day = cursor.date();
        cursor.separator();
        LocalTime time = cursor.time();
        cursor.end();
        return LocalDateTime.of(day, time);
    }

    static LocalDate date(byte[] text) {
        Cursor cursor = new Cursor(text, "a date such as 2026-01-26");
        LocalDate day = cursor.date();
        cursor.end();
        return day;
    }

    static LocalTime time(byte[] text) {
        Cursor cursor = new Cursor(text, "a time such as 12:00:00.000");
        LocalTime time = cursor.time();
        cursor.end();
        return time;
    }

    private static void date(byte[] out, LocalDate day) {
        int year = day.getYear();
        if (year < 0 || year > 9999) {
            throw new IllegalArgumentException("the year " + year + " is not within 0 to 9999");
        }
        twoDigits(out, 0, year / 100);
        twoDigits(out, 2, year % 100);
        out[4] = '-';
        twoDigits(out, 5, day.getMonthValue());
        out[7] = '-';
        twoDigits(out, 8, day.getDayOfMonth());
    }

    private static void clock(byte[] out, int at, int secondOfDay) {
        twoDigits(out, at, secondOfDay / 3600);
        out[at + 2] = ':';
        twoDigits(out, at + 3, secondOfDay / 60 % 60);
        out[at + 5] = ':';
        twoDigits(out, at + 6, secondOfDay % 60);
    }

    private static void millis(byte[] out, int at, int nano) {
        int millis = nano / NANOS_PER_MILLI;
        out[at] = '.';
        out[at + 1] = (byte) ('0' + millis / 100);
        twoDigits(out, at + 2, millis % 100);
    }

    private static void twoDigits(byte[] out, int at, int value) {
        out[at] = (byte) ('0' + value / 10);
        out[at + 1] = (byte) ('0' + value % 10);
    }

    /** A place in the text; lives for one call, so it costs nothing once compiled. */
    private static final class Cursor {
        private final byte[] text;
        private final String expected;
        private int at;

        Cursor(byte[] text, String expected) {
            this.text = text;
            this.expected = expected;
        }

        LocalDate date() {
            int year = number(4);
            expect('-');
            int month = number(2);
            expect('-');
            int day = number(2);
            try {
                return LocalDate.of(year, month, day);
            } catch (DateTimeException e) {
                throw wrong();
            }
        }

        void separator() {
            if (!skip('T') && !skip(' ')) {
                throw wrong();
            }
        }

        LocalTime time() {
            int hour = number(2);
            expect(':');
            int minute = number(2);
            int second = skip(':') ? number(2) : 0;
            int nano = skip('.') ? fraction() : 0;
            if (hour > 23 || minute > 59 || second > 59) {
                throw wrong();
            }
            return LocalTime.of(hour, minute, second, nano);
        }

        /** In seconds, east positive. */
        long offset() {
            if (at == text.length || skip('Z')) {
                return 0;
            }
            int sign = skip('-') ? -1 : 1;
            if (sign > 0) {
                expect('+');
            }
            int hours = number(2);
            expect(':');
            int minutes = number(2);
            if (hours > 18 || minutes > 59) {
                throw wrong();
            }
            return sign * (hours * 3600L + minutes * 60L);
        }

        void end() {
            if (at != text.length) {
                throw wrong();
            }
        }

        private int fraction() {
            int nano = 0;
            int digits = 0;
            while (at < text.length && text[at] >= '0' && text[at] <= '9' && digits < 9) {
                nano = nano * 10 + (text[at++] - '0');
                digits++;
            }
            if (digits == 0) {
                throw wrong();
            }
            for (; digits < 9; digits++) {
                nano *= 10;
            }
            return nano;
        }

        private int number(int digits) {
            if (at + digits > text.length) {
                throw wrong();
            }
            int value = 0;
            for (int end = at + digits; at < end; at++) {
                int digit = text[at] - '0';
                if (digit < 0 || digit > 9) {
                    throw wrong();
                }
                value = value * 10 + digit;
            }
            return value;
        }

        private void expect(char wanted) {
            if (!skip(wanted)) {
                throw wrong();
            }
        }

        private boolean skip(char wanted) {
            if (at < text.length && text[at] == wanted) {
                at++;
                return true;
            }
            return false;
        }

        private IllegalArgumentException wrong() {
            return new IllegalArgumentException("'" + Shortened.text(new String(text, UTF_8)) + "' is not " + expected);
        }
    }
}
