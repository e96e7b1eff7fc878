package io.rowloom.generator.sqlite;

import io.rowloom.generator.text.PlainText;
import io.rowloom.model.ColumnType;
import io.rowloom.model.Literal;
import io.rowloom.model.TimestampFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Spells values as SQL literals, in the very form in which the runtime stores them.
 *
 * <p>Source: <a href="https://sqlite.org/lang_expr.html#literal_values_constants_">Literal Values</a>.
 */
public final class SqliteLiterals {
    private SqliteLiterals() {}

    /** The value as a column of {@code type} holds it; in parentheses where it takes more than one token. */
    public static String literal(Literal value, ColumnType type) {
        if (value instanceof Literal.Null) {
            return "NULL";
        } else if (value instanceof Literal.Text text) {
            return text(text.value());
        } else if (value instanceof Literal.Whole whole) {
            return Long.toString(whole.value());
        } else if (value instanceof Literal.Real real) {
            return real(real.value());
        } else if (value instanceof Literal.Decimal decimal) {
            return text(decimal.value().toPlainString());
        } else if (value instanceof Literal.Bool bool) {
            return bool.value() ? "1" : "0";
        } else if (value instanceof Literal.Timestamp timestamp) {
            TimestampFormat format =
                    type instanceof ColumnType.Timestamp declared ? declared.format() : TimestampFormat.ISO;
            return timestamp(timestamp.value(), format);
        } else if (value instanceof Literal.DateTime dateTime) {
            return text(dateTime(dateTime.value()));
        } else if (value instanceof Literal.Date date) {
            return text(date(date.value()));
        } else if (value instanceof Literal.Time time) {
            return text(time(time.value()));
        } else if (value instanceof Literal.Uuid uuid) {
            return text(uuid.value().toString());
        } else if (value instanceof Literal.Blob blob) {
            return "x'" + blob.hex() + '\'';
        } else if (value instanceof Literal.EnumMember member) {
            return text(member.member().value());
        } else if (value instanceof Literal.Json json) {
            return text(json.text());
        }
        throw new IllegalArgumentException("no SQL literal for " + value);
    }

    /**
     * Text as a literal. Characters that an editor, a checkout or the C interface could change or hide (line ends, NUL,
     * other controls, marks that turn the direction of writing) are written as {@code char(…)}.
     */
    public static String text(String value) {
        if (PlainText.isSafe(value)) {
            return '\'' + value.replace("'", "''") + '\'';
        }
        StringBuilder sql = new StringBuilder("(");
        StringBuilder plain = new StringBuilder();
        value.codePoints().forEach(character -> {
            if (PlainText.isUnsafe(character)) {
                appendPlain(sql, plain);
                separate(sql).append("char(").append(character).append(')');
            } else {
                plain.appendCodePoint(character);
            }
        });
        appendPlain(sql, plain);
        return sql.append(')').toString();
    }

    private static void appendPlain(StringBuilder sql, StringBuilder plain) {
        if (!plain.isEmpty()) {
            separate(sql)
                    .append('\'')
                    .append(plain.toString().replace("'", "''"))
                    .append('\'');
            plain.setLength(0);
        }
    }

    private static StringBuilder separate(StringBuilder sql) {
        return sql.length() == 1 ? sql : sql.append(" || ");
    }

    private static String real(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "9e999" : "-9e999";
        }
        return Double.toString(value);
    }

    private static String timestamp(Instant value, TimestampFormat format) {
        LocalDateTime utc = LocalDateTime.ofInstant(value, ZoneOffset.UTC);
        return switch (format) {
            case ISO -> text(date(utc.toLocalDate()) + 'T' + time(utc.toLocalTime()) + 'Z');
            case ISO_SECONDS -> text(date(utc.toLocalDate()) + 'T' + seconds(utc.toLocalTime()) + 'Z');
            case SQLITE -> text(date(utc.toLocalDate()) + ' ' + seconds(utc.toLocalTime()));
            case EPOCH_SECONDS -> Long.toString(value.getEpochSecond());
            case EPOCH_MILLIS -> Long.toString(value.toEpochMilli());
        };
    }

    private static String dateTime(LocalDateTime value) {
        return date(value.toLocalDate()) + 'T' + time(value.toLocalTime());
    }

    private static String date(LocalDate value) {
        return padded(value.getYear(), 4)
                + '-'
                + padded(value.getMonthValue(), 2)
                + '-'
                + padded(value.getDayOfMonth(), 2);
    }

    private static String time(LocalTime value) {
        return seconds(value) + '.' + padded(value.getNano() / 1_000_000, 3);
    }

    private static String seconds(LocalTime value) {
        return padded(value.getHour(), 2) + ':' + padded(value.getMinute(), 2) + ':' + padded(value.getSecond(), 2);
    }

    private static String padded(int number, int digits) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
