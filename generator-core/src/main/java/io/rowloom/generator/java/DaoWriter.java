package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.GENERATED;
import static io.rowloom.generator.java.JavaTypes.SQL_SESSION;

import io.rowloom.generator.dao.DaoMethod;
import io.rowloom.generator.dao.Finder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Spells the DAO of a table: the statements of its methods, the methods, and how a row is read. */
final class DaoWriter {
    private final TableDescriptor table;
    private final JavaSource source;
    private final InsertMethodsWriter inserts;
    private final UpdateMethodsWriter updates;
    private final FinderWriter finders;
    private final PatchMethodsWriter patches;
    private final RelationWriter relations;
    private final DeleteMethodsWriter deletes;
    private final DaoCode code;
    private int upserts;

    private DaoWriter(TableDescriptor table) {
        this.table = table;
        this.source = new JavaSource(table.scope(), nested(table));
        this.code = new DaoCode(table, source);
        this.inserts = new InsertMethodsWriter(code);
        this.updates = new UpdateMethodsWriter(code);
        this.finders = new FinderWriter(code);
        this.deletes = new DeleteMethodsWriter(code);
        this.patches = new PatchMethodsWriter(code, finders);
        this.relations = new RelationWriter(code, finders);
    }

    static String write(TableDescriptor table) {
        return new DaoWriter(table).write();
    }

    private String write() {
        List<DaoMethod> methods = table.rows().methods();
        QueryMethods queries = new QueryMethods(table.queries(), source);
        source.javadoc("Reads and writes rows of the table " + JavaText.code(table.name()) + '.');
        source.add("@$($)\n", source.use(GENERATED), "\"io.rowloom\"");
        source.add("public final class $ {\n", table.dao()).indent();
        constants(methods);
        List<Finder> shared = finders(methods);
        shared.forEach(finders::constant);
        relations.constants(methods);
        queries.statements();
        source.blank()
                .add("private final $ sql;\n", source.use(SQL_SESSION))
                .blank()
                .javadoc("Works in {@code session}: a database, or one transaction.")
                .add("""
                        public $($ session) {
                            this.sql = session;
                        }
                        """, table.dao(), source.use(SQL_SESSION));
        patches.key(methods);
        methods.forEach(this::method);
        queries.methods();
        relations.records();
        finders.binders(shared);
        new RowReaderWriter(code).write();
        inserts.privates();
        if (table.rows().isUpdated()) {
            updates.privates();
        }
        if (table.rows().key().size() > 1) {
            deletes.key();
        }
        if (methods.stream().anyMatch(method -> method.kind() == DaoMethod.Kind.CLAIM)) {
            patches.privates();
        }
        source.outdent().add("}\n");
        return source.text();
    }

    /** The records that the DAO nests: those of its queries and relations, and that of a key of more than one column. */
    private static Set<String> nested(TableDescriptor table) {
        Set<String> names = new TreeSet<>(QueryMethods.records(table.queries()));
        table.rows().relations().forEach(relation -> names.add(relation.record()));
        if (table.rows().key().size() > 1) {
            names.add("Key");
        }
        return names;
    }

    /** The finders of the methods, told apart by their constants, which is less to compare than all that they are. */
    private static List<Finder> finders(List<DaoMethod> methods) {
        Map<String, Finder> byConstant = new LinkedHashMap<>();
        for (DaoMethod method : methods) {
            method.finder().ifPresent(finder -> byConstant.putIfAbsent(finder.constant(), finder));
        }
        return List.copyOf(byConstant.values());
    }

    private void constants(List<DaoMethod> methods) {
        code.table("TABLE");
        inserts.constants(methods);
        if (table.rows().isUpdated()) {
            updates.constant();
        }
        methods.stream()
                .filter(method ->
                        method.kind() == DaoMethod.Kind.FIND_ALL || method.kind() == DaoMethod.Kind.DELETE_ALL)
                .forEach(code::statement);
    }

    private void method(DaoMethod method) {
        switch (method.kind()) {
            case INSERT -> inserts.insert(method);
            case INSERT_ALL -> inserts.insertAll(method);
            case INSERT_IF_ABSENT -> inserts.insertIfAbsent(method);
            case UPSERT -> inserts.upsert(method, table.rows().upserts().get(upserts++));
            case UPDATE -> updates.update(method);
            case UPDATE_ALL -> updates.updateAll(method);
            case PATCH -> patches.patch(method);
            case PATCH_FOUND -> patches.patchFound(method);
            case CLAIM -> patches.claim(method);
            case DELETE_ALL -> deletes.deleteAll(method);
            case FIND -> finders.find(method);
            case FIND_ALL -> finders.findAll(method);
            case EXISTS -> finders.exists(method);
            case DELETE_ONE -> finders.deleteOne(method);
            case LIST_FOUND -> finders.list(method);
            case PAGE -> finders.page(method);
            case STREAM_FOUND -> finders.stream(method);
            case COUNT_FOUND -> finders.count(method);
            case DELETE_FOUND -> finders.delete(method);
            case FIND_WITH -> relations.find(method);
            case PAGE_WITH -> relations.page(method);
            case WITH_CHILDREN -> relations.withChildren(method);
            case FIND_WITH_CHILDREN -> relations.findWithChildren(method);
            case PAGE_WITH_CHILDREN -> relations.pageWithChildren(method);
            case COUNT -> finders.countTable(method);
            case LIST -> finders.first(method);
            case STREAM -> finders.streamTable(method);
        }
    }
}
