package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.INSTANT;
import static io.rowloom.generator.java.JavaTypes.NULLABLE;
import static io.rowloom.generator.java.JavaTypes.UUID;

import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.model.DefaultValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Spells the record of what an insert needs, with its builder. */
final class InsertWriter {
    private final TableDescriptor table;
    private final JavaSource source;
    private final List<ColumnDescriptor> columns;
    private final String now;

    private InsertWriter(TableDescriptor table) {
        this.table = table;
        this.source = new JavaSource(table.scope(), Set.of("Builder"));
        this.columns = table.rows().inserted();
        this.now = free("now");
    }

    static String write(TableDescriptor table) {
        return new InsertWriter(table).write();
    }

    /** A local name that no component has. */
    private String free(String name) {
        return columns.stream().anyMatch(column -> column.javaName().equals(name)) ? free(name + '_') : name;
    }

    private String write() {
        List<Component> components = columns.stream()
                .map(column -> Component.ofInsert(column, table.name()))
                .toList();
        source.javadoc(Docs.record(
                Optional.empty(),
                "What a new row of the table " + JavaText.code(table.name())
                        + " needs; built by name, so that what has a default may be left out.",
                components));
        source.add("@$($)\n", source.use(JavaTypes.GENERATED), "\"io.rowloom\"");
        RecordBody body = new RecordBody(source, table.newRecord(), components);
        body.open();
        source.blank().add("""
                        /** Begins one in which everything has its default. */
                        public static Builder builder() {
                            return new Builder();
                        }
                        """);
        builder();
        body.close();
        return source.text();
    }

    private void builder() {
        source.blank()
                .javadoc("Collects the values of a {@link " + table.newRecord() + "}.")
                .add("public static final class Builder {\n")
                .indent();
        if (columns.stream().filter(InsertWriter::isNow).count() > 1) {
            source.add("private final $ $ = $.now();\n", source.use(INSTANT), now, source.use(INSTANT));
        }
        columns.forEach(this::field);
        source.blank().add("private Builder() {}\n");
        columns.forEach(this::setter);
        build();
        source.outdent().add("}\n");
    }

    private static boolean isNow(ColumnDescriptor column) {
        return column.defaultValue().filter(DefaultValue.Now.class::isInstance).isPresent();
    }

    private void field(ColumnDescriptor column) {
        Optional<String> initial = initial(column);
        boolean nullable = initial.isEmpty() || column.isNullableInInsert();
        source.add(
                "private $ $$;\n",
                JavaValues.type(column.type(), nullable, source),
                column.javaName(),
                initial.filter(value -> !value.equals("null"))
                        .map(value -> " = " + value)
                        .orElse(""));
    }

    /** The default that is known before anybody says anything. */
    private Optional<String> initial(ColumnDescriptor column) {
        DefaultValue value = column.defaultValue().orElse(null);
        if (value instanceof DefaultValue.Constant constant) {
            return Optional.of(DefaultCode.literal(constant.value(), column.type(), source));
        }
        if (value instanceof DefaultValue.Now) {
            boolean shared = columns.stream().filter(InsertWriter::isNow).count() > 1;
            String moment = shared ? now : source.use(INSTANT) + ".now()";
            return Optional.of(DefaultCode.now(column.type(), moment, source));
        }
        return Optional.empty();
    }

    private void setter(ColumnDescriptor column) {
        source.blank().javadoc(Docs.sentence(column));
        source.add(
                """
                public Builder $($ $) {
                    this.$ = $;
                    return this;
                }
                """,
                column.javaName(),
                JavaValues.type(column.type(), column.isNullableInInsert(), source),
                column.javaName(),
                column.javaName(),
                column.javaName());
    }

    private void build() {
        List<String> arguments = new ArrayList<>();
        boolean required = false;
        for (ColumnDescriptor column : columns) {
            String name = column.javaName();
            if (column.isRequired()) {
                arguments.add("required(" + name + ", " + JavaText.literal(column.name()) + ')');
                required = true;
            } else if (column.randomKey()) {
                arguments.add(name + " == null ? " + source.use(UUID) + ".randomUUID() : " + name);
            } else {
                arguments.add(name);
            }
        }
        source.blank();
        if (required) {
            source.javadoc(
                    "What was collected.",
                    "@throws IllegalStateException when a column that has no default was left out");
        } else {
            source.javadoc("What was collected.");
        }
        source.add("public $ build() {\n", table.newRecord()).indent();
        source.column("return new " + table.newRecord() + '(', arguments, ");");
        source.outdent().add("}\n");
        if (required) {
            source.blank()
                    .add("""
                            private static <T> T required(@$ T value, String column) {
                                if (value == null) {
                            """, source.use(NULLABLE))
                    .indent()
                    .indent()
                    .column(
                            "throw new IllegalStateException(",
                            List.of(JavaText.literal("a new row of " + table.name() + " needs a value for the column ")
                                    + " + column"),
                            ");")
                    .outdent()
                    .outdent()
                    .add("""
                                }
                                return value;
                            }
                            """);
        }
    }
}
