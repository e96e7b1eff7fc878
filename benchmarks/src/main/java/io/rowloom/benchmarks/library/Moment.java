package io.rowloom.benchmarks.library;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Moments as text of fixed width, by hand: the JDK's parser would cost each library a microsecond a row.
 *
 * <p>Only for what the benchmark holds, {@code 2026-01-26T12:00:00.000Z}.
 */
final class Moment {
    private static final int SECONDS_PER_DAY = 86_400;

    private Moment() {}

    static Instant parse(String text) {
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        int second = number(text, 11, 13) * 3600 + number(text, 14, 16) * 60 + number(text, 17, 19);
        return Instant.ofEpochSecond(day * SECONDS_PER_DAY + second, number(text, 20, 23) * 1_000_000);
    }

    static String format(Instant moment) {
        long seconds = moment.getEpochSecond();
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_PER_DAY));
        int second = (int) Math.floorMod(seconds, (long) SECONDS_PER_DAY);
        char[] text = "0000-00-00T00:00:00.000Z".toCharArray();
        write(text, 4, day.getYear());
        write(text, 7, day.getMonthValue());
        write(text, 10, day.getDayOfMonth());
        write(text, 13, second / 3600);
        write(text, 16, second / 60 % 60);
        write(text, 19, second % 60);
        write(text, 23, moment.getNano() / 1_000_000);
        return new String(text);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static void write(char[] text, int end, int number) {
        for (int at = end - 1, rest = number; rest > 0; at--, rest /= 10) {
            text[at] = (char) ('0' + rest % 10);
        }
    }
}
