package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.Column;
import io.rowloom.model.Literal;
import io.rowloom.model.Sample;
import io.rowloom.model.problem.Place;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlNode;
import io.rowloom.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rows that show what a table holds, and holds them to the table. */
final class SampleResolver {
    private final TableDraft table;
    private final Problems problems;

    SampleResolver(TableDraft table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    List<Sample> resolve() {
        List<Sample> samples = new ArrayList<>();
        Set<List<Literal>> keys = new HashSet<>();
        for (YamlNode node : table.yaml().items("samples")) {
            YamlMapping row = (YamlMapping) node;
            Map<String, Literal> byColumn = new HashMap<>();
            samples.add(sample(row, byColumn));
            checkComplete(row);
            checkKey(row, byColumn, keys);
        }
        return samples;
    }

    private Sample sample(YamlMapping row, Map<String, Literal> byColumn) {
        List<Sample.Value> values = new ArrayList<>();
        for (YamlMapping.Entry entry : row.entries()) {
            Optional<ColumnDraft> found = TableDraft.find(entry.name(), entry, table.yaml(), table.columns(), problems);
            if (found.isEmpty()) {
                continue;
            }
            Column column = found.get().column();
            if (byColumn.containsKey(column.name())) {
                problems.add(
                        ProblemCode.DUPLICATE_NAME, entry, "the column " + quote(column.name()) + " is here twice");
            } else if (column.generated().isPresent()) {
                invalid(entry, "the database computes " + quote(column.name()) + ", so a row cannot say it");
            } else {
                value(entry, found.get()).ifPresent(literal -> {
                    values.add(new Sample.Value(column.name(), literal));
                    byColumn.put(column.name(), literal);
                });
            }
        }
        return new Sample(values, row.location());
    }

    private Optional<Literal> value(YamlMapping.Entry entry, ColumnDraft column) {
        if (entry.value() instanceof YamlScalar scalar && scalar.isNull()) {
            if (column.column().nullable()) {
                return Optional.of(new Literal.Null());
            }
            invalid(entry, quote(column.name()) + " cannot be NULL");
            return Optional.empty();
        }
        if (!column.typed()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LiteralReader.read(entry.value(), column.column().type()));
        } catch (NotOfTypeException e) {
            problems.add(ProblemCode.INVALID_SAMPLE, e.place(), e.message(), e.suggestion());
            return Optional.empty();
        }
    }

    private void checkComplete(YamlMapping row) {
        Set<String> said = new HashSet<>();
        row.entries().forEach(entry -> said.add(SqlNames.folded(entry.name())));
        for (ColumnDraft draft : table.columns().values()) {
            Column column = draft.column();
            boolean required = !column.nullable()
                    && column.defaultValue().isEmpty()
                    && column.generated().isEmpty()
                    && !column.autoIncrement()
                    && !draft.has("default");
            if (required && !said.contains(SqlNames.folded(column.name()))) {
                invalid(row, "the row says nothing of " + quote(column.name()) + ", which has no default");
            }
        }
    }

    private void checkKey(YamlMapping row, Map<String, Literal> values, Set<List<Literal>> keys) {
        if (table.primaryKey().isEmpty()) {
            return;
        }
        List<Literal> key = new ArrayList<>();
        for (String column : table.primaryKey().get().columns()) {
            Literal value = values.get(column);
            if (value == null) {
                return;
            }
            key.add(value);
        }
        if (!keys.add(key)) {
            invalid(row, "another row has the same primary key");
        }
    }

    private void invalid(Place place, String message) {
        problems.add(ProblemCode.INVALID_SAMPLE, place, message);
    }
}
