package io.rowloom.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.UUID;

/** UUIDs from their 36 characters, without the strings and checks of {@link UUID#fromString}. */
final class UuidText {
    private static final byte[] DIGITS = new byte[128];

    static {
        Arrays.fill(DIGITS, (byte) -1);
        for (int digit = 0; digit < 16; digit++) {
            DIGITS[Character.forDigit(digit, 16)] = (byte) digit;
            DIGITS[Character.toUpperCase(Character.forDigit(digit, 16))] = (byte) digit;
        }
    }

    private UuidText() {}

    /**
     * Reads the usual form in either case.
     *
     * @throws IllegalArgumentException for everything else
     */
    static UUID parse(byte[] text) {
        if (text.length == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-') {
            long high = hex(text, 0, 8) << 32 | hex(text, 9, 13) << 16 | hex(text, 14, 18);
            long low = hex(text, 19, 23) << 48 | hex(text, 24, 36);
            return new UUID(high, low);
        }
        throw wrong(text);
    }

    private static long hex(byte[] text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] < 0 ? -1 : DIGITS[text[i]];
            if (digit < 0) {
                throw wrong(text);
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static IllegalArgumentException wrong(byte[] text) {
        return new IllegalArgumentException("'" + Shortened.text(new String(text, UTF_8)) + "' is not a UUID");
    }
}
