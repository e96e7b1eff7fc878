package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.LIST;
import static io.rowloom.generator.java.JavaTypes.OPTIONAL;
import static io.rowloom.generator.java.JavaTypes.PAGE;
import static io.rowloom.generator.java.JavaTypes.SQL_CHILDREN;
import static io.rowloom.generator.java.JavaTypes.SQL_EXCEPTION;
import static io.rowloom.generator.java.JavaTypes.SQL_JOIN;
import static io.rowloom.generator.java.JavaTypes.SQL_ROW;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import io.rowloom.generator.dao.Children;
import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.generator.dao.DaoMethod;
import io.rowloom.generator.dao.Finder;
import io.rowloom.generator.dao.Parent;
import io.rowloom.generator.dao.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Spells the methods that follow foreign keys, and the records that they give. */
final class RelationWriter {
    private final DaoCode code;
    private final FinderWriter finders;
    private final JavaSource source;

    RelationWriter(DaoCode code, FinderWriter finders) {
        this.code = code;
        this.finders = finders;
        this.source = code.source();
    }

    /** The constant of each foreign key that is followed. */
    void constants(List<DaoMethod> methods) {
        Map<String, Relation> relations = new LinkedHashMap<>();
        methods.forEach(method -> method.relation().ifPresent(relation -> relations.put(method.constant(), relation)));
        relations.forEach((name, relation) -> {
            List<String> arguments = new ArrayList<>(List.of("() -> " + dao(relation) + ".TABLE"));
            if (relation instanceof Parent parent) {
                arguments.add(JavaText.literal(parent.join()));
                constant(source.use(SQL_JOIN), name, arguments);
            } else if (relation instanceof Children children) {
                arguments.add(JavaText.literal(code.table().name()));
                arguments.add(JavaText.literal("with" + children.name()));
                arguments.add(JavaText.literal(children.on()));
                arguments.addAll(finders.orders(children.order()));
                constant(source.use(SQL_CHILDREN), name, arguments);
            }
        });
    }

    private void constant(String type, String name, List<String> arguments) {
        source.blank().column("private static final " + type + ' ' + name + " = " + type + ".of(", arguments, ");");
    }

    void find(DaoMethod method) {
        code.javadoc(
                method,
                "The row with " + FinderWriter.those(method) + " and"
                        + with(method).substring(" with".length()) + ", if there is one.");
        joined(method, OPTIONAL, "find", List.of());
    }

    void page(DaoMethod method) {
        String rows = method.lookup().isPresent() ? "the rows with " + FinderWriter.those(method) : "all rows";
        code.javadoc(method, "A page of " + rows + FinderWriter.order(method) + ", each" + with(method) + '.');
        joined(method, PAGE, "page", List.of("page"));
    }

    /** {@code return BY_ID.with(WITH_AGENT, "WithAgent").find(sql, whereId(id), SessionWithAgent::read);}. */
    private void joined(DaoMethod method, ClassName returns, String verb, List<String> more) {
        Finder by = method.finder().orElseThrow();
        Relation relation = method.relation().orElseThrow();
        String words = method.name().substring(method.name().startsWith("find") ? "find".length() : "list".length());
        List<String> arguments = new ArrayList<>(List.of("sql", finders.binding(by)));
        arguments.addAll(more);
        arguments.add(relation.record() + "::read");
        code.open(method, source.use(returns) + '<' + relation.record() + '>');
        source.column(
                "return " + by.constant() + ".with(" + method.constant() + ", " + JavaText.literal(words) + ")." + verb
                        + '(',
                arguments,
                ");");
        code.close();
    }

    private static String with(DaoMethod method) {
        Relation relation = method.relation().orElseThrow();
        return relation instanceof Parent
                ? " with the row of " + JavaText.code(relation.table()) + " that it refers to"
                : " with the rows of " + JavaText.code(relation.table()) + " that refer to it";
    }

    void withChildren(DaoMethod method) {
        Children children = (Children) method.relation().orElseThrow();
        boolean page = method.returns().startsWith("Page<");
        code.javadoc(
                method,
                (page ? "A page of rows, each" : "The rows, each") + with(method) + "; one statement for all of them.");
        List<String> binds = new ArrayList<>();
        for (ColumnDescriptor key : children.keys()) {
            binds.add(code.bind(binds.size() + 1, "row." + key.javaName() + "()", key, key.nullable()));
        }
        String binder = binds.size() == 1
                ? "(parameters, row) -> " + binds.get(0)
                : "(parameters, row) -> {\n            " + String.join(";\n            ", binds) + ";\n        }";
        String type = source.use(page ? PAGE : LIST);
        source.add(
                """
                public $<$> $($<$> rows) {
                    return $.of(
                            sql,
                            rows,
                            $,
                            $::read,
                            $::new);
                }
                """,
                type,
                children.record(),
                method.name(),
                type,
                code.table().record(),
                method.constant(),
                binder,
                dao(children),
                children.record());
    }

    void findWithChildren(DaoMethod method) {
        code.javadoc(
                method,
                "The row with " + FinderWriter.those(method) + " and"
                        + with(method).substring(" with".length()) + ", if there is one.");
        String arguments = method.finder().orElseThrow().parameters().stream()
                .map(DaoMethod.Parameter::name)
                .collect(Collectors.joining(", ", "(", ")"));
        snapshot(
                method,
                OPTIONAL,
                "dao.find" + method.finder().orElseThrow().methods() + arguments + ".map(row -> dao.with"
                        + ((Children) method.relation().orElseThrow()).name() + '(' + source.use(LIST)
                        + ".of(row)).get(0))");
    }

    void pageWithChildren(DaoMethod method) {
        code.javadoc(
                method,
                "A page of all rows" + FinderWriter.order(method) + ", each" + with(method) + "; two statements.");
        snapshot(method, PAGE, "dao.with" + ((Children) method.relation().orElseThrow()).name() + "(dao.list(page))");
    }

    /** Both statements see the same rows. */
    private void snapshot(DaoMethod method, ClassName returns, String result) {
        code.open(
                method,
                source.use(returns) + '<' + method.relation().orElseThrow().record() + '>');
        source.add("""
                return sql.read(snapshot -> {
                    $ dao = new $(snapshot);
                    return $;
                });
                """, code.table().dao(), code.table().dao(), result);
        code.close();
    }

    /** The records of rows with what they are related to. */
    void records() {
        for (Relation relation : code.table().rows().relations()) {
            record(relation);
        }
    }

    private void record(Relation relation) {
        TypeName row = source.ownType(relation.row());
        boolean optional = relation instanceof Parent parent && parent.optional();
        String others = relation instanceof Children
                ? source.use(ParameterizedTypeName.get(LIST, row))
                : optional ? source.nullable(row) : source.use(row);
        source.blank()
                .javadoc(
                        "A row of " + JavaText.code(code.table().name()) + " with "
                                + (relation instanceof Children ? "those" : "the one") + " of "
                                + JavaText.code(relation.table())
                                + (relation instanceof Parent parent
                                        ? " that it refers to by "
                                                + parent.columns().stream()
                                                        .map(JavaText::code)
                                                        .collect(Collectors.joining(" and "))
                                        : " that refer to it")
                                + '.',
                        "@param " + relation.own() + " the row",
                        "@param " + relation.component() + ' '
                                + (relation instanceof Children
                                        ? "those that refer to it"
                                        : "the row that it refers to"
                                                + (optional ? "; null where there is none" : "")));
        source.column(
                "public record " + relation.record() + '(',
                List.of(code.table().record() + ' ' + relation.own(), others + ' ' + relation.component()),
                relation instanceof Parent ? ") {" : ") {}");
        if (relation instanceof Parent parent) {
            source.indent();
            read(parent);
            source.outdent().add("}\n");
        }
    }

    private void read(Parent parent) {
        int before = code.table().columns().size();
        String other = dao(parent) + ".read(row.from(" + (before + 1) + "))";
        String value =
                parent.optional() ? "row.value(" + (before + parent.present()) + ") == null ? null : " + other : other;
        source.blank()
                .add(
                        "private static $ read($ row) throws $ {\n",
                        parent.record(),
                        source.use(SQL_ROW),
                        source.use(SQL_EXCEPTION))
                .indent()
                .column(
                        "return new " + parent.record() + '(',
                        List.of(code.table().dao() + ".read(row)", value),
                        ");")
                .outdent()
                .add("}\n");
    }

    private String dao(Relation relation) {
        return source.use(source.ownType(relation.row() + "Dao"));
    }
}
