package io.rowloom.generator.dao;

import io.rowloom.generator.dao.DaoMethod.Kind;
import io.rowloom.generator.dao.DaoMethod.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides the methods that find rows by an index, and those that follow its order. */
final class FinderMethods {
    private final DaoMethods methods;
    private final TableDao table;
    private final PatchMethods patches;
    private final String from;
    private final List<Finder> single = new ArrayList<>();
    private final List<Finder> paged = new ArrayList<>();

    private FinderMethods(DaoMethods methods) {
        this.methods = methods;
        this.table = methods.table();
        this.patches = new PatchMethods(methods);
        this.from = methods.sql().from();
    }

    static void add(DaoMethods methods) {
        FinderMethods finders = new FinderMethods(methods);
        finders.table.lookups().forEach(finders::add);
        finders.table();
        finders.orders();
        RelationMethods.add(methods, finders.single, finders.paged);
    }

    private void add(Lookup lookup) {
        Finder by = finder(lookup, "", lookup.orders().stream().findFirst());
        if (lookup.unique()) {
            // Values are unique only where none is NULL, so that this takes none unless it is sure all the same.
            List<Parameter> values = lookup.single() ? by.parameters() : methods.parameters(lookup.columns());
            add(Kind.FIND, "find", by, values, rows("Optional"), select(by.condition()));
            if (table.isByKey(lookup)) {
                many(by);
            }
        }
        if (lookup.single()) {
            single.add(by);
            add(Kind.EXISTS, "exists", by, by.parameters(), "boolean", exists(by));
            add(Kind.DELETE_ONE, "delete", by, by.parameters(), "boolean", "DELETE " + from + by.condition());
            patches.add(by, lookup);
            return;
        }
        String listed = select(by.ordered());
        add(Kind.LIST_FOUND, "list", by, by.parameters(), rows("List"), listed);
        page(by);
        by.order().ifPresent(order -> paged.add(by));
        add(Kind.STREAM_FOUND, "stream", by, by.parameters(), rows("Stream"), listed);
        add(Kind.COUNT_FOUND, "count", by, by.parameters(), "long", "SELECT count(*)\n" + from + by.condition());
        add(Kind.EXISTS, "exists", by, by.parameters(), "boolean", exists(by));
        add(Kind.DELETE_FOUND, "delete", by, by.parameters(), "int", "DELETE " + from + by.condition());
        patches.add(by, lookup);
        lookup.orders().stream().skip(1).forEach(order -> page(finder(lookup, order.suffix(), Optional.of(order))));
    }

    private void many(Finder by) {
        methods.add(
                Kind.FIND_ALL,
                "findAll" + by.methods(),
                List.of(KeyList.parameter(table.key())),
                rows("List"),
                select('\n' + KeyList.where(table.key())),
                by.lookup(),
                by.access());
    }

    private void table() {
        String scan = "a scan of the whole table";
        methods.add(Kind.COUNT, "count", List.of(), "long", methods.sql().count(), scan);
        if (!table.orders().isEmpty()) {
            RowOrder order = table.orders().get(0);
            Finder whole = inOrder("", order);
            List<Parameter> limit = List.of(Parameter.of("int", "limit"));
            add(Kind.LIST, "list", whole, limit, rows("List"), select(whole.ordered() + "\nLIMIT ?"));
            page(whole);
            paged.add(whole);
        }
        methods.add(Kind.STREAM, "stream", List.of(), rows("Stream"), select(""), scan);
    }

    private void orders() {
        table.orders().stream().skip(1).forEach(order -> {
            Finder whole = inOrder(order.suffix(), order);
            page(whole);
            add(Kind.STREAM_FOUND, "stream", whole, List.of(), rows("Stream"), select(whole.ordered()));
        });
    }

    /** The statement is that of the first page; those of others say as well behind which row they begin. */
    private void page(Finder by) {
        if (by.order().isEmpty()) {
            return;
        }
        List<Parameter> parameters = new ArrayList<>(by.parameters());
        parameters.add(Parameter.of("PageRequest", "page"));
        String first = methods.sql().select(by.unread(table)) + by.ordered() + "\nLIMIT ?" + parameters.size();
        add(Kind.PAGE, "list", by, parameters, rows("Page"), first);
    }

    private void add(Kind kind, String verb, Finder by, List<Parameter> parameters, String returns, String text) {
        methods.add(kind, verb + by.methods(), by, parameters, returns, text);
    }

    private Finder finder(Lookup lookup, String suffix, Optional<RowOrder> order) {
        List<Parameter> parameters = new ArrayList<>();
        StringBuilder where = new StringBuilder();
        for (Parameter parameter : methods.parameters(lookup.columns())) {
            ColumnDescriptor column = parameter.column().orElseThrow();
            boolean nullable = lookup.takesNull(column);
            parameters.add(nullable ? parameter.orNull() : parameter);
            where.append(where.isEmpty() ? "" : " AND ")
                    .append(DaoSql.column(column.name()))
                    .append(nullable ? " IS ?" : " = ?")
                    .append(parameters.size());
        }
        String access = suffix.isEmpty()
                ? lookup.words()
                : "a search by " + order.orElseThrow().access();
        return methods.finder(
                "By" + lookup.suffix() + suffix, parameters, where.toString(), Optional.of(lookup), order, access);
    }

    private Finder inOrder(String words, RowOrder order) {
        String access = "in the order of " + order.access();
        return methods.finder(words, List.of(), "", Optional.empty(), Optional.of(order), access);
    }

    private String rows(String type) {
        return type + '<' + table.record() + '>';
    }

    private String select(String rest) {
        return methods.sql().select().concat(rest);
    }

    private String exists(Finder by) {
        return "SELECT EXISTS (SELECT 1\n" + from + by.condition() + ')';
    }
}
