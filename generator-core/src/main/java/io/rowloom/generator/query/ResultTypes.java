package io.rowloom.generator.query;

import io.rowloom.generator.query.QueryResult.ColumnPart;
import io.rowloom.generator.query.QueryResult.Composed;
import io.rowloom.generator.query.QueryResult.Part;
import io.rowloom.generator.query.QueryResult.ResultColumn;
import io.rowloom.generator.query.QueryResult.RowPart;
import io.rowloom.generator.query.QueryResult.Scalar;
import io.rowloom.generator.query.QueryResult.Whole;
import io.rowloom.generator.query.typing.StatementTypes.Column;
import io.rowloom.generator.query.typing.TableRow;
import io.rowloom.generator.query.typing.TypeNames;
import io.rowloom.generator.query.typing.Value;
import io.rowloom.generator.schema.SqlToken;
import io.rowloom.model.ColumnType;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.Table;
import io.rowloom.model.name.JavaNames;
import io.rowloom.model.name.ReservedNames;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides what a row of a result is in Java. */
final class ResultTypes {
    private final QueryText text;
    private final NamedQuery query;
    private final List<Column> columns;
    private final Set<String> used = new HashSet<>();

    /** Takes the columns of the result with the names that the engine gives them. */
    ResultTypes(QueryText text, List<Column> columns) {
        this.text = text;
        this.query = text.query();
        this.columns = columns;
    }

    QueryResult decide(QueryRows rows) throws QueryFault {
        checkDeclared();
        List<Part> parts = parts();
        if (parts.size() == 1 && parts.get(0) instanceof RowPart row && !row.nullable()) {
            return new Whole(row.table());
        }
        if (parts.size() == 1 && parts.get(0) instanceof ColumnPart only) {
            // An Optional cannot hold null, and "no row" is not "a row with NULL".
            if (!(rows == QueryRows.OPTIONAL && only.column().nullable())) {
                return new Scalar(only.column());
            }
        }
        checkNames(parts);
        return new Composed(JavaNames.record(query.name()), parts);
    }

    /** Every column on its own, each with a name that Java can have. */
    List<ResultColumn> columns() throws QueryFault {
        checkDeclared();
        List<ResultColumn> found = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (Column column : columns) {
            found.add(column(column));
            parts.add(new ColumnPart(found.get(found.size() - 1), found.size()));
        }
        checkNames(parts);
        return found;
    }

    private void checkDeclared() throws QueryFault {
        for (NamedQuery.Result declared : query.results()) {
            if (columns.stream().noneMatch(column -> column.name().equalsIgnoreCase(declared.name()))) {
                throw QueryFault.at(
                        query,
                        declared.location(),
                        ".result." + declared.name(),
                        ProblemCode.QUERY_RESULT,
                        "the result has no column " + Spelling.quote(declared.name()),
                        Spelling.didYouMean(
                                declared.name(),
                                columns.stream().map(Column::name).toList()));
            }
        }
    }

    private void checkNames(List<Part> parts) throws QueryFault {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            String name = parts.get(i).javaName();
            if (!JavaNames.isIdentifier(name) || ReservedNames.isReservedForQueries(name)) {
                throw nameless(parts.get(i));
            }
            if (!names.add(name)) {
                throw QueryFault.at(
                        query,
                        0,
                        ProblemCode.QUERY_RESULT,
                        "two columns of the result have the Java name " + name,
                        Optional.of("give one of them another with AS"));
            }
        }
    }

    private QueryFault nameless(Part part) {
        String column = part instanceof ColumnPart each ? each.column().name() : part.javaName();
        return QueryFault.at(
                query,
                offset(column),
                ProblemCode.QUERY_RESULT,
                Spelling.quote(column) + " gives no Java name",
                Optional.of("name it with AS"));
    }

    private List<Part> parts() throws QueryFault {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); ) {
            Optional<RowPart> row = row(i);
            if (row.isPresent()) {
                parts.add(row.get());
                i += row.get().table().columns().size();
            } else {
                parts.add(new ColumnPart(column(columns.get(i)), i + 1));
                i++;
            }
        }
        return parts;
    }

    /** The whole row of a table that begins at a column, unless the query says something else of one of its columns. */
    private Optional<RowPart> row(int index) {
        Optional<TableRow> row = columns.get(index).row();
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Table table = row.get().table();
        int present = 0;
        for (int i = 0; i < table.columns().size(); i++) {
            if (index + i >= columns.size()
                    || columns.get(index + i).row().filter(row.get()::equals).isEmpty()
                    || declared(columns.get(index + i).name()).isPresent()) {
                return Optional.empty();
            }
            if (present == 0 && !table.columns().get(i).nullable()) {
                present = index + i + 1;
            }
        }
        if (row.get().mayBeMissing() && present == 0) {
            return Optional.empty();
        }
        return Optional.of(new RowPart(
                rowName(row.get()), table, row.get().mayBeMissing(), index + 1, present == 0 ? index + 1 : present));
    }

    /** The alias, if it is a word and not just a letter or the table's own name; otherwise the name of the record. */
    private String rowName(TableRow row) {
        boolean word = row.alias().length() > 2
                && !row.alias().equalsIgnoreCase(row.table().name());
        String record = row.table().recordName();
        String name =
                word ? JavaNames.camelCase(row.alias()) : Character.toLowerCase(record.charAt(0)) + record.substring(1);
        return used.add(name) || word ? name : JavaNames.camelCase(row.alias());
    }

    private Optional<NamedQuery.Result> declared(String name) {
        return query.results().stream()
                .filter(declared -> declared.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private ResultColumn column(Column column) throws QueryFault {
        Value value = column.value();
        Optional<NamedQuery.Result> declared = declared(column.name());
        Optional<ColumnType> found = value.type();
        if (declared.isEmpty() && found.isEmpty()) {
            boolean plain = JavaNames.isIdentifier(column.name());
            throw QueryFault.at(
                    query,
                    offset(column.name()),
                    ProblemCode.QUERY_RESULT,
                    "the type of the result column " + Spelling.quote(column.name()) + " cannot be told",
                    Optional.of((plain ? "declare it" : "name it with AS and declare it") + ", for example  result: {"
                            + (plain ? column.name() : "name") + ": text?}"));
        }
        ColumnType type = found.orElse(ColumnType.Scalar.TEXT);
        boolean nullable = value.nullable();
        if (declared.isPresent()) {
            type = declared(declared.get(), found);
            nullable = declared.get().nullable();
        }
        return new ResultColumn(
                column.name(),
                JavaNames.camelCase(column.name()),
                type,
                nullable,
                value.origin().map(origin -> origin.table() + '.' + origin.column()));
    }

    private ColumnType declared(NamedQuery.Result declared, Optional<ColumnType> found) throws QueryFault {
        if (found.isEmpty()) {
            return declared.type();
        }
        if (declared.type() instanceof ColumnType.Timestamp && found.get() instanceof ColumnType.Timestamp) {
            return found.get();
        }
        if (!TypeNames.canMeet(declared.type(), found.get())) {
            throw QueryFault.at(
                    query,
                    declared.location(),
                    ".result." + declared.name(),
                    ProblemCode.QUERY_RESULT,
                    Spelling.quote(declared.name()) + " is declared as " + TypeNames.of(declared.type()) + " and is "
                            + TypeNames.of(found.get()),
                    Optional.of("leave the declaration out, or CAST the value"));
        }
        return declared.type();
    }

    /** Where a column of the result is named: behind its AS, or where its name stands first. */
    private int offset(String name) {
        int first = -1;
        List<SqlToken> tokens = text.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).name().equalsIgnoreCase(name)) {
                if (i > 0 && tokens.get(i - 1).is("AS")) {
                    return tokens.get(i).start();
                }
                first = first < 0 ? tokens.get(i).start() : first;
            }
        }
        int spelled = query.sql().indexOf(name);
        return first >= 0 ? first : Math.max(spelled, tokens.get(0).start());
    }
}
