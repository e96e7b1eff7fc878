package io.rowloom.generator.query.typing;

import io.rowloom.generator.query.tree.SqlValueTree;
import io.rowloom.generator.query.tree.SqlValueTree.*;
import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.ColumnType.Timestamp;
import io.rowloom.model.TimestampFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what expressions give, and notes on the way what it sees of parameters. */
final class ValueTyping {
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=", "IS", "IS NOT");
    private static final Set<String> ORDERED = Set.of("<", "<=", ">", ">=");
    private static final Set<String> ROW_IDS = Set.of("rowid", "oid", "_rowid_");

    private final QueryTyping queries;
    private final EngineFunctions functions;
    private final Map<String, Value> parameters;
    private final ParameterUses uses;
    private final Remarks remarks;

    ValueTyping(
            QueryTyping queries,
            EngineFunctions functions,
            Map<String, Value> parameters,
            ParameterUses uses,
            Remarks remarks) {
        this.queries = queries;
        this.functions = functions;
        this.parameters = parameters;
        this.uses = uses;
        this.remarks = remarks;
    }

    Value value(SqlValueTree tree, Scope scope) {
        return value(tree, scope, Wanted.ANYTHING);
    }

    void all(List<SqlValueTree> trees, Scope scope) {
        for (SqlValueTree tree : trees) {
            value(tree, scope);
        }
    }

    /** Reads expressions that rows are sorted by. */
    void sorted(List<SqlValueTree> trees, Scope scope) {
        for (SqlValueTree tree : trees) {
            remarks.decimals().ordered(tree, value(tree, scope));
        }
    }

    /** Reads what becomes the value of a column, where {@code wanted} is one. */
    Value stored(SqlValueTree tree, Scope scope, Wanted wanted) {
        remarks.words().stored(tree, wanted.type());
        return value(tree, scope, wanted);
    }

    Value value(SqlValueTree tree, Scope scope, Wanted wanted) {
        if (tree instanceof Constant constant) {
            return constant(constant);
        }
        if (tree instanceof Parameter parameter) {
            uses.single(parameter.name(), wanted.type(), wanted.takesNull());
            return parameters.getOrDefault(parameter.name(), Value.unknown(true));
        }
        if (tree instanceof ColumnName column) {
            return column(column, scope);
        }
        if (tree instanceof Unary unary) {
            return unary(unary, scope, wanted);
        }
        if (tree instanceof Binary binary) {
            return binary(binary, scope, wanted);
        }
        if (tree instanceof NullTest test) {
            if (test.operand() instanceof Parameter parameter) {
                uses.nullTest(parameter.name());
            } else {
                value(test.operand(), scope);
            }
            return Value.of(Scalar.BOOLEAN, false);
        }
        if (tree instanceof Between between) {
            boolean nullable = compared(between.operand(), List.of(between.low(), between.high()), scope, true);
            return Value.of(Scalar.BOOLEAN, nullable);
        }
        if (tree instanceof InList list) {
            return in(list, scope);
        }
        if (tree instanceof InQuery in) {
            List<QueryTyping.Output> outputs = queries.query(in.query(), scope);
            Wanted like = outputs.size() == 1 ? Wanted.like(outputs.get(0).value()) : Wanted.ANYTHING;
            Value operand = value(in.operand(), scope, like);
            remarks.words()
                    .compared(
                            List.of(in.operand()),
                            outputs.stream().map(QueryTyping.Output::value).toList());
            if (outputs.size() == 1) {
                remarks.moments()
                        .compared(in.operand(), operand, in, outputs.get(0).value(), false);
            }
            boolean nullable = operand.nullable();
            for (QueryTyping.Output output : outputs) {
                nullable = nullable || output.value().nullable();
            }
            return Value.of(Scalar.BOOLEAN, nullable);
        }
        if (tree instanceof Exists exists) {
            queries.exists(exists.query(), scope);
            return Value.of(Scalar.BOOLEAN, false);
        }
        if (tree instanceof Subquery subquery) {
            Value value = queries.query(subquery.query(), scope, List.of(wanted))
                    .get(0)
                    .value();
            return value.computed(value.nullable() || !queries.givesOneRow(subquery.query()));
        }
        if (tree instanceof Case choice) {
            return choice(choice, scope, wanted);
        }
        if (tree instanceof Cast cast) {
            return cast(cast, scope);
        }
        if (tree instanceof Collate collate) {
            return value(collate.operand(), scope, wanted);
        }
        if (tree instanceof Call call) {
            return call(call, scope, wanted);
        }
        boolean nullable = false;
        for (SqlValueTree part : ((RowOf) tree).values()) {
            nullable |= value(part, scope).nullable();
        }
        return Value.unknown(nullable);
    }

    private static Value constant(Constant constant) {
        return switch (constant.kind()) {
            case NULL -> Value.NULL;
            case TEXT -> Value.constant(Scalar.TEXT, constant.text());
            case WHOLE -> Value.constant(isInt(constant.text()) ? Scalar.INTEGER : Scalar.BIGINT, constant.text());
            case REAL -> Value.constant(Scalar.REAL, constant.text());
            case BLOB -> Value.of(Scalar.BLOB, false);
            case BOOLEAN -> Value.of(Scalar.BOOLEAN, false);
            case CURRENT_DATE -> Value.of(Scalar.DATE, false);
            case CURRENT_TIME -> Value.of(Scalar.TIME, false);
            case CURRENT_TIMESTAMP -> Value.of(new Timestamp(TimestampFormat.SQLITE), false);
        };
    }

    private static boolean isInt(String digits) {
        return digits.length() < 10;
    }

    private Value column(ColumnName column, Scope scope) {
        for (Optional<Scope> at = Optional.of(scope);
                at.isPresent();
                at = at.get().outer()) {
            Optional<Value> own = at.get().own(column.qualifier(), column.name());
            if (own.isPresent()) {
                queries.used(at.get());
                return own.get();
            }
            if (column.qualifier().isEmpty()) {
                Optional<SqlValueTree> alias = at.get().aliased(column.name());
                if (alias.isPresent()) {
                    return value(alias.get(), at.get()).computed(true);
                }
            }
        }
        if (column.qualifier().isEmpty() && isTruth(column.name())) {
            return Value.of(Scalar.BOOLEAN, false);
        }
        return Value.UNKNOWN;
    }

    private static boolean isTruth(String name) {
        return name.equalsIgnoreCase("true") || name.equalsIgnoreCase("false");
    }

    /** Whether the name is one of those that SQLite gives the number of a row by. */
    static boolean isRowId(String name) {
        return ROW_IDS.contains(Source.key(name));
    }

    private Value unary(Unary unary, Scope scope, Wanted wanted) {
        if (unary.operator().equals("NOT")) {
            return Value.of(
                    Scalar.BOOLEAN,
                    value(unary.operand(), scope, Wanted.of(Scalar.BOOLEAN)).nullable());
        }
        Value operand = value(unary.operand(), scope, wanted);
        if (unary.operator().equals("+")) {
            return operand.computed(operand.nullable());
        }
        if (unary.operator().equals("~")) {
            return Value.of(Scalar.BIGINT, operand.nullable());
        }
        if (unary.operand() instanceof Constant && operand.isNumber()) {
            return Value.constant(
                    operand.type().orElseThrow(), '-' + operand.constant().orElseThrow());
        }
        return operand.isNumber()
                ? Value.of(FunctionRules.wide(operand), operand.nullable())
                : Value.unknown(operand.nullable());
    }

    private Value binary(Binary binary, Scope scope, Wanted wanted) {
        String operator = binary.operator();
        if (operator.equals("AND") || operator.equals("OR")) {
            Value left = value(binary.left(), scope, Wanted.of(Scalar.BOOLEAN));
            Value right = value(binary.right(), scope, Wanted.of(Scalar.BOOLEAN));
            return Value.of(Scalar.BOOLEAN, left.nullable() || right.nullable());
        }
        if (COMPARISONS.contains(operator)) {
            boolean is = operator.startsWith("IS");
            boolean nullable = is
                    ? identical(binary, scope)
                    : compared(binary.left(), List.of(binary.right()), scope, ORDERED.contains(operator));
            return Value.of(Scalar.BOOLEAN, !is && nullable);
        }
        if (operator.equals("->") || operator.equals("->>")) {
            value(binary.left(), scope);
            value(binary.right(), scope, Wanted.of(Scalar.TEXT));
            return operator.equals("->") ? Value.of(Scalar.JSON, true) : Value.UNKNOWN;
        }
        if (operator.equals("||")
                || operator.endsWith("LIKE")
                || operator.endsWith("GLOB")
                || operator.endsWith("REGEXP")) {
            Wanted text = Wanted.of(Scalar.TEXT);
            boolean nullable = value(binary.left(), scope, text).nullable()
                    | value(binary.right(), scope, text).nullable();
            return Value.of(operator.equals("||") ? Scalar.TEXT : Scalar.BOOLEAN, nullable);
        }
        if (operator.endsWith("MATCH")) {
            value(binary.left(), scope);
            value(binary.right(), scope, Wanted.of(Scalar.TEXT));
            return Value.of(Scalar.BOOLEAN, true);
        }
        return Arithmetic.of(operator, operands(binary.left(), binary.right(), scope, wanted));
    }

    private boolean identical(Binary binary, Scope scope) {
        SqlValueTree left = binary.left();
        SqlValueTree right = binary.right();
        Value other = value(isOpen(left) ? right : left, scope);
        Value one = value(isOpen(left) ? left : right, scope, new Wanted(other.type(), other.nullable()));
        remarks.words().compared(List.of(left, right), List.of(other, one));
        remarks.moments().compared(isOpen(left) ? right : left, other, isOpen(left) ? left : right, one, false);
        return one.nullable();
    }

    /** The values of two operands that are of one kind; what is known of one says what a parameter in the other is. */
    private List<Value> operands(SqlValueTree left, SqlValueTree right, Scope scope, Wanted place) {
        Wanted wanted = new Wanted(place.type(), false);
        if (isOpen(left)) {
            Value second = value(right, scope, wanted);
            return List.of(value(left, scope, second.type().isPresent() ? Wanted.like(second) : wanted), second);
        }
        Value first = value(left, scope, wanted);
        return List.of(first, value(right, scope, first.type().isPresent() ? Wanted.like(first) : wanted));
    }

    /** Compares values with the first, and not only whether they are equal if so; gives whether one of them can be NULL. */
    private boolean compared(SqlValueTree first, List<SqlValueTree> others, Scope scope, boolean ordered) {
        if (first instanceof RowOf row) {
            return comparedRows(row, others, scope, ordered);
        }
        boolean nullable = false;
        Wanted like = Wanted.ANYTHING;
        boolean open = isOpen(first);
        List<SqlValueTree> trees = new ArrayList<>(others);
        List<Value> values = new ArrayList<>();
        trees.add(first);
        if (!open) {
            Value value = value(first, scope);
            values.add(value);
            note(first, value, ordered);
            nullable = value.nullable();
            like = Wanted.like(value);
        }
        for (SqlValueTree other : others) {
            Value value = value(other, scope, like);
            values.add(value);
            note(other, value, ordered);
            if (!open) {
                remarks.moments().compared(first, values.get(0), other, value, ordered);
            }
            nullable |= value.nullable();
            if (like.type().isEmpty()) {
                like = Wanted.like(value);
            }
        }
        if (!ordered) {
            remarks.words().compared(trees, values);
        }
        return open ? value(first, scope, like).nullable() || nullable : nullable;
    }

    private void note(SqlValueTree tree, Value value, boolean ordered) {
        if (ordered && !isOpen(tree)) {
            remarks.decimals().ordered(tree, value);
        }
    }

    private boolean comparedRows(RowOf row, List<SqlValueTree> others, Scope scope, boolean ordered) {
        boolean nullable = false;
        for (SqlValueTree other : others) {
            if (other instanceof RowOf values
                    && values.values().size() == row.values().size()) {
                for (int i = 0; i < row.values().size(); i++) {
                    nullable |= compared(
                            row.values().get(i), List.of(values.values().get(i)), scope, ordered);
                }
            } else {
                value(row, scope);
                value(other, scope);
                nullable = true;
            }
        }
        return nullable;
    }

    private Value in(InList list, Scope scope) {
        if (list.values().size() == 1 && list.values().get(0) instanceof Parameter parameter) {
            Value operand = value(list.operand(), scope);
            uses.list(parameter.name(), operand.type());
            return Value.of(Scalar.BOOLEAN, true);
        }
        return Value.of(Scalar.BOOLEAN, compared(list.operand(), list.values(), scope, false));
    }

    private Value choice(Case choice, Scope scope, Wanted wanted) {
        Optional<Value> operand = choice.operand().map(tree -> value(tree, scope));
        Wanted condition = operand.map(Wanted::like).orElse(Wanted.of(Scalar.BOOLEAN));
        List<SqlValueTree> results = new ArrayList<>();
        for (When when : choice.whens()) {
            Value compared = value(when.condition(), scope, condition);
            operand.ifPresent(value -> remarks.words()
                    .compared(List.of(choice.operand().get(), when.condition()), List.of(value, compared)));
            results.add(when.result());
        }
        choice.otherwise().ifPresent(results::add);
        List<Value> values = alternatives(results, scope, wanted);
        if (choice.otherwise().isEmpty()) {
            values.add(Value.NULL);
        }
        return ValueTypes.common(values).computed(values.stream().anyMatch(Value::nullable));
    }

    /** The values of expressions of which one is taken; those that are known say what a parameter among them is. */
    private List<Value> alternatives(List<SqlValueTree> trees, Scope scope, Wanted wanted) {
        Wanted like = wanted;
        List<Value> values = new ArrayList<>();
        for (SqlValueTree tree : trees) {
            Value value = isOpen(tree) ? Value.UNKNOWN : value(tree, scope, wanted);
            if (like.type().isEmpty() && value.type().isPresent()) {
                like = new Wanted(value.type(), wanted.takesNull());
            }
            values.add(value);
        }
        for (int i = 0; i < trees.size(); i++) {
            if (isOpen(trees.get(i))) {
                values.set(i, value(trees.get(i), scope, like));
            }
        }
        return values;
    }

    private Value cast(Cast cast, Scope scope) {
        Value operand = value(cast.operand(), scope);
        String type = cast.type().toUpperCase(Locale.ROOT);
        // The order of the rules is that of https://sqlite.org/datatype3.html#determination_of_column_affinity
        Optional<ColumnType> result = type.contains("INT")
                ? Optional.of(Scalar.BIGINT)
                : type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")
                        ? Optional.of(Scalar.TEXT)
                        : type.isEmpty() || type.contains("BLOB")
                                ? Optional.of(Scalar.BLOB)
                                : type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB")
                                        ? Optional.of(Scalar.REAL)
                                        : Optional.empty();
        return new Value(result, operand.nullable(), Optional.empty(), false, Optional.empty());
    }

    private Value call(Call call, Scope scope, Wanted wanted) {
        String name = call.name();
        if (call.window().isPresent()) {
            return windowed(call, call.window().get(), scope);
        }
        if (functions.isAggregate(name, call.arguments().size())) {
            return aggregate(call, scope);
        }
        if (name.equals("coalesce") || name.equals("ifnull")) {
            List<Value> values = alternatives(call.arguments(), scope, new Wanted(wanted.type(), true));
            return FunctionRules.scalar(name, values);
        }
        if (name.equals("iif") || name.equals("if")) {
            value(call.arguments().get(0), scope, Wanted.of(Scalar.BOOLEAN));
            List<Value> values =
                    alternatives(call.arguments().subList(1, call.arguments().size()), scope, wanted);
            if (values.size() != 2) {
                return ValueTypes.common(values).computed(true);
            }
            return ValueTypes.common(values);
        }
        if (name.equals("nullif") || name.equals("min") || name.equals("max")) {
            return FunctionRules.scalar(name, alternatives(call.arguments(), scope, wanted));
        }
        return FunctionRules.scalar(name, arguments(call, scope));
    }

    private List<Value> arguments(Call call, Scope scope) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            values.add(
                    value(call.arguments().get(i), scope, new Wanted(FunctionRules.argument(call.name(), i), false)));
        }
        return values;
    }

    private Value aggregate(Call call, Scope scope) {
        Scope rows = scope.eachRow();
        List<Value> arguments = queries.inAggregate(rows, () -> arguments(call, rows));
        call.filter().ifPresent(filter -> value(filter, rows));
        if (call.name().equals("min") || call.name().equals("max")) {
            remarks.decimals().ordered(call.arguments().get(0), arguments.get(0));
        }
        boolean someRow = !scope.mayBeEmpty() && call.filter().isEmpty();
        return FunctionRules.aggregate(call.name(), arguments, someRow);
    }

    private Value windowed(Call call, Window window, Scope scope) {
        List<Value> arguments = arguments(call, scope);
        call.filter().ifPresent(filter -> value(filter, scope));
        all(window.values(), scope);
        return FunctionRules.window(call.name(), arguments, window.mayBeEmpty())
                .orElseGet(() -> FunctionRules.aggregate(
                        call.name(),
                        arguments,
                        !window.mayBeEmpty() && call.filter().isEmpty()));
    }

    /** Whether nothing is known of an expression but what its place says. */
    private static boolean isOpen(SqlValueTree tree) {
        if (tree instanceof Parameter) {
            return true;
        }
        if (tree instanceof Unary unary) {
            return isOpen(unary.operand());
        }
        if (tree instanceof Collate collate) {
            return isOpen(collate.operand());
        }
        if (tree instanceof Call call && call.name().equals("coalesce")) {
            return isOpen(call.arguments().get(0));
        }
        return tree instanceof Binary binary
                && !COMPARISONS.contains(binary.operator())
                && isOpen(binary.left())
                && isOpen(binary.right());
    }
}
