package io.rowloom.generator.docs;

import io.rowloom.generator.sqlite.SqliteLiterals;
import io.rowloom.model.ColumnType;
import io.rowloom.model.Literal;

/** Spells a value as people read it, without the quotes of SQL. */
final class LiteralWords {
    private LiteralWords() {}

    /** The value as plain text; moments in the form in which the database holds them. */
    static String plain(Literal literal, ColumnType type) {
        if (literal instanceof Literal.Text text) {
            return text.value();
        } else if (literal instanceof Literal.EnumMember member) {
            return member.member().value();
        } else if (literal instanceof Literal.Json json) {
            return json.text();
        } else if (literal instanceof Literal.Bool bool) {
            return Boolean.toString(bool.value());
        } else if (literal instanceof Literal.Blob) {
            return SqliteLiterals.literal(literal, type);
        }
        String sql = SqliteLiterals.literal(literal, type);
        return sql.startsWith("'") ? sql.substring(1, sql.length() - 1) : sql;
    }
}
