package io.rowloom.generator.query;

import io.rowloom.generator.query.typing.Relations;
import io.rowloom.generator.schema.SqlToken;
import io.rowloom.generator.sqlite.SqliteExpression;
import io.rowloom.model.Column;
import io.rowloom.model.Table;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Spelling;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says where in a query and why the engine refuses it, and what was probably meant. */
final class EngineRefusal {
    private static final Pattern SYNTAX = Pattern.compile("near \"(.*)\": syntax error", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("no such column: (?:\"(.*)\".*|(.*))", Pattern.DOTALL);
    private static final Pattern NO_COLUMN_OF = Pattern.compile("table (.*) has no column named (.*)", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("no such table: (?:main\\.)?(.*)", Pattern.DOTALL);
    private static final Pattern FUNCTION = Pattern.compile("no such function: (.*)", Pattern.DOTALL);
    private static final Pattern NAMED =
            Pattern.compile("(?:ambiguous column name: |.*function )(.*?)(?:\\(\\))?", Pattern.DOTALL);

    private final QueryText text;
    private final Relations relations;
    private final QueryEngine engine;
    private final String key;
    private final String before;
    private final Map<String, Table> alsoCalled;

    EngineRefusal(QueryText text, Relations relations, QueryEngine engine) {
        this(text, relations, engine, ".sql", "", Map.of());
    }

    /**
     * The same of a piece of a statement.
     *
     * @param key the key that the piece stands at, {@code .when}
     * @param before what comes before the piece
     * @param alsoCalled tables that the piece can name otherwise, {@code new}
     */
    EngineRefusal(
            QueryText text,
            Relations relations,
            QueryEngine engine,
            String key,
            String before,
            Map<String, Table> alsoCalled) {
        this.text = text;
        this.relations = relations;
        this.engine = engine;
        this.key = key;
        this.before = before;
        this.alsoCalled = alsoCalled;
    }

    QueryFault fault(SQLException refusal) {
        String reason = reason(refusal);
        Matcher syntax = SYNTAX.matcher(reason);
        if (syntax.matches()) {
            return fault(
                    syntaxError(syntax.group(1)),
                    ProblemCode.INVALID_QUERY,
                    "syntax error at " + Spelling.quote(syntax.group(1)),
                    Spelling.nearest(syntax.group(1), KEYWORDS)
                            .filter(keyword -> !keyword.equalsIgnoreCase(syntax.group(1)))
                            .map(keyword -> "did you mean " + keyword + "?"));
        }
        if (reason.equals("incomplete input")) {
            return fault(
                    text.tokens().get(text.tokens().size() - 1).end(),
                    ProblemCode.INVALID_QUERY,
                    "the statement ends too early",
                    Optional.empty());
        }
        Matcher column = COLUMN.matcher(reason);
        if (column.matches()) {
            return unknownColumn(column.group(1) == null ? column.group(2) : column.group(1));
        }
        Matcher ofTable = NO_COLUMN_OF.matcher(reason);
        if (ofTable.matches()) {
            Set<String> names = new LinkedHashSet<>();
            relations
                    .table(ofTable.group(1))
                    .ifPresent(table -> table.columns().forEach(each -> names.add(each.name())));
            return fault(
                    find(ofTable.group(2)),
                    ProblemCode.UNKNOWN_COLUMN,
                    "the table " + Spelling.quote(ofTable.group(1)) + " has no column "
                            + Spelling.quote(ofTable.group(2)),
                    Spelling.didYouMean(ofTable.group(2), names));
        }
        Matcher table = TABLE.matcher(reason);
        if (table.matches()) {
            String name = table.group(1);
            return fault(
                    find(name),
                    ProblemCode.UNKNOWN_TABLE,
                    "no table named " + Spelling.quote(name),
                    Spelling.didYouMean(name, relations.names()));
        }
        Matcher function = FUNCTION.matcher(reason);
        if (function.matches()) {
            String name = function.group(1);
            return fault(
                    find(name),
                    ProblemCode.UNKNOWN_FUNCTION,
                    "SQLite has no function " + Spelling.quote(name),
                    Spelling.didYouMean(name, engine.functions().names()));
        }
        Matcher named = NAMED.matcher(reason);
        return fault(
                named.matches() ? find(named.group(1)) : text.tokens().get(0).start(),
                ProblemCode.INVALID_QUERY,
                "refused by SQLite: " + reason,
                Optional.empty());
    }

    private QueryFault unknownColumn(String name) {
        boolean doubleQuoted = text.tokens().stream()
                .anyMatch(token -> token.text().startsWith("\"") && token.name().equalsIgnoreCase(name));
        int dot = doubleQuoted ? -1 : name.lastIndexOf('.');
        String simple = name.substring(dot + 1);
        Set<String> names = new LinkedHashSet<>();
        for (Table table : dot < 0 ? usedTables() : tablesCalled(name.substring(0, dot))) {
            for (Column column : table.columns()) {
                names.add(column.name());
            }
        }
        int offset = doubleQuoted ? findQuoted(name) : find(name);
        Optional<String> near = Spelling.didYouMean(simple, names);
        return fault(
                offset,
                ProblemCode.UNKNOWN_COLUMN,
                "no column named " + Spelling.quote(name),
                near.isPresent() || !doubleQuoted
                        ? near
                        : Optional.of("text stands in single quotes: '" + simple + "'"));
    }

    /** The tables that the query calls by that alias, or by their own name. */
    private List<Table> tablesCalled(String alias) {
        List<Table> called = new ArrayList<>();
        Optional.ofNullable(alsoCalled.get(alias.toLowerCase(Locale.ROOT))).ifPresent(called::add);
        relations.table(alias).ifPresent(called::add);
        List<SqlToken> tokens = text.tokens();
        for (int i = 1; i < tokens.size(); i++) {
            if (isName(tokens.get(i), alias)) {
                int before = tokens.get(i - 1).is("AS") && i >= 2 ? i - 2 : i - 1;
                relations.table(tokens.get(before).name()).ifPresent(called::add);
            }
        }
        return called;
    }

    private List<Table> usedTables() {
        List<Table> used = new ArrayList<>(alsoCalled.values());
        for (Table table : relations.tables()) {
            if (text.tokens().stream().anyMatch(token -> isName(token, table.name()))) {
                used.add(table);
            }
        }
        return used;
    }

    private int findQuoted(String name) {
        return text.tokens().stream()
                .filter(token -> token.text().startsWith("\"") && token.name().equalsIgnoreCase(name))
                .mapToInt(SqlToken::start)
                .findFirst()
                .orElse(0);
    }

    /** The offset of a name, which may be qualified, where it stands first. */
    private int find(String name) {
        List<SqlToken> tokens = text.tokens();
        int dot = name.lastIndexOf('.');
        String simple = name.substring(dot + 1);
        int found = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (!isName(tokens.get(i), simple)) {
                continue;
            }
            boolean qualified = i >= 2 && tokens.get(i - 1).isSymbol(".");
            if (dot >= 0
                            && qualified
                            && isName(tokens.get(i - 2), name.substring(name.lastIndexOf('.', dot - 1) + 1, dot))
                    || dot < 0 && !qualified) {
                return tokens.get(i).start();
            }
            found = found < 0 ? tokens.get(i).start() : found;
        }
        return Math.max(found, 0);
    }

    private static boolean isName(SqlToken token, String name) {
        return (token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED)
                && token.name().equalsIgnoreCase(name);
    }

    /**
     * The offset of the word that the engine stumbles over, which may be there several times: up to a word that is right
     * the statement is incomplete, up to this one it is wrong.
     */
    private int syntaxError(String word) {
        int first = 0;
        for (SqlToken token : text.tokens()) {
            if (token.text().equals(word)) {
                String start = text.query().sql().substring(0, token.end());
                try {
                    engine.prepare(before + SqliteExpression.withoutStringsInDoubleQuotes(start));
                } catch (SQLException refusal) {
                    if (SYNTAX.matcher(reason(refusal)).matches()) {
                        return token.start();
                    }
                }
                first = first == 0 ? token.start() : first;
            }
        }
        return first;
    }

    private QueryFault fault(int offset, ProblemCode code, String message, Optional<String> suggestion) {
        return QueryFault.at(text.query(), text.query().text().place(offset), key, code, message, suggestion);
    }

    /** What SQLite itself says: the driver wraps it as {@code [CODE] general words (what SQLite says)}. */
    static String reason(SQLException refusal) {
        String message = String.valueOf(refusal.getMessage());
        int open = message.indexOf(" (");
        return open >= 0 && message.endsWith(")") ? message.substring(open + 2, message.length() - 1) : message;
    }

    private static final List<String> KEYWORDS = List.of(
            "SELECT",
            "FROM",
            "WHERE",
            "GROUP",
            "ORDER",
            "BY",
            "HAVING",
            "LIMIT",
            "OFFSET",
            "JOIN",
            "LEFT",
            "INNER",
            "UNION",
            "INSERT",
            "INTO",
            "VALUES",
            "UPDATE",
            "SET",
            "DELETE",
            "RETURNING",
            "DISTINCT",
            "BETWEEN",
            "EXISTS");
}
