package io.rowloom.generator.query.typing;

import io.rowloom.generator.query.tree.SqlValueTree;
import io.rowloom.generator.query.tree.UnreadableQueryException;
import io.rowloom.generator.query.typing.QueryTyping.Output;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names that an expression can use: the sources of its query, then those of the queries around it. */
final class Scope {
    private final @Nullable Scope outer;
    private final Names names;
    private final boolean mayBeEmpty;

    /** What the scopes of one query share. */
    private static final class Names {
        private final List<Source> sources = new ArrayList<>();
        private final Map<String, SqlValueTree> aliases = new HashMap<>();
        private final Map<String, Value> merged = new HashMap<>();
        private final Map<String, Optional<List<Output>>> withTables = new HashMap<>();
        private boolean rightJoin;
    }

    private Scope(@Nullable Scope outer, Names names, boolean mayBeEmpty) {
        this.outer = outer;
        this.names = names;
        this.mayBeEmpty = mayBeEmpty;
    }

    static Scope root() {
        return new Scope(null, new Names(), false);
    }

    /** A scope within this one, with no sources yet. */
    Scope inner() {
        return new Scope(this, new Names(), false);
    }

    /** The same names in an aggregate without GROUP BY: outside of its functions there may be no row at all. */
    Scope withoutRow() {
        return new Scope(outer, names, true);
    }

    /** The same names for each row. */
    Scope eachRow() {
        return new Scope(outer, names, false);
    }

    /** Whether there may be no row of this query's sources, as in an aggregate without GROUP BY. */
    boolean mayBeEmpty() {
        return mayBeEmpty;
    }

    /** Whether both stand for the names of the same query. */
    boolean isSame(Scope other) {
        return names == other.names;
    }

    Optional<Scope> outer() {
        return Optional.ofNullable(outer);
    }

    List<Source> sources() {
        return names.sources;
    }

    void add(Source source) {
        names.sources.add(source);
    }

    void alias(String name, SqlValueTree value) {
        names.aliases.putIfAbsent(Source.key(name), value);
    }

    Optional<SqlValueTree> aliased(String name) {
        return Optional.ofNullable(names.aliases.get(Source.key(name)));
    }

    /** The value of a column of this query, not of those around it. */
    Optional<Value> own(Optional<String> qualifier, String column) {
        if (qualifier.isEmpty() && merged(column).isPresent()) {
            return merged(column);
        }
        return source(qualifier, column)
                .map(source -> mayBeEmpty ? source.value(column).withNullable(true) : source.value(column));
    }

    /** The source of this query that a name refers to; the first where USING made several of them one. */
    Optional<Source> source(Optional<String> qualifier, String column) {
        for (Source source : names.sources) {
            if ((qualifier.isEmpty() || source.name().equalsIgnoreCase(qualifier.get())) && source.has(column)) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }

    void addRightJoin() {
        names.rightJoin = true;
    }

    /** Whether a join so far was a RIGHT or FULL one. */
    boolean hasRightJoin() {
        return names.rightJoin;
    }

    /** Sets what an unqualified name means that USING beside a RIGHT or FULL join merged. */
    void merge(String column, Value value) {
        names.merged.put(Source.key(column), value.computed(true));
    }

    /** What USING beside a RIGHT or FULL join makes of a column. */
    Optional<Value> merged(String column) {
        return Optional.ofNullable(names.merged.get(Source.key(column)));
    }

    /** Whether USING beside a RIGHT or FULL join merged columns. */
    boolean hasMerged() {
        return !names.merged.isEmpty();
    }

    /** Makes a common table expression known; without outputs while they are still to be found. */
    void define(String name, Optional<List<Output>> outputs) {
        names.withTables.put(Source.key(name), outputs);
    }

    /**
     * What a common table expression of that name gives; empty if there is none.
     *
     * @throws UnreadableQueryException if it is used before it is read
     */
    Optional<List<Output>> withTable(String name) {
        for (Scope at = this; at != null; at = at.outer) {
            Optional<List<Output>> outputs = at.names.withTables.get(Source.key(name));
            if (outputs != null) {
                if (outputs.isEmpty()) {
                    throw new UnreadableQueryException("a common table expression is used before it is defined");
                }
                return outputs;
            }
        }
        return Optional.empty();
    }
}
