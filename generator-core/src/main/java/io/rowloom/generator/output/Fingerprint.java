package io.rowloom.generator.output;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Tells whether something changed: 64 bits over everything that was added, in order.
 *
 * <p>Two CRCs of coprime polynomials are one of 64 bits. That is enough to notice an edit, which is all that is asked here, and
 * the JVM has both ready from its first moment: a SHA-256 of a large model costs more than the rest of a run that finds
 * nothing to do. What must withstand an attacker or years, the checksum of a migration, is not made by this.
 */
public final class Fingerprint {
    private final Checksum first = new CRC32();
    private final Checksum second = new CRC32C();

    /** The fingerprint of one text. */
    public static String of(String text) {
        return new Fingerprint().add(text).toString();
    }

    /** Adds a text, so that {@code "ab", "c"} and {@code "a", "bc"} differ. */
    public Fingerprint add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds the bytes of a file and how many they are. */
    public Fingerprint add(byte[] bytes) {
        for (int shift = 0; shift < 32; shift += 8) {
            update(bytes.length >>> shift);
        }
        first.update(bytes, 0, bytes.length);
        second.update(bytes, 0, bytes.length);
        return this;
    }

    private void update(int octet) {
        first.update(octet);
        second.update(octet);
    }

    /** Sixteen hexadecimal digits. */
    @Override
    public String toString() {
        String digits = Long.toHexString(first.getValue() << 32 | second.getValue());
        return "0".repeat(16 - digits.length()) + digits;
    }
}
