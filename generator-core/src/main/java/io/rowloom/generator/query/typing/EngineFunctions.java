package io.rowloom.generator.query.typing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The functions that the engine has, as it lists them itself. */
public final class EngineFunctions {
    private static final int ANY = -1;

    private final Map<String, Set<Integer>> aggregates = new HashMap<>();
    private final Set<String> names = new TreeSet<>();

    /** Reads the list, see <a href="https://sqlite.org/pragma.html#pragma_function_list">PRAGMA function_list</a>. */
    public static EngineFunctions read(Connection connection) throws SQLException {
        EngineFunctions functions = new EngineFunctions();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, type, narg FROM pragma_function_list")) {
            while (rows.next()) {
                String name = rows.getString(1);
                functions.names.add(name);
                if (!rows.getString(2).equals("s")) {
                    functions
                            .aggregates
                            .computeIfAbsent(name, key -> new TreeSet<>())
                            .add(rows.getInt(3));
                }
            }
        }
        return functions;
    }

    /** Every name, for suggestions. */
    public Set<String> names() {
        return names;
    }

    /** Whether a call of {@code name} with that many arguments, and without OVER, makes one row of many. */
    boolean isAggregate(String name, int arguments) {
        Set<Integer> counts = aggregates.get(name);
        return counts != null && (counts.contains(arguments) || counts.contains(ANY) && !isMinOrMax(name))
                || isMinOrMax(name) && arguments == 1;
    }

    private static boolean isMinOrMax(String name) {
        return name.equals("min") || name.equals("max");
    }
}
