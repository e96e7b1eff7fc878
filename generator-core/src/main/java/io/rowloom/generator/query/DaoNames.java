package io.rowloom.generator.query;

import io.rowloom.generator.dao.DaoMethod;
import io.rowloom.generator.dao.Daos;
import io.rowloom.model.Model;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.Table;
import io.rowloom.model.problem.ProblemCode;
import java.util.Optional;
import java.util.Set;

/**
 * The names that DAOs keep for their own methods, whether or not the one of a certain table has each: a query must not
 * become a mistake because its table gets an index.
 */
final class DaoNames {
    private static final Set<String> METHODS = Set.of(
            "count",
            "delete",
            "deleteAll",
            "exists",
            "insert",
            "insertAll",
            "insertIfAbsent",
            "list",
            "patch",
            "read",
            "stream",
            "update",
            "updateAll",
            "upsert",
            "upsertAll");
    private static final Set<String> PREFIXES = Set.of(
            "claimBy",
            "countBy",
            "deleteBy",
            "existsBy",
            "findAllBy",
            "findBy",
            "findWith",
            "listBy",
            "listOrderedBy",
            "listWith",
            "patchBy",
            "streamBy",
            "streamOrderedBy");

    private DaoNames() {}

    static void check(NamedQuery query, Model model) throws QueryFault {
        Optional<Table> table = query.table().flatMap(model::table);
        boolean taken = table.isPresent()
                && Daos.of(model).of(table.get()).methods().stream()
                        .map(DaoMethod::name)
                        .anyMatch(query.name()::equals);
        if (taken || query.table().isPresent() && isKept(query.name())) {
            throw QueryFault.at(
                    query,
                    query.location(),
                    "",
                    ProblemCode.RESERVED_JAVA_NAME,
                    "the DAO of '" + query.table().get() + "' keeps the name '" + query.name()
                            + "' for a method of its own",
                    Optional.of("say more in the name, like staleSessions, or leave out table"));
        }
    }

    private static boolean isKept(String name) {
        if (METHODS.contains(name)) {
            return true;
        }
        for (String prefix : PREFIXES) {
            if (name.startsWith(prefix)
                    && name.length() > prefix.length()
                    && Character.isUpperCase(name.charAt(prefix.length()))) {
                return true;
            }
        }
        return false;
    }
}
