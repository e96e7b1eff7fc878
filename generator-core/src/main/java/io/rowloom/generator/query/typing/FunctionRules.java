package io.rowloom.generator.query.typing;

import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.ColumnType.Timestamp;
import io.rowloom.model.TimestampFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the engine's functions give; the table in {@code docs/queries.md} says the same in words.
 *
 * @see <a href="https://sqlite.org/lang_corefunc.html">Built-In Scalar SQL Functions</a>
 * @see <a href="https://sqlite.org/lang_datefunc.html">Date And Time Functions</a>
 */
final class FunctionRules {
    private FunctionRules() {}

    /** What a parameter as the argument at {@code index} holds, where the function says. */
    static Optional<ColumnType> argument(String function, int index) {
        return switch (function) {
            case "lower",
                    "upper",
                    "trim",
                    "ltrim",
                    "rtrim",
                    "replace",
                    "like",
                    "glob",
                    "concat",
                    "concat_ws",
                    "instr",
                    "strftime",
                    "json_extract" -> Optional.of(Scalar.TEXT);
            case "date", "time", "datetime", "julianday", "unixepoch" ->
                index == 0 ? Optional.empty() : Optional.of(Scalar.TEXT);
            case "substr", "substring" -> index == 0 ? Optional.empty() : Optional.of(Scalar.INTEGER);
            case "printf", "format" -> index == 0 ? Optional.of(Scalar.TEXT) : Optional.empty();
            case "group_concat", "string_agg" -> index == 1 ? Optional.of(Scalar.TEXT) : Optional.empty();
            case "round", "lag", "lead", "nth_value" -> index == 1 ? Optional.of(Scalar.INTEGER) : Optional.empty();
            case "highlight" -> index == 1 ? Optional.of(Scalar.INTEGER) : text(index > 1);
            case "snippet" -> index == 1 || index == 5 ? Optional.of(Scalar.INTEGER) : text(index > 1);
            case "bm25" -> index > 0 ? Optional.of(Scalar.REAL) : Optional.empty();
            case "ntile" -> Optional.of(Scalar.INTEGER);
            default -> Optional.empty();
        };
    }

    private static Optional<ColumnType> text(boolean isText) {
        return isText ? Optional.of(Scalar.TEXT) : Optional.empty();
    }

    /** What a function gives that is neither an aggregate nor one of windows. */
    static Value scalar(String function, List<Value> arguments) {
        boolean nullable = arguments.stream().anyMatch(Value::nullable);
        boolean text = !arguments.isEmpty()
                && arguments.get(0).type().filter(ValueTypes::isText).isPresent();
        boolean number = !arguments.isEmpty() && arguments.get(0).isNumber();
        return switch (function) {
            case "length", "octet_length", "instr" -> Value.of(Scalar.INTEGER, nullable);
            case "lower", "upper", "trim", "ltrim", "rtrim", "replace" -> Value.of(Scalar.TEXT, nullable);
            case "substr", "substring" -> text ? Value.of(Scalar.TEXT, nullable) : Value.UNKNOWN;
            case "hex", "quote", "typeof", "concat", "sqlite_version" -> Value.of(Scalar.TEXT, false);
            case "concat_ws", "char", "printf", "format", "strftime", "json_type", "unhex", "timediff" ->
                Value.of(function.equals("unhex") ? Scalar.BLOB : Scalar.TEXT, true);
            case "unicode", "sign" -> Value.of(Scalar.INTEGER, true);
            case "abs" -> number ? Value.of(wide(arguments.get(0)), nullable) : Value.UNKNOWN;
            case "round" -> Value.of(Scalar.REAL, !number || nullable);
            case "random", "changes", "total_changes", "last_insert_rowid" -> Value.of(Scalar.BIGINT, false);
            case "randomblob", "zeroblob" -> Value.of(Scalar.BLOB, true);
            case "coalesce", "ifnull" -> coalesce(arguments);
            case "nullif" -> arguments.get(0).computed(true);
            case "min", "max" -> ValueTypes.common(arguments).computed(nullable);
            case "likely", "unlikely", "likelihood" ->
                arguments.get(0).computed(arguments.get(0).nullable());
            case "like", "glob" -> Value.of(Scalar.BOOLEAN, nullable);
            case "json_valid" -> Value.of(Scalar.BOOLEAN, nullable);
            case "json_array_length" -> Value.of(Scalar.INTEGER, true);
            case "json_array", "json_object", "json_quote" -> Value.of(Scalar.JSON, !function.equals("json_array"));
            case "json", "json_set", "json_insert", "json_replace", "json_remove", "json_patch" ->
                Value.of(Scalar.JSON, true);
            case "date" -> Value.of(Scalar.DATE, !isNow(arguments));
            case "time" -> Value.of(Scalar.TIME, !isNow(arguments));
            case "datetime" ->
                isLocal(arguments)
                        ? Value.of(Scalar.DATETIME, true)
                        : Value.of(new Timestamp(TimestampFormat.SQLITE), !isNow(arguments));
            case "julianday" -> Value.of(Scalar.REAL, !isNow(arguments));
            case "unixepoch" ->
                !arguments.isEmpty() && isSubsecond(arguments)
                        ? Value.UNKNOWN
                        : Value.of(Scalar.BIGINT, !isNow(arguments));
            case "pi" -> Value.of(Scalar.REAL, false);
            case "acos",
                    "acosh",
                    "asin",
                    "asinh",
                    "atan",
                    "atan2",
                    "atanh",
                    "cos",
                    "cosh",
                    "degrees",
                    "exp",
                    "ln",
                    "log",
                    "log10",
                    "log2",
                    "pow",
                    "power",
                    "radians",
                    "sin",
                    "sinh",
                    "sqrt",
                    "tan",
                    "tanh" -> Value.of(Scalar.REAL, true);
            // Outside of a full-text search they are errors, not NULL; of a column without a value there is no piece.
            case "bm25" -> Value.of(Scalar.REAL, false);
            case "highlight", "snippet" ->
                Value.of(Scalar.TEXT, arguments.get(0).nullable());
            default -> Value.UNKNOWN;
        };
    }

    /**
     * What an aggregate gives.
     *
     * @param someRow whether it always has a row to look at: a group, or a window around the row
     */
    static Value aggregate(String function, List<Value> arguments, boolean someRow) {
        Value first = arguments.isEmpty() ? Value.UNKNOWN : arguments.get(0);
        boolean nullable = !someRow || first.nullable();
        return switch (function) {
            case "count" -> Value.of(Scalar.BIGINT, false);
            // Infinity and its negative add up to no number, which SQLite holds as NULL; whole numbers cannot do that.
            case "sum" ->
                first.countsAsWhole()
                        ? Value.of(Scalar.BIGINT, nullable)
                        : first.isReal() ? Value.of(Scalar.REAL, true) : Value.UNKNOWN;
            case "total" -> Value.of(Scalar.REAL, !first.countsAsWhole());
            case "avg" -> Value.of(Scalar.REAL, nullable || !first.countsAsWhole());
            case "min", "max" -> first.computed(nullable);
            case "group_concat", "string_agg" ->
                Value.of(Scalar.TEXT, nullable || arguments.stream().anyMatch(Value::nullable));
            case "json_group_array", "json_group_object" -> Value.of(Scalar.JSON, false);
            case "median", "percentile", "percentile_cont" -> Value.of(Scalar.REAL, true);
            default -> Value.UNKNOWN;
        };
    }

    /** What a function gives that only windows have; empty for every other. */
    static Optional<Value> window(String function, List<Value> arguments, boolean mayBeEmpty) {
        return switch (function) {
            case "row_number", "rank", "dense_rank", "ntile" -> Optional.of(Value.of(Scalar.BIGINT, false));
            case "percent_rank", "cume_dist" -> Optional.of(Value.of(Scalar.REAL, false));
            case "lag", "lead" ->
                Optional.of(
                        arguments.size() < 3
                                ? arguments.get(0).computed(true)
                                : ValueTypes.common(arguments.get(0), arguments.get(2)));
            case "first_value", "last_value" ->
                Optional.of(
                        arguments.get(0).computed(mayBeEmpty || arguments.get(0).nullable()));
            case "nth_value" -> Optional.of(arguments.get(0).computed(true));
            default -> Optional.empty();
        };
    }

    /** A type that also holds what becomes of the least number. */
    static ColumnType wide(Value number) {
        return number.isReal() ? Scalar.REAL : Scalar.BIGINT;
    }

    private static Value coalesce(List<Value> arguments) {
        Value common = ValueTypes.common(arguments);
        return common.computed(arguments.stream().allMatch(Value::nullable));
    }

    /** Modifiers can leave the years that SQLite knows, and then there is no result. */
    private static boolean isNow(List<Value> arguments) {
        return arguments.isEmpty()
                || arguments.size() == 1
                        && arguments.get(0).constant().filter("now"::equals).isPresent();
    }

    /** Whether the result can be of a place and no moment; a modifier that is not spelled out can say so as well. */
    private static boolean isLocal(List<Value> arguments) {
        return arguments.stream()
                .skip(1)
                .anyMatch(value -> value.constant().isEmpty()
                        || value.constant().get().toLowerCase(Locale.ROOT).startsWith("local"));
    }

    /** Whether the result can have a fraction; a modifier that is not spelled out can say so as well. */
    private static boolean isSubsecond(List<Value> arguments) {
        return isSubsecond(arguments.get(0))
                || arguments.stream().skip(1).anyMatch(value -> value.constant().isEmpty() || isSubsecond(value));
    }

    private static boolean isSubsecond(Value value) {
        return value.constant()
                .filter(text -> text.toLowerCase(Locale.ROOT).startsWith("subsec"))
                .isPresent();
    }
}
