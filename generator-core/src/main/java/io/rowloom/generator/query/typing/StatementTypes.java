package io.rowloom.generator.query.typing;

import io.rowloom.model.Table;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What was found of a statement.
 *
 * @param columns the columns that it gives; empty for one that gives no rows
 * @param parameters what its parameters are
 * @param tables the tables that it uses, by their lower-case aliases
 * @param decimals the decimals whose order matters somewhere, as messages call them
 * @param moments the comparisons of moments that are held in different forms
 * @param strangeWords the literals where a word of an enum belongs that it does not have
 * @param writtenOut what is to be written for a star or for the columns of an INSERT, by the offset where it stands
 * @param oneRow whether it gives exactly one row whatever the tables hold
 * @param expectedAbsent whether a row of the table of that name may be missing for a reason that was seen
 * @param isComplete whether the rules covered the statement
 */
public record StatementTypes(
        List<Column> columns,
        ParameterUses parameters,
        Map<String, Table> tables,
        Set<String> decimals,
        Set<MixedMoments> moments,
        List<StrangeWord> strangeWords,
        Map<Integer, String> writtenOut,
        boolean oneRow,
        Predicate<String> expectedAbsent,
        boolean isComplete) {
    public StatementTypes {
        columns = List.copyOf(columns);
        tables = Map.copyOf(tables);
        moments = Collections.unmodifiableSet(new LinkedHashSet<>(moments));
        strangeWords = List.copyOf(strangeWords);
        writtenOut = Map.copyOf(writtenOut);
        decimals = Collections.unmodifiableSet(new LinkedHashSet<>(decimals));
    }

    /** The same with other columns. */
    public StatementTypes withColumns(List<Column> named) {
        return new StatementTypes(
                named,
                parameters,
                tables,
                decimals,
                moments,
                strangeWords,
                writtenOut,
                oneRow,
                expectedAbsent,
                isComplete);
    }

    /** A column of the result; {@code row} where it was written as part of a whole row. */
    public record Column(String name, Value value, Optional<TableRow> row) {}
}
