package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.schema.IndexSchema;
import io.rowloom.generator.schema.Schema;
import io.rowloom.generator.schema.SchemaObject;
import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.generator.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tables, indexes and other objects that migrations written by hand made and that the model does not know; they are left alone.
 *
 * @param tables names of tables, in lower case
 * @param indexes names of indexes, in lower case
 * @param objects keys of virtual tables, views and triggers
 */
public record ForeignObjects(Set<String> tables, Set<String> indexes, Set<String> objects) {
    public ForeignObjects {
        objects = Set.copyOf(objects);
        tables = Set.copyOf(tables);
        indexes = Set.copyOf(indexes);
    }

    /** None. */
    public static ForeignObjects none() {
        return new ForeignObjects(Set.of(), Set.of(), Set.of());
    }

    /** The schema as far as it is the model's; what the model has come to know is no longer foreign. */
    public Schema without(Schema schema, Schema model) {
        if (tables.isEmpty() && indexes.isEmpty() && objects.isEmpty()) {
            return schema;
        }
        Set<String> known = model.tables().stream()
                .flatMap(table -> table.indexes().stream())
                .map(index -> SqlExpression.lower(index.name()))
                .collect(Collectors.toSet());
        List<TableSchema> kept = new ArrayList<>();
        for (TableSchema table : schema.tables()) {
            if (tables.contains(SqlExpression.lower(table.name()))
                    && model.table(table.name()).isEmpty()) {
                continue;
            }
            kept.add(table.withIndexes(table.indexes().stream()
                    .filter(index -> known.contains(SqlExpression.lower(index.name())) || !isForeign(index))
                    .toList()));
        }
        Set<String> knownObjects =
                model.objects().stream().map(SchemaObject::key).collect(Collectors.toSet());
        return new Schema(
                kept,
                own(schema.virtualTables(), knownObjects),
                own(schema.views(), knownObjects),
                own(schema.triggers(), knownObjects));
    }

    private List<SchemaObject> own(List<SchemaObject> all, Set<String> known) {
        return all.stream()
                .filter(object -> known.contains(object.key()) || !objects.contains(object.key()))
                .toList();
    }

    private boolean isForeign(IndexSchema index) {
        return indexes.contains(SqlExpression.lower(index.name()));
    }
}
