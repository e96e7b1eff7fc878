package io.rowloom.generator.schema;

import io.rowloom.generator.sqlite.SqliteNames;
import java.util.Optional;

/**
 * A column of a primary key or unique constraint.
 *
 * @param column its name
 * @param collation the collation written at this place, in lower case
 * @param descending whether it is stored from high to low
 */
public record KeyPart(String column, Optional<String> collation, boolean descending) {
    /** The part without regard to the case of names, for comparing. */
    String signature() {
        return SqliteNames.quote(SqlExpression.lower(column))
                + collation.map(name -> " COLLATE " + name).orElse("")
                + (descending ? " DESC" : "");
    }
}
