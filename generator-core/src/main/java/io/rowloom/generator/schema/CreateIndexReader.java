package io.rowloom.generator.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a CREATE INDEX statement, which tells everything about an index but whether it is valid; the engine said so. */
final class CreateIndexReader {
    private CreateIndexReader() {}

    static IndexSchema read(String sql, String name, String table) {
        SqlCursor cursor = new SqlCursor(sql);
        cursor.expect("CREATE");
        boolean unique = cursor.accept("UNIQUE");
        cursor.expect("INDEX");
        boolean guarded = cursor.accept("IF", "NOT", "EXISTS");
        cursor.next();
        if (cursor.acceptSymbol(".")) {
            cursor.next();
        }
        cursor.expect("ON");
        cursor.next();
        cursor.expectSymbol("(");
        List<String> parts = new ArrayList<>();
        do {
            parts.add(part(cursor, table));
        } while (cursor.acceptSymbol(","));
        cursor.expectSymbol(")");
        Optional<String> where =
                cursor.accept("WHERE") ? Optional.of(SqlExpression.canonical(cursor.rest(), table)) : Optional.empty();
        return new IndexSchema(name, unique, parts, where, sql);
    }

    /** An expression with its collation and order; ASC says nothing and is left out. */
    private static String part(SqlCursor cursor, String table) {
        String part = SqlExpression.canonical(cursor.upTo("ASC", "DESC"), table);
        if (cursor.accept("DESC")) {
            return part + " desc";
        }
        cursor.accept("ASC");
        return part;
    }
}
