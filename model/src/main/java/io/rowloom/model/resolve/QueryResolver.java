package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.didYouMean;
import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.NamedQuery;
import io.rowloom.model.SqlText;
import io.rowloom.model.View;
import io.rowloom.model.name.JavaNames;
import io.rowloom.model.name.ReservedNames;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlNode;
import io.rowloom.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads named queries as they are written; what their SQL means is asked of the database later. */
final class QueryResolver {
    private final ColumnResolver columnResolver;
    private final Tables tables;
    private final Problems problems;
    private final SqlNames names;

    QueryResolver(ColumnResolver columnResolver, Tables tables, Problems problems) {
        this.columnResolver = columnResolver;
        this.tables = tables;
        this.problems = problems;
        this.names = new SqlNames(problems);
    }

    List<NamedQuery> resolve(List<YamlMapping> roots, List<View> views) {
        List<NamedQuery> queries = new ArrayList<>();
        for (YamlMapping root : roots) {
            YamlMapping written = root.mapping("queries");
            if (written != null) {
                written.entries().forEach(entry -> query(entry, views).ifPresent(queries::add));
            }
        }
        return queries;
    }

    /** The table or view whose DAO a query joins. */
    private Optional<String> target(YamlScalar name, List<View> views) {
        TableDraft table = tables.find(name.text());
        if (table != null) {
            return Optional.of(table.name());
        }
        Optional<String> view = views.stream()
                .map(View::name)
                .filter(name.text()::equalsIgnoreCase)
                .findFirst();
        if (view.isEmpty() && !tables.dropped(name.text())) {
            problems.add(
                    ProblemCode.UNKNOWN_TABLE,
                    name,
                    "no table named " + quote(name.text()),
                    didYouMean(name.text(), tables.names()));
        }
        return view;
    }

    private Optional<NamedQuery> query(YamlMapping.Entry entry, List<View> views) {
        names.take(entry.name(), "a query", entry, "");
        checkJavaName(entry.name(), entry);
        YamlMapping yaml = (YamlMapping) entry.value();
        YamlScalar table = yaml.scalar("table");
        Optional<String> target = table == null ? Optional.empty() : target(table, views);
        List<NamedQuery.Parameter> parameters = new ArrayList<>();
        YamlMapping params = yaml.mapping("params");
        if (params != null) {
            for (YamlMapping.Entry param : params.entries()) {
                checkJavaName(param.name(), param);
                YamlScalar type = (YamlScalar) param.value();
                columnResolver
                        .parameter(type)
                        .ifPresent(known -> parameters.add(
                                new NamedQuery.Parameter(param.name(), known, isOptional(type), param.location())));
            }
        }
        List<NamedQuery.Result> results = results(yaml);
        YamlScalar sql = yaml.scalar("sql");
        return sql == null
                ? Optional.empty()
                : Optional.of(new NamedQuery(
                        entry.name(),
                        target,
                        yaml.text("description"),
                        sql.text(),
                        parameters,
                        results,
                        optionals(yaml),
                        orders(yaml),
                        yaml.text("returns"),
                        entry.location(),
                        sql.contentLocation()));
    }

    private static List<NamedQuery.OptionalParameter> optionals(YamlMapping yaml) {
        List<NamedQuery.OptionalParameter> optionals = new ArrayList<>();
        for (YamlNode node : yaml.items("optional")) {
            optionals.add(new NamedQuery.OptionalParameter(((YamlScalar) node).text(), node.location()));
        }
        return optionals;
    }

    private List<NamedQuery.Order> orders(YamlMapping yaml) {
        List<NamedQuery.Order> orders = new ArrayList<>();
        YamlMapping written = yaml.mapping("orders");
        if (written != null) {
            Map<String, String> constants = new HashMap<>();
            for (YamlMapping.Entry entry : written.entries()) {
                checkJavaName(entry.name(), entry);
                YamlScalar sql = (YamlScalar) entry.value();
                String constant = JavaNames.constant(entry.name()).toUpperCase(Locale.ROOT);
                String other = constants.putIfAbsent(constant, entry.name());
                if (other != null) {
                    problems.add(
                            ProblemCode.JAVA_NAME_COLLISION,
                            entry,
                            quote(entry.name()) + " and " + quote(other) + " would both be the Java constant "
                                    + constant);
                }
                orders.add(new NamedQuery.Order(
                        entry.name(), new SqlText(sql.text(), sql.contentLocation()), entry.location()));
            }
        }
        return orders;
    }

    /** What is declared of the columns of a result, of a query or a view. */
    List<NamedQuery.Result> results(YamlMapping yaml) {
        List<NamedQuery.Result> results = new ArrayList<>();
        YamlMapping result = yaml.mapping("result");
        if (result != null) {
            for (YamlMapping.Entry column : result.entries()) {
                YamlScalar type = (YamlScalar) column.value();
                columnResolver
                        .parameter(type)
                        .ifPresent(known -> results.add(
                                new NamedQuery.Result(column.name(), known, isOptional(type), column.location())));
            }
        }
        return results;
    }

    private static boolean isOptional(YamlScalar type) {
        return TypeExpression.of(type.text()).optional();
    }

    /** The names of queries and parameters are Java names as they are. */
    private void checkJavaName(String name, YamlMapping.Entry place) {
        if (!JavaNames.isIdentifier(name)) {
            problems.add(
                    ProblemCode.INVALID_JAVA_NAME,
                    place,
                    quote(name) + " is not a Java name",
                    "write it like staleSessions");
        } else if (ReservedNames.isReservedForQueries(name)) {
            problems.add(ProblemCode.RESERVED_JAVA_NAME, place, "the Java name " + quote(name) + " is kept by Java");
        }
    }
}
