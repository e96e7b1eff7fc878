package io.rowloom.generator.migration;

import io.rowloom.generator.schema.ColumnSchema;
import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.generator.sqlite.SqliteDefaults;
import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.ColumnType.Timestamp;
import io.rowloom.model.TimestampFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The form in which a column holds moments, as far as SQL shows it.
 *
 * <p>To SQLite they are texts and whole numbers. Only a default of the present moment tells seconds from milliseconds.
 */
final class MomentForms {
    private static final Map<String, String> BY_DEFAULT = byDefault();

    private MomentForms() {}

    /** The form as a model calls it, {@code epoch_seconds}; empty where the default is not the present moment. */
    static Optional<String> of(ColumnSchema column) {
        return column.defaultValue().map(BY_DEFAULT::get);
    }

    private static Map<String, String> byDefault() {
        Map<String, String> forms = new LinkedHashMap<>();
        for (TimestampFormat format : TimestampFormat.values()) {
            put(forms, new Timestamp(format), format.key());
        }
        put(forms, Scalar.DATETIME, "datetime");
        put(forms, Scalar.DATE, "date");
        put(forms, Scalar.TIME, "time");
        return Map.copyOf(forms);
    }

    private static void put(Map<String, String> forms, ColumnType type, String name) {
        forms.put(SqlExpression.canonical(SqliteDefaults.now(type), ""), name);
    }
}
