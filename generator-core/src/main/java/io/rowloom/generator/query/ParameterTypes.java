package io.rowloom.generator.query;

import io.rowloom.generator.query.typing.ParameterUses;
import io.rowloom.generator.query.typing.ParameterUses.Use;
import io.rowloom.generator.query.typing.TypeNames;
import io.rowloom.model.ColumnType;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.name.JavaNames;
import io.rowloom.model.name.ReservedNames;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what parameters are: from where they stand, and from what the query declares. */
final class ParameterTypes {
    private final QueryText text;
    private final ParameterUses uses;

    ParameterTypes(QueryText text, ParameterUses uses) {
        this.text = text;
        this.uses = uses;
    }

    List<QueryParameter> decide() throws QueryFault {
        for (NamedQuery.Parameter declared : text.query().parameters()) {
            if (!text.parameters().containsKey(declared.name())) {
                throw QueryFault.at(
                        text.query(),
                        declared.location(),
                        ".params." + declared.name(),
                        ProblemCode.QUERY_PARAMETER,
                        "the query has no parameter " + Spelling.quote(':' + declared.name()),
                        Spelling.didYouMean(declared.name(), text.parameters().keySet()));
            }
        }
        List<QueryParameter> parameters = new ArrayList<>();
        for (Map.Entry<String, Integer> parameter : text.parameters().entrySet()) {
            parameters.add(decide(parameter.getKey(), parameter.getValue(), parameters));
        }
        return parameters;
    }

    private QueryParameter decide(String name, int offset, List<QueryParameter> before) throws QueryFault {
        Optional<NamedQuery.Parameter> declared = text.query().parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
        boolean list = text.lists().contains(name);
        Use use = uses.all().getOrDefault(name, new Use(Optional.empty(), false, false, list, false));
        if (list && use.single()) {
            throw fault(
                    offset, "':" + name + "' is a list in one place and a single value in another", Optional.empty());
        }
        if (declared.isEmpty() && (use.type().isEmpty() || use.conflict())) {
            throw fault(
                    offset,
                    use.conflict()
                            ? "':" + name + "' is of different types in different places"
                            : "the type of ':" + name + "' cannot be told from the SQL",
                    Optional.of("declare it, for example  params: {" + name + ": text}"));
        }
        ColumnType type = declared.isEmpty() ? use.type().orElseThrow() : declared(declared.get(), use);
        if (list && type == ColumnType.Scalar.BLOB) {
            throw fault(offset, "':" + name + "' is a list of bytes, which JSON cannot hold", Optional.empty());
        }
        String javaName = JavaNames.camelCase(name);
        if (!JavaNames.isIdentifier(javaName) || ReservedNames.isJavaWord(javaName)) {
            throw fault(offset, "':" + name + "' gives no Java name", Optional.of("call it something else"));
        }
        for (QueryParameter other : before) {
            if (other.javaName().equals(javaName)) {
                throw fault(
                        offset,
                        "':" + name + "' and ':" + other.name() + "' have the same Java name " + javaName,
                        Optional.empty());
            }
        }
        boolean nullable =
                declared.map(NamedQuery.Parameter::nullable).orElse(use.takesNull() || uses.isTestedForNull(name));
        return new QueryParameter(name, javaName, type, nullable && !list, list, false);
    }

    private ColumnType declared(NamedQuery.Parameter declared, Use use) throws QueryFault {
        ColumnType type = declared.type();
        if (use.type().isEmpty() || use.conflict()) {
            return type;
        }
        ColumnType found = use.type().get();
        if (type instanceof ColumnType.Timestamp && found instanceof ColumnType.Timestamp) {
            // The model has no way to write a parameter's format; the column's is the right one.
            return found;
        }
        if (!TypeNames.canMeet(type, found)) {
            throw QueryFault.at(
                    text.query(),
                    declared.location(),
                    ".params." + declared.name(),
                    ProblemCode.QUERY_PARAMETER,
                    "':" + declared.name() + "' is declared as " + TypeNames.of(type) + " and used as "
                            + TypeNames.of(found),
                    Optional.of("leave the declaration out"));
        }
        return type;
    }

    private QueryFault fault(int offset, String message, Optional<String> suggestion) {
        return QueryFault.at(text.query(), offset, ProblemCode.QUERY_PARAMETER, message, suggestion);
    }
}
