package io.rowloom.generator.java;

import io.rowloom.generator.dao.Children;
import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.generator.dao.Lookup;
import io.rowloom.generator.dao.Parent;
import io.rowloom.generator.dao.RowOrder;
import io.rowloom.generator.dao.TableDao;
import io.rowloom.generator.dao.Upsert;
import io.rowloom.generator.migration.MigrationSource;
import io.rowloom.model.ColumnType;
import io.rowloom.model.DefaultValue;
import io.rowloom.model.EnumType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.JsonValue;
import io.rowloom.model.Literal;
import io.rowloom.model.OwnTypes;
import java.util.List;
import java.util.Optional;

/**
 * Everything that descriptors say, as text for fingerprints: equal if and only if the descriptors are.
 *
 * <p>By hand, because the {@code toString} that a record is given is linked at its first call, with method handles for each
 * component: for all descriptors together that costs a cold JVM more than spelling the Java of twenty tables. A
 * test compares with the components by reflection, so that none can be forgotten.
 */
final class DescriptorText {
    private final StringBuilder text = new StringBuilder(1024);

    private DescriptorText() {}

    static String of(TableDescriptor table) {
        DescriptorText to = new DescriptorText();
        to.add(table.scope()).add(table.rows()).add(table.description()).begin();
        table.ownTypes().ifPresent(to::add);
        return to.end().add(table.nested()).add(table.queries()).toString();
    }

    static String of(DatabaseDescriptor database) {
        DescriptorText to = new DescriptorText();
        to.add(database.scope())
                .add(database.name())
                .add(database.databaseClass())
                .add(database.description());
        to.begin();
        for (DatabaseDescriptor.Setting pragma : database.pragmas()) {
            to.begin().add(pragma.name()).add(pragma.value()).end();
        }
        to.end().begin();
        for (DatabaseDescriptor.Accessor accessor : database.accessors()) {
            to.begin()
                    .add(accessor.kind())
                    .add(accessor.table())
                    .add(accessor.name())
                    .add(accessor.dao())
                    .end();
        }
        return to.end().add(database.queries()).toString();
    }

    static String of(Scope scope, List<QueryDescriptor> queries) {
        return new DescriptorText().add(scope).add(queries).toString();
    }

    static String of(Scope scope) {
        return new DescriptorText().add(scope).toString();
    }

    static String of(Scope scope, EnumType type) {
        return new DescriptorText().add(scope).add(type).toString();
    }

    static String of(Scope scope, JsonShape shape, NestedTypes nested) {
        return new DescriptorText().add(scope).add(shape).add(nested).toString();
    }

    /** The statements stand for themselves by the checksum and the number of the migration. */
    static String of(DatabaseDescriptor database, List<MigrationSource> migrations) {
        DescriptorText to = new DescriptorText();
        to.text.append(of(database));
        for (MigrationSource migration : migrations) {
            to.begin()
                    .add(String.valueOf(migration.number()))
                    .add(migration.name())
                    .add(migration.checksum());
            to.add(migration.sealed()).begin();
            migration.up().forEach(to::add);
            to.end().begin();
            migration.down().forEach(to::add);
            to.end().end();
        }
        return to.toString();
    }

    private DescriptorText add(Scope scope) {
        begin().add(scope.packageName()).add(scope.header()).begin();
        scope.hidden().forEach(this::add);
        return end().end();
    }

    /** By their own text: most models have few of them, and what reads them is needed by then anyway. */
    private DescriptorText add(List<QueryDescriptor> queries) {
        begin();
        queries.forEach(query -> add(query.toString()));
        return end();
    }

    private void add(OwnTypes types) {
        begin().begin();
        types.interfaces().forEach(this::add);
        end().begin();
        types.annotations().forEach(this::add);
        end().end();
    }

    private DescriptorText add(TableDao table) {
        begin().add(table.name()).add(table.record()).begin();
        table.columns().forEach(this::add);
        end().begin();
        table.key().forEach(this::add);
        end().begin();
        table.lookups().forEach(this::add);
        end().begin();
        table.orders().forEach(this::add);
        end().begin();
        table.parents().forEach(this::add);
        end().begin();
        table.children().forEach(this::add);
        end().begin();
        table.upserts().forEach(this::add);
        return end().add(table.rowid()).end();
    }

    /** With the names of its columns, which stand for themselves among those of the table. */
    private void add(Lookup lookup) {
        begin().begin();
        lookup.columns().forEach(column -> add(column.name()));
        end().add(lookup.kind().name()).add(lookup.index());
        add(lookup.unique()).add(lookup.single()).begin();
        lookup.present().forEach(this::add);
        end().begin();
        lookup.orders().forEach(this::add);
        end().end();
    }

    private void add(RowOrder order) {
        begin().begin();
        order.by().forEach(this::add);
        end().begin();
        order.columns().forEach(this::add);
        end().add(order.access()).end();
    }

    private void add(RowOrder.Column column) {
        begin().add(column.name()).add(column.javaName());
        add(column.descending()).add(column.nullable()).end();
    }

    private void add(Parent parent) {
        begin().add("Parent")
                .add(parent.role())
                .add(parent.record())
                .add(parent.own())
                .add(parent.component());
        add(parent.table()).add(parent.row()).add(parent.join()).add(parent.optional());
        add(String.valueOf(parent.present())).begin();
        parent.columns().forEach(this::add);
        end().end();
    }

    /** The keys as a lookup. */
    private void add(Children children) {
        begin().add("Children").add(children.name()).add(children.record());
        add(children.own()).add(children.component());
        add(children.table()).add(children.row()).add(children.on()).begin();
        children.keys().forEach(column -> add(column.name()));
        end().begin();
        children.order().forEach(this::add);
        end().add(children.access()).end();
    }

    /** As a lookup. */
    private void add(Upsert upsert) {
        begin().begin();
        upsert.columns().forEach(column -> add(column.name()));
        end().add(upsert.primary()).begin();
        upsert.kept().forEach(column -> add(column.name()));
        end().end();
    }

    private void add(ColumnDescriptor column) {
        begin().add(column.name()).add(column.javaName()).add(column.type()).add(column.nullable());
        add(column.role().name());
        begin();
        column.defaultValue().ifPresent(this::add);
        end();
        add(column.randomKey())
                .add(column.autoUpdate())
                .add(column.version())
                .add(column.key())
                .add(column.reference());
        add(column.description()).end();
    }

    private DescriptorText add(NestedTypes nested) {
        begin().begin();
        nested.enums().forEach(this::add);
        end().begin();
        nested.shapes().forEach(this::add);
        return end().end();
    }

    private DescriptorText add(ColumnType type) {
        if (type instanceof ColumnType.Scalar scalar) {
            return add(scalar.name());
        }
        begin().add(type.getClass().getSimpleName());
        if (type instanceof ColumnType.Decimal decimal) {
            add(String.valueOf(decimal.precision())).add(String.valueOf(decimal.scale()));
        } else if (type instanceof ColumnType.Timestamp timestamp) {
            add(timestamp.format().name());
        } else if (type instanceof ColumnType.Enumeration enumeration) {
            add(enumeration.type()).add(enumeration.check());
        } else if (type instanceof ColumnType.Json json) {
            add(json.value());
        }
        return end();
    }

    private DescriptorText add(EnumType type) {
        begin().add(type.name()).add(type.owner()).begin();
        for (EnumType.Member member : type.members()) {
            begin().add(member.value()).add(member.constant()).end();
        }
        return end().end();
    }

    private DescriptorText add(JsonShape shape) {
        begin().add(shape.name()).add(shape.owner()).begin();
        for (JsonShape.Property property : shape.properties()) {
            begin().add(property.name()).add(property.javaName()).add(property.value());
            add(property.optional()).end();
        }
        return end().end();
    }

    private DescriptorText add(JsonValue value) {
        begin().add(value.getClass().getSimpleName());
        if (value instanceof JsonValue.Scalar scalar) {
            add(scalar.type());
        } else if (value instanceof JsonValue.Enumeration enumeration) {
            add(enumeration.type());
        } else if (value instanceof JsonValue.Shape shape) {
            add(shape.shape());
        } else if (value instanceof JsonValue.ListOf list) {
            add(list.element());
        }
        return end();
    }

    private void add(DefaultValue value) {
        begin().add(value.getClass().getSimpleName());
        if (value instanceof DefaultValue.Expression expression) {
            add(expression.sql());
        } else if (value instanceof DefaultValue.Constant constant) {
            add(constant.value());
        }
        end();
    }

    private void add(Literal literal) {
        begin().add(literal.getClass().getSimpleName());
        if (literal instanceof Literal.Text text) {
            add(text.value());
        } else if (literal instanceof Literal.Whole whole) {
            add(String.valueOf(whole.value()));
        } else if (literal instanceof Literal.Decimal decimal) {
            add(decimal.value().toString());
        } else if (literal instanceof Literal.Bool bool) {
            add(bool.value());
        } else if (literal instanceof Literal.EnumMember member) {
            add(member.type()).add(member.member().value()).add(member.member().constant());
        } else {
            // The others are rare as defaults, and what they hold has a text of its own.
            add(literal.toString());
        }
        end();
    }

    private DescriptorText add(Optional<String> value) {
        begin();
        value.ifPresent(this::add);
        return end();
    }

    private DescriptorText add(boolean value) {
        text.append(value ? '1' : '0');
        return this;
    }

    /** With its length, so that no text can look like another structure. */
    private DescriptorText add(String value) {
        text.append(value.length()).append(':').append(value);
        return this;
    }

    private DescriptorText begin() {
        text.append('(');
        return this;
    }

    private DescriptorText end() {
        text.append(')');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
