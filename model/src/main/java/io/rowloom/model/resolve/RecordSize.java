package io.rowloom.model.resolve;

import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.JsonValue;
import io.rowloom.model.problem.Place;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import java.util.Collection;

/**
 * How many components a record can have: its constructor takes 255 words of arguments, {@code this} among them, and a
 * {@code long} or {@code double} is two, <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.3.3">JVMS
 * 4.3.3</a>.
 */
final class RecordSize {
    private static final int LARGEST = 254;

    private RecordSize() {}

    static void check(Collection<Column> columns, Place place, Problems problems) {
        int size = 0;
        for (Column column : columns) {
            size += !column.nullable() && isWide(column.type()) ? 2 : 1;
        }
        check(size, LARGEST, "columns", place, problems);
    }

    static void check(JsonShape shape, Place place, Problems problems) {
        int size = 0;
        for (JsonShape.Property property : shape.properties()) {
            boolean wide = property.value() instanceof JsonValue.Scalar scalar && isWide(scalar.type());
            size += !property.optional() && wide ? 2 : 1;
        }
        // One component holds the properties that a text has beside those of the shape.
        check(size, LARGEST - 1, "properties", place, problems);
    }

    private static boolean isWide(ColumnType type) {
        return type == ColumnType.Scalar.BIGINT || type == ColumnType.Scalar.REAL;
    }

    private static void check(int size, int room, String what, Place place, Problems problems) {
        if (size > room) {
            problems.add(
                    ProblemCode.TOO_MANY_COLUMNS,
                    place,
                    "a Java record has room for " + room + " " + what
                            + ", of which long and double take two; these take " + size);
        }
    }
}
