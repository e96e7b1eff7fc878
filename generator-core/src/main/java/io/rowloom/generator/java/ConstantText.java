package io.rowloom.generator.java;

import java.util.ArrayList;
import java.util.List;

/**
 * Text of any length as a Java expression. A constant of a class file holds 65,535 bytes (<a
 * href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.4.7">JVMS 4.4.7</a>), so longer text is
 * joined at run time.
 */
final class ConstantText {
    static final int LIMIT = 65_535;

    private ConstantText() {}

    static String of(String text) {
        List<String> parts = split(text);
        if (parts.size() == 1) {
            return JavaText.block(text);
        }
        StringBuilder joined = new StringBuilder("String.join(\"\"");
        for (String part : parts) {
            joined.append(",\n        ").append(JavaText.block(part));
        }
        return joined.append(')').toString();
    }

    /** The text in pieces that a constant holds each, between code points. */
    static List<String> split(String text) {
        if (text.length() <= LIMIT / 3) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        int start = 0;
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            int next = i + Character.charCount(text.codePointAt(i));
            int size = 0;
            for (int j = i; j < next; j++) {
                size += bytes(text.charAt(j));
            }
            if (bytes + size > LIMIT) {
                parts.add(text.substring(start, i));
                start = i;
                bytes = 0;
            }
            bytes += size;
            i = next;
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** In the modified UTF-8 of class files, where NUL takes two bytes and each half of a pair three. */
    private static int bytes(char c) {
        return c != 0 && c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }
}
