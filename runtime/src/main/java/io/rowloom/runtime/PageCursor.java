package io.rowloom.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts of pages as text: version, kind, checksum and the values of the key, in base64url.
 *
 * <p>The checksum is over the list as well, so that the cursor of another list, of other arguments or of another version of
 * the order is none here. It keeps nobody out who computes it himself; but all that such a cursor can say is a place in a
 * list that its bearer may read anyway.
 */
final class PageCursor {
    private static final byte VERSION = 1;
    private static final int CHECKSUM = 8;
    private static final int HEADER = 2 + CHECKSUM;
    /** Bits of the kind. */
    private static final int BACKWARDS = 1;

    private static final int KEYED = 2;

    private PageCursor() {}

    /** The text from which {@link #parse} makes the start again. */
    static String text(PageStart start) {
        List<@Nullable Object> key = start.key() == null ? List.of() : start.key();
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + size(key));
        int kind = (start.backwards() ? BACKWARDS : 0) | (start.key() == null ? 0 : KEYED);
        bytes.put(VERSION).put((byte) kind).position(HEADER);
        for (Object value : key) {
            put(value, bytes);
        }
        byte[] array = bytes.array();
        System.arraycopy(checksum(start.scope(), array), 0, array, 2, CHECKSUM);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(array);
    }

    /** The start of a page in the list of that scope, whose order has so many columns; null if the text is none of it. */
    static @Nullable PageStart parse(String text, String scope, int columns) {
        byte[] array;
        try {
            array = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (array.length < HEADER
                || array[0] != VERSION
                || !Arrays.equals(checksum(scope, array), Arrays.copyOfRange(array, 2, HEADER))) {
            return null;
        }
        boolean backwards = (array[1] & BACKWARDS) != 0;
        if ((array[1] & KEYED) == 0) {
            return new PageStart(scope, backwards, null);
        }
        ByteBuffer bytes = ByteBuffer.wrap(array).position(HEADER);
        @Nullable Object[] key = new @Nullable Object[columns];
        try {
            for (int i = 0; i < columns; i++) {
                key[i] = get(bytes);
            }
        } catch (BufferUnderflowException e) {
            return null;
        }
        return new PageStart(scope, backwards, Arrays.asList(key));
    }

    /** Over everything but its own place. */
    private static byte[] checksum(String scope, byte[] array) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        digest.update(scope.getBytes(UTF_8));
        digest.update(array, 0, 2);
        digest.update(array, HEADER, array.length - HEADER);
        return Arrays.copyOf(digest.digest(), CHECKSUM);
    }

    private static int size(List<@Nullable Object> key) {
        int size = 0;
        for (Object value : key) {
            size += 1;
            if (value instanceof String text) {
                size += 4 + text.getBytes(UTF_8).length;
            } else if (value instanceof byte[] blob) {
                size += 4 + blob.length;
            } else if (value != null) {
                size += 8;
            }
        }
        return size;
    }

    private static void put(@Nullable Object value, ByteBuffer to) {
        if (value == null) {
            to.put((byte) 'n');
        } else if (value instanceof Long number) {
            to.put((byte) 'i').putLong(number);
        } else if (value instanceof Double number) {
            to.put((byte) 'r').putDouble(number);
        } else {
            byte[] bytes = value instanceof String text ? text.getBytes(UTF_8) : (byte[]) value;
            to.put((byte) (value instanceof String ? 't' : 'b'))
                    .putInt(bytes.length)
                    .put(bytes);
        }
    }

    private static @Nullable Object get(ByteBuffer from) {
        return switch (from.get()) {
            case 'i' -> from.getLong();
            case 'r' -> from.getDouble();
            case 't' -> new String(bytes(from), UTF_8);
            case 'b' -> bytes(from);
            default -> null;
        };
    }

    private static byte[] bytes(ByteBuffer from) {
        int length = from.getInt();
        if (length < 0 || length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }
}
