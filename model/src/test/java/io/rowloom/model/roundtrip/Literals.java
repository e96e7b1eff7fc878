package io.rowloom.model.roundtrip;

import io.rowloom.model.Literal;
import java.time.format.DateTimeFormatter;

/** Values as a model writes them. */
final class Literals {
    private Literals() {}

    /** Whether it stands without quotes, in YAML and in JSON. */
    static boolean isBare(Literal literal) {
        return literal instanceof Literal.Whole
                || literal instanceof Literal.Real
                || literal instanceof Literal.Decimal
                || literal instanceof Literal.Bool
                || literal instanceof Literal.Null;
    }

    /** The text of it, in the form that the documentation shows. */
    static String text(Literal literal) {
        if (literal instanceof Literal.Text text) {
            return text.value();
        } else if (literal instanceof Literal.Whole whole) {
            return String.valueOf(whole.value());
        } else if (literal instanceof Literal.Real real) {
            return String.valueOf(real.value());
        } else if (literal instanceof Literal.Decimal decimal) {
            return decimal.value().toPlainString();
        } else if (literal instanceof Literal.Bool bool) {
            return String.valueOf(bool.value());
        } else if (literal instanceof Literal.Timestamp moment) {
            return moment.value().toString();
        } else if (literal instanceof Literal.DateTime time) {
            return time.value().format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        } else if (literal instanceof Literal.Date date) {
            return date.value().toString();
        } else if (literal instanceof Literal.Time time) {
            return time.value().format(DateTimeFormatter.ISO_LOCAL_TIME);
        } else if (literal instanceof Literal.Uuid uuid) {
            return uuid.value().toString();
        } else if (literal instanceof Literal.Blob blob) {
            return blob.hex();
        } else if (literal instanceof Literal.EnumMember member) {
            return member.member().value();
        } else if (literal instanceof Literal.Json json) {
            return json.text();
        }
        return "null";
    }
}
