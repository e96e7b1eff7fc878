package io.rowloom.generator.query;

import io.rowloom.generator.query.QueryEngine.EngineColumn;
import io.rowloom.generator.query.tree.QueryParser;
import io.rowloom.generator.query.tree.StatementTree;
import io.rowloom.generator.query.tree.UnreadableQueryException;
import io.rowloom.generator.query.typing.ParameterUses;
import io.rowloom.generator.query.typing.Relations;
import io.rowloom.generator.query.typing.StatementTypes;
import io.rowloom.generator.query.typing.StatementTyping;
import io.rowloom.generator.query.typing.StrangeWord;
import io.rowloom.generator.query.typing.Value;
import io.rowloom.generator.sqlite.SqliteExpression;
import io.rowloom.model.EnumType;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Spelling;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what statements give and take, by the rules and by the engine; both must agree. */
final class StatementReader {
    private final Relations relations;
    private final QueryEngine engine;

    StatementReader(Relations relations, QueryEngine engine) {
        this.relations = relations;
        this.engine = engine;
    }

    /**
     * A statement of which all is known that can be.
     *
     * @param tree the statement as a tree, if it could be read
     * @param parameters its parameters
     * @param types what it gives
     */
    record Understood(Optional<StatementTree> tree, List<QueryParameter> parameters, StatementTypes types) {}

    Understood read(QueryText text) throws QueryFault, SQLException {
        List<EngineColumn> named = prepare(text);
        String checked = SqliteExpression.withoutStringsInDoubleQuotes(text.numbered());
        Optional<StatementTree> tree = tree(text);
        StatementTypes first = types(tree, named, Map.of(), Set.of());
        List<QueryParameter> parameters = new ParameterTypes(text, first.parameters()).decide();
        Map<String, Value> known = new HashMap<>();
        for (QueryParameter parameter : parameters) {
            known.put(parameter.name(), Value.ofParameter(parameter.type(), parameter.nullable()));
        }
        StatementTypes types = types(tree, named, known, Set.of());
        if (types.isComplete()) {
            Set<String> doubtful = new TreeSet<>(engine.tablesWithoutValues(checked));
            doubtful.removeIf(types.expectedAbsent());
            if (!doubtful.isEmpty()) {
                types = types(tree, named, known, doubtful);
            }
        }
        return new Understood(tree, parameters, types);
    }

    /** Has the engine take a statement, and looks at the words of enums in it; those of optional conditions too. */
    void check(QueryText text) throws QueryFault {
        List<EngineColumn> named = prepare(text);
        for (StrangeWord word : types(tree(text), named, Map.of(), Set.of()).strangeWords()) {
            List<String> words =
                    word.type().members().stream().map(EnumType.Member::value).toList();
            throw QueryFault.at(
                    text.query(),
                    word.at(),
                    ProblemCode.ENUM_WORD,
                    Spelling.quote(word.text()) + " is not a word of the enum "
                            + word.type().name() + ", which has "
                            + words.stream().map(Spelling::quote).collect(Collectors.joining(", ")),
                    Spelling.didYouMean(word.text(), words));
        }
    }

    /** Has the engine take a statement; gives the columns of its result as it names them. */
    private List<EngineColumn> prepare(QueryText text) throws QueryFault {
        try {
            return engine.prepare(
                    SqliteExpression.withoutStringsInDoubleQuotes(text.query().sql()));
        } catch (SQLException refusal) {
            throw new EngineRefusal(text, relations, engine).fault(refusal);
        }
    }

    private static Optional<StatementTree> tree(QueryText text) {
        try {
            return Optional.of(QueryParser.parse(text.query().sql(), text.tokens()));
        } catch (UnreadableQueryException unreadable) {
            return Optional.empty();
        }
    }

    /** What can be told; of a statement that the rules do not cover, or see otherwise than the engine, nothing. */
    private StatementTypes types(
            Optional<StatementTree> tree,
            List<EngineColumn> named,
            Map<String, Value> parameters,
            Set<String> doubtful) {
        if (tree.isPresent()) {
            try {
                StatementTypes types =
                        StatementTyping.read(tree.get(), relations, engine.functions(), parameters, doubtful);
                if (agree(types, named)) {
                    List<StatementTypes.Column> columns = new ArrayList<>();
                    for (int i = 0; i < named.size(); i++) {
                        StatementTypes.Column column = types.columns().get(i);
                        columns.add(new StatementTypes.Column(named.get(i).label(), column.value(), column.row()));
                    }
                    return types.withColumns(columns);
                }
            } catch (UnreadableQueryException unreadable) {
                // Everything has to be declared then.
            }
        }
        List<StatementTypes.Column> open = new ArrayList<>();
        for (EngineColumn column : named) {
            open.add(new StatementTypes.Column(column.label(), Value.ofUnknown(), Optional.empty()));
        }
        return new StatementTypes(
                open,
                new ParameterUses(),
                Map.of(),
                Set.of(),
                Set.of(),
                List.of(),
                Map.of(),
                false,
                table -> true,
                false);
    }

    /** Whether the engine sees as many columns, and each from the same table where both say one. */
    private static boolean agree(StatementTypes types, List<EngineColumn> named) {
        if (types.columns().size() != named.size()) {
            return false;
        }
        for (int i = 0; i < named.size(); i++) {
            Optional<Value.ColumnOrigin> origin = types.columns().get(i).value().origin();
            EngineColumn column = named.get(i);
            if (origin.isPresent()
                    && column.table().isPresent()
                    && !origin.get().table().equalsIgnoreCase(column.table().get())) {
                return false;
            }
        }
        return true;
    }
}
