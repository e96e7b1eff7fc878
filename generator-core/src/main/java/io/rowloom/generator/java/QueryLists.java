package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.SQL_LISTS;

import io.rowloom.generator.query.QueryParameter;
import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Decimal;
import io.rowloom.model.ColumnType.Enumeration;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.ColumnType.Timestamp;

/** Spells a list parameter as the JSON array that is bound for it. */
final class QueryLists {
    private QueryLists() {}

    static String json(QueryParameter parameter, JavaSource source) {
        ColumnType type = parameter.type();
        String values = parameter.javaName();
        String lists = source.use(SQL_LISTS);
        if (type instanceof Enumeration enumeration) {
            return lists + ".texts(" + values + ".stream().map(" + JavaValues.name(enumeration.type(), source)
                    + "::value).toList())";
        }
        if (type instanceof Timestamp timestamp) {
            return lists + ".timestamps(" + values + ", " + JavaValues.format(timestamp.format(), source) + ')';
        }
        if (type instanceof Decimal) {
            return lists + ".decimals(" + values + ')';
        }
        if (type instanceof Scalar scalar) {
            return lists
                    + switch (scalar) {
                        case TEXT, JSON -> ".texts(";
                        case INTEGER, BIGINT -> ".numbers(";
                        case REAL -> ".reals(";
                        case BOOLEAN -> ".booleans(";
                        case DATETIME -> ".dateTimes(";
                        case DATE -> ".dates(";
                        case TIME -> ".times(";
                        case UUID -> ".uuids(";
                        case BLOB -> throw new IllegalStateException("a list of bytes was refused before");
                    }
                    + values
                    + ')';
        }
        String element = "value";
        return lists + ".texts(" + values + ".stream().map(" + element + " -> "
                + JsonCode.write(element, ((ColumnType.Json) type).value(), source) + ").toList())";
    }
}
