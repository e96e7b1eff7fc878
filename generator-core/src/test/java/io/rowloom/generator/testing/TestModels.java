package io.rowloom.generator.testing;

import io.rowloom.model.CheckConstraint;
import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.Database;
import io.rowloom.model.DefaultValue;
import io.rowloom.model.Dialect;
import io.rowloom.model.ForeignKey;
import io.rowloom.model.GeneratedValue;
import io.rowloom.model.Index;
import io.rowloom.model.Location;
import io.rowloom.model.Model;
import io.rowloom.model.PrimaryKey;
import io.rowloom.model.Table;
import io.rowloom.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Short ways to the values of a model. */
public final class TestModels {
    public static final Location HERE = new Location("model.yaml", 1, 1);

    private TestModels() {}

    /** A model of these tables and nothing else. */
    public static Model model(Table... tables) {
        return new Model(database(), List.of(), List.of(), List.of(tables), List.of(), List.of(), List.of());
    }

    /** A database with only what it must have. */
    public static Database database() {
        return new Database(
                "test",
                "com.example.test",
                "TestDatabase",
                Optional.empty(),
                List.of(Dialect.SQLITE),
                List.of(),
                List.of(),
                List.of(),
                HERE);
    }

    /** The model with other columns in each table. */
    public static Model withColumns(Model model, Function<Table, List<Column>> columns) {
        List<Table> tables = new ArrayList<>();
        for (Table table : model.tables()) {
            tables.add(new Table(
                    table.name(),
                    table.javaName(),
                    table.recordName(),
                    table.ownTypes(),
                    table.section(),
                    table.description(),
                    columns.apply(table),
                    table.primaryKey(),
                    table.foreignKeys(),
                    table.uniques(),
                    table.indexes(),
                    table.checks(),
                    table.samples(),
                    table.fullText(),
                    table.withoutRowid(),
                    table.strict(),
                    table.small(),
                    table.renamedFrom(),
                    table.location()));
        }
        return new Model(
                model.database(),
                model.enums(),
                model.shapes(),
                tables,
                model.views(),
                model.triggers(),
                model.queries(),
                model.types(),
                model.exemptions());
    }

    /** A strict table of these columns and nothing else. */
    public static Table table(String name, Column... columns) {
        return new Table(
                name,
                name,
                "Row",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(columns),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                true,
                false,
                Optional.empty(),
                HERE);
    }

    /** The table with constraints and indexes. */
    public static Table with(
            Table table,
            Optional<PrimaryKey> primaryKey,
            List<ForeignKey> foreignKeys,
            List<UniqueConstraint> uniques,
            List<Index> indexes,
            List<CheckConstraint> checks) {
        return new Table(
                table.name(),
                table.javaName(),
                table.recordName(),
                table.ownTypes(),
                table.section(),
                table.description(),
                table.columns(),
                primaryKey,
                foreignKeys,
                uniques,
                indexes,
                checks,
                table.samples(),
                table.fullText(),
                table.withoutRowid(),
                table.strict(),
                table.small(),
                table.renamedFrom(),
                table.location());
    }

    /** The table with section, description and options. */
    public static Table with(
            Table table, Optional<String> section, Optional<String> description, boolean withoutRowid, boolean strict) {
        return new Table(
                table.name(),
                table.javaName(),
                table.recordName(),
                table.ownTypes(),
                section,
                description,
                table.columns(),
                table.primaryKey(),
                table.foreignKeys(),
                table.uniques(),
                table.indexes(),
                table.checks(),
                table.samples(),
                table.fullText(),
                withoutRowid,
                strict,
                table.small(),
                table.renamedFrom(),
                table.location());
    }

    /** The table with checks. */
    public static Table withChecks(Table table, CheckConstraint... checks) {
        return with(table, table.primaryKey(), table.foreignKeys(), table.uniques(), table.indexes(), List.of(checks));
    }

    /** The table with indexes. */
    public static Table withIndexes(Table table, Index... indexes) {
        return with(table, table.primaryKey(), table.foreignKeys(), table.uniques(), List.of(indexes), table.checks());
    }

    /** A column that may be NULL. */
    public static Column column(String name, ColumnType type) {
        return column(name, type, true, Optional.empty(), Optional.empty());
    }

    /** A column. */
    public static Column column(
            String name,
            ColumnType type,
            boolean nullable,
            Optional<DefaultValue> defaultValue,
            Optional<GeneratedValue> generated) {
        return new Column(
                name,
                name,
                type,
                nullable,
                defaultValue,
                generated,
                false,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                HERE);
    }

    /** The column with a collation and a description. */
    public static Column with(Column column, Optional<String> collation, Optional<String> description) {
        return new Column(
                column.name(),
                column.javaName(),
                column.type(),
                column.nullable(),
                column.defaultValue(),
                column.generated(),
                column.autoIncrement(),
                column.autoUpdate(),
                column.version(),
                collation,
                column.sqlType(),
                description,
                column.renamedFrom(),
                column.backfill(),
                column.location());
    }
}
