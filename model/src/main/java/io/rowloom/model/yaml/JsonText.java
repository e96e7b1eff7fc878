package io.rowloom.model.yaml;

import java.util.Optional;

/** JSON within a text of the model, as nodes that stand where the text does (RFC 8259). */
public final class JsonText {
    private static final int DEEPEST = 50;

    /** The end of a text that is not JSON. */
    private static final class NotJson extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotJson() {
            super(null, null, false, false);
        }
    }

    private final YamlScalar place;
    private final String text;
    private int at;

    private JsonText(YamlScalar place) {
        this.place = place;
        this.text = place.text();
    }

    /** The value; empty if the text is not JSON, or says a key twice, or is nested too deeply. */
    public static Optional<YamlNode> parse(YamlScalar scalar) {
        JsonText json = new JsonText(scalar);
        try {
            YamlNode value = json.value(0);
            json.skipSpace();
            return json.at == json.text.length() ? Optional.of(value) : Optional.empty();
        } catch (NotJson e) {
            return Optional.empty();
        }
    }

    private YamlNode value(int depth) {
        skipSpace();
        if (depth > DEEPEST) {
            throw new NotJson();
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> scalar(string(), false);
            default -> word();
        };
    }

    private YamlMapping object(int depth) {
        YamlMapping object = new YamlMapping(place.location(), place, "");
        at++;
        skipSpace();
        if (peek() == '}') {
            at++;
            return object;
        }
        while (true) {
            skipSpace();
            YamlScalar key = scalar(string(), false);
            skipSpace();
            expect(':');
            if (!object.add(key, value(depth + 1))) {
                throw new NotJson();
            }
            skipSpace();
            if (peek() == '}') {
                at++;
                return object;
            }
            expect(',');
        }
    }

    private YamlList array(int depth) {
        YamlList array = new YamlList(place.location(), place, "");
        at++;
        skipSpace();
        if (peek() == ']') {
            at++;
            return array;
        }
        while (true) {
            array.add(value(depth + 1));
            skipSpace();
            if (peek() == ']') {
                at++;
                return array;
            }
            expect(',');
        }
    }

    private YamlScalar word() {
        int start = at;
        while (at < text.length() && " \t\r\n,]}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        if (!isWord(word)) {
            throw new NotJson();
        }
        return scalar(word, true);
    }

    /** Whether JSON has the text without quotes: true, false, null or a number. */
    public static boolean isWord(String text) {
        return text.equals("true") || text.equals("false") || text.equals("null") || isNumber(text);
    }

    /** Whether it is a number as JSON writes them. */
    public static boolean isNumber(String text) {
        int end = text.length();
        int i = text.startsWith("-") ? 1 : 0;
        int first = i;
        i = digits(text, i);
        if (i == first || i > first + 1 && text.charAt(first) == '0') {
            return false;
        }
        if (i < end && text.charAt(i) == '.') {
            int fraction = i + 1;
            i = digits(text, fraction);
            if (i == fraction) {
                return false;
            }
        }
        if (i < end && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            int exponent = i + 1;
            if (exponent < end && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
                exponent++;
            }
            i = digits(text, exponent);
            if (i == exponent) {
                return false;
            }
        }
        return i == end;
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (true) {
            char c = next();
            if (c == '"') {
                return string.toString();
            } else if (c < ' ') {
                throw new NotJson();
            }
            string.append(c == '\\' ? escape() : c);
        }
    }

    private char escape() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new NotJson();
        };
    }

    private char unicode() {
        int c = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw new NotJson();
            }
            c = c * 16 + digit;
        }
        return (char) c;
    }

    private YamlScalar scalar(String value, boolean plain) {
        return new YamlScalar(place.location(), place.location(), place, "", value, plain);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private char next() {
        if (at == text.length()) {
            throw new NotJson();
        }
        return text.charAt(at++);
    }

    private void expect(char expected) {
        if (next() != expected) {
            throw new NotJson();
        }
    }
}
