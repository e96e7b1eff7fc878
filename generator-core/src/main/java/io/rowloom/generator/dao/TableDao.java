package io.rowloom.generator.dao;

import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table as its DAO sees it.
 *
 * @param name the SQL name
 * @param record the record of a row, {@code Session}
 * @param columns the columns in the order of the model
 * @param key the columns of the primary key in key order; empty if there is none
 * @param lookups the ways to find rows by an index, the primary key first
 * @param orders the orders in which indexes have all rows, that of the primary key first
 * @param parents the rows that a row refers to
 * @param children the rows that refer to a row
 * @param upserts the keys by which a new row may be there already, the primary key first
 * @param rowid a name of the number that SQLite gives to each row beside its key; empty if there is none
 * @param methods the methods in the order in which the DAO has them; they follow from all else
 */
public record TableDao(
        String name,
        String record,
        List<ColumnDescriptor> columns,
        List<ColumnDescriptor> key,
        List<Lookup> lookups,
        List<RowOrder> orders,
        List<Parent> parents,
        List<Children> children,
        List<Upsert> upserts,
        Optional<String> rowid,
        List<DaoMethod> methods) {

    public TableDao {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        lookups = List.copyOf(lookups);
        orders = List.copyOf(orders);
        parents = List.copyOf(parents);
        children = List.copyOf(children);
        upserts = List.copyOf(upserts);
        methods = List.copyOf(methods);
    }

    static TableDao of(Table table, Relations relations) {
        Lookups lookups = relations.lookups(table);
        List<ColumnDescriptor> columns = List.copyOf(lookups.columns().values());
        List<ColumnDescriptor> key = table.primaryKey()
                .map(primaryKey -> primaryKey.columns().stream()
                        .map(lookups.columns()::get)
                        .toList())
                .orElse(List.of());
        List<Parent> parents = relations.parents(table);
        TableDao dao = new TableDao(
                table.name(),
                table.recordName(),
                columns,
                key,
                lookups.list(),
                lookups.orders(),
                parents,
                relations.children(table, parents),
                Upsert.of(lookups.keys(), !key.isEmpty(), columns),
                RowOrders.rowid(table),
                List.of());
        return dao.with(DaoMethods.of(dao));
    }

    private TableDao with(List<DaoMethod> decided) {
        return new TableDao(name, record, columns, key, lookups, orders, parents, children, upserts, rowid, decided);
    }

    /** The foreign keys that the DAO follows, from either end. */
    public List<Relation> relations() {
        List<Relation> relations = new ArrayList<>(parents);
        relations.addAll(children);
        return relations;
    }

    /** The record of what an insert needs. */
    public String newRecord() {
        return "New" + record;
    }

    /** Whether rows are found by the whole primary key. */
    public boolean isByKey(Lookup lookup) {
        return ColumnDescriptor.names(lookup.columns()).equals(ColumnDescriptor.names(key));
    }

    /** The class of the DAO. */
    public String dao() {
        return record + "Dao";
    }

    /** The columns that an insert can name. */
    public List<ColumnDescriptor> inserted() {
        return columns.stream().filter(column -> !column.isGenerated()).toList();
    }

    /** The columns whose value in a new row only the database knows. */
    public List<ColumnDescriptor> computed() {
        return columns.stream().filter(ColumnDescriptor::isComputed).toList();
    }

    /** The columns whose value only the database knows, after every write. */
    public List<ColumnDescriptor> generated() {
        return columns.stream().filter(ColumnDescriptor::isGenerated).toList();
    }

    /** The only column of the primary key, if the database numbers it. */
    public Optional<ColumnDescriptor> numbered() {
        return key.stream().filter(ColumnDescriptor::isNumbered).findFirst();
    }

    /** Whether the number that is its key is all that the database computes of a new row. */
    public boolean isNumberedOnly() {
        return numbered().isPresent() && computed().size() == 1;
    }

    /** The columns that an update writes; empty where there is nothing to update. */
    public List<ColumnDescriptor> updated() {
        return key.isEmpty()
                ? List.of()
                : columns.stream().filter(ColumnDescriptor::isUpdated).toList();
    }

    /** What a patch can say; empty where there is nothing that it could change. */
    public List<PatchMethod> patches() {
        return isPatched() ? PatchMethod.of(this) : List.of();
    }

    /** Whether there is anything that a patch could change. */
    public boolean isPatched() {
        return columns.stream().anyMatch(ColumnDescriptor::isPatched);
    }

    /** The class of a patch. */
    public String patch() {
        return record + "Patch";
    }

    /** Whether an update has anything to write. */
    public boolean isUpdated() {
        return !updated().isEmpty();
    }

    public Optional<ColumnDescriptor> version() {
        return columns.stream().filter(ColumnDescriptor::version).findFirst();
    }

    /** {@code NameAndLeadId}, as it ends the name of a method by the primary key. */
    public String keySuffix() {
        return key.stream().map(ColumnDescriptor::methodSuffix).collect(Collectors.joining("And"));
    }
}
