package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.LIST;

import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.generator.dao.DaoMethod;
import io.rowloom.generator.dao.Finder;
import io.rowloom.generator.dao.TableDao;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Spells the methods that change some columns of rows. */
final class PatchMethodsWriter {
    private final DaoCode code;
    private final FinderWriter finders;
    private final TableDao table;
    private final JavaSource source;
    /** The finder by primary key, which a claim finds each row again by. */
    private String key = "";

    PatchMethodsWriter(DaoCode code, FinderWriter finders) {
        this.code = code;
        this.finders = finders;
        this.table = code.table().rows();
        this.source = code.source();
    }

    void patch(DaoMethod method) {
        code.javadoc(
                method,
                "Changes the row with " + those(method) + " as the patch says." + byItself(),
                "@return whether there was such a row, as the patch expects it");
        body(method, "boolean", " > 0;");
    }

    void patchFound(DaoMethod method) {
        code.javadoc(
                method,
                "Changes the rows with " + those(method) + " as the patch says." + byItself(),
                "@return how many there were, as the patch expects them");
        body(method, "int", ";");
    }

    private void body(DaoMethod method, String returns, String close) {
        Finder finder = method.finder().orElseThrow();
        code.open(method, returns);
        source.column(
                "return " + finder.constant() + (method.name().equals("patch") ? ".patchByKey(" : ".patch("),
                List.of("sql", finders.binding(finder), table.patch() + ".of(changes)"),
                ')' + close);
        code.close();
    }

    void claim(DaoMethod method) {
        Finder finder = method.finder().orElseThrow();
        String order = finder.order().isEmpty() ? ", in no promised order" : ", in the order of its index";
        code.javadoc(
                method,
                "Takes the first rows with " + those(method) + order
                        + ", and changes them as the patch says: of all who claim"
                        + " at the same time, one alone gets a row." + byItself(),
                "@param limit how many at most",
                "@param changes what makes them others, so that nobody finds them again",
                "@return the rows as they are now, in the order in which they were found");
        code.open(method, source.use(LIST) + '<' + table.record() + '>');
        source.column(
                "return " + finder.constant() + ".claim(",
                List.of(
                        "sql",
                        finders.binding(finder),
                        "limit",
                        table.patch() + ".of(changes)",
                        table.dao() + "::read",
                        key,
                        table.dao() + "::bindKey"),
                ");");
        code.close();
    }

    /** What changes though the patch does not say so. */
    private String byItself() {
        List<String> parts = new ArrayList<>();
        table.version().ifPresent(column -> parts.add(JavaText.code(column.name()) + " goes up by one"));
        List<String> moments = table.columns().stream()
                .filter(column -> column.isUpdated() && column.autoUpdate())
                .map(column -> JavaText.code(column.name()))
                .toList();
        if (!moments.isEmpty()) {
            parts.add(String.join(" and ", moments) + (moments.size() == 1 ? " becomes" : " become") + " the present");
        }
        String text = String.join(", ", parts);
        return text.isEmpty() ? "" : " Also " + text + '.';
    }

    private static String those(DaoMethod method) {
        return method.finder().orElseThrow().parameters().stream()
                .map(parameter -> JavaText.code(parameter.column().orElseThrow().name()))
                .collect(Collectors.joining(" and ", "that ", ""));
    }

    /** Notes the finder by primary key. */
    void key(List<DaoMethod> methods) {
        Optional<Finder> byKey = methods.stream()
                .flatMap(method -> method.finder().stream())
                .filter(finder -> finder.lookup().filter(table::isByKey).isPresent())
                .findFirst();
        key = byKey.map(Finder::constant).orElse("");
    }

    /** The private method that binds the key of a row. */
    void privates() {
        List<ColumnDescriptor> columns = table.key();
        code.binder("bindKey", table.record(), code.binds(columns, "row", false));
    }
}
