package io.rowloom.generator.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of a migration's text, with the version of the algorithm in front, so that it can be replaced one day. */
public final class Checksum {
    private Checksum() {}

    /** {@code v1:} and the SHA-256 of the text with line ends normalised, so that a checkout with CRLF is no change. */
    public static String of(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] bytes = normalized(text).getBytes(StandardCharsets.UTF_8);
            return "v1:" + HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** The text with {@code \n} as line end and without a byte order mark. */
    static String normalized(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return lines.startsWith("\uFEFF") ? lines.substring(1) : lines;
    }
}
