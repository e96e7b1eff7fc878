package io.rowloom.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pragmas of a database: what an application needs of SQLite, overridden by what its model says.
 *
 * <p>SQLite ignores what it does not know or cannot do (<a href="https://sqlite.org/pragma.html">pragma</a>), so each is read
 * back.
 */
final class PragmaSettings {
    /** These are fixed when the file is made; a later VACUUM changes the first two. */
    private static final List<String> OF_NEW_FILES = List.of("page_size", "auto_vacuum", "encoding");

    private static final int JOURNAL_ATTEMPTS = 100;

    private final Map<String, String> values;

    /** Those that the model names. */
    private final Set<String> stated;

    private PragmaSettings(Map<String, String> values, Set<String> stated) {
        this.values = values;
        this.stated = stated;
    }

    /** The defaults and {@code pragmas}, in an order in which they take effect. */
    static PragmaSettings of(List<SqlitePragma> pragmas) {
        Set<String> stated = new HashSet<>();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("busy_timeout", "5000");
        OF_NEW_FILES.forEach(name -> find(pragmas, name, values));
        values.put("journal_mode", "WAL");
        values.put("foreign_keys", "ON");
        for (SqlitePragma pragma : pragmas) {
            String name = pragma.name().toLowerCase(Locale.ROOT);
            if (!name.matches("[a-z_]+") || pragma.value().indexOf(';') >= 0) {
                throw new SqlMisuseException(SqlFailure.of("not a pragma: " + name + " = " + pragma.value()), null);
            }
            values.put(name, pragma.value());
            stated.add(name);
        }
        return new PragmaSettings(values, stated);
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    boolean foreignKeys() {
        return normal("foreign_keys", value("foreign_keys")).equals("1");
    }

    /** Sets every pragma on a connection that is in no transaction, and checks that it took effect. */
    void apply(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> pragma : values.entrySet()) {
                apply(statement, pragma.getKey(), pragma.getValue());
            }
        }
    }

    /** The pragmas of the model that a connection of somebody else has otherwise, for a message. */
    List<String> differences(Connection connection) throws SQLException {
        List<String> differences = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> pragma : values.entrySet()) {
                String held = stated.contains(pragma.getKey()) ? read(statement, pragma.getKey()) : null;
                if (held != null && !same(pragma.getKey(), pragma.getValue(), held)) {
                    differences.add(pragma.getKey() + " is " + held + ", not " + pragma.getValue());
                }
            }
        }
        return differences;
    }

    static @Nullable String read(Statement statement, String name) throws SQLException {
        try (ResultSet result = statement.executeQuery("PRAGMA " + name)) {
            return result.next() ? result.getString(1) : null;
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains("does not return")) {
                return null;
            }
            throw e;
        }
    }

    private static void apply(Statement statement, String name, String value) throws SQLException {
        String held = read(statement, name);
        if (held != null && same(name, value, held)) {
            return;
        }
        set(statement, name, value);
        held = read(statement, name);
        if (held == null) {
            requireKnown(statement, name);
        } else if (!same(name, value, held) && !(name.equals("journal_mode") && held.equals("memory"))) {
            String message = "PRAGMA " + name + " = " + value + " had no effect, it is " + held;
            if (!OF_NEW_FILES.contains(name)) {
                throw new SqlMisuseException(SqlFailure.of(message), null);
            }
            RuntimeLog.LOG.log(System.Logger.Level.WARNING, message + ": the file exists already");
        }
    }

    private static void set(Statement statement, String name, String value) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                statement.execute("PRAGMA " + name + " = " + value);
                return;
            } catch (SQLException e) {
                // Changing the journal mode needs the file alone, and SQLite does not wait for that by itself.
                boolean busy = SqliteCodes.primary(SqliteCodes.of(e)) == SqliteCodes.BUSY;
                if (!busy || attempt == JOURNAL_ATTEMPTS) {
                    throw e;
                }
                Backoff.sleep(attempt, "open");
                String held = read(statement, name);
                if (held != null && same(name, value, held)) {
                    return;
                }
            }
        }
    }

    private static void requireKnown(Statement statement, String name) throws SQLException {
        try (ResultSet known = statement.executeQuery("SELECT 1 FROM pragma_pragma_list WHERE name = '" + name + "'")) {
            if (!known.next()) {
                throw new SqlMisuseException(SqlFailure.of("this SQLite has no pragma " + name), null);
            }
        }
    }

    private static boolean same(String name, String wanted, String held) {
        return normal(name, wanted).equals(normal(name, held));
    }

    private static String normal(String name, String value) {
        String word = value.strip().replace("'", "").toUpperCase(Locale.ROOT);
        return switch (name) {
            case "synchronous" -> indexOf(word, "OFF", "NORMAL", "FULL", "EXTRA");
            case "temp_store" -> indexOf(word, "DEFAULT", "FILE", "MEMORY");
            case "auto_vacuum" -> indexOf(word, "NONE", "FULL", "INCREMENTAL");
            case "secure_delete" -> word.equals("FAST") ? "2" : truth(word);
            case "encoding" -> word.replace("-", "");
            default -> truth(word);
        };
    }

    private static String truth(String word) {
        return switch (word) {
            case "ON", "TRUE", "YES" -> "1";
            case "OFF", "FALSE", "NO" -> "0";
            default -> word;
        };
    }

    private static String indexOf(String word, String... words) {
        int index = List.of(words).indexOf(word);
        return index < 0 ? word : Integer.toString(index);
    }

    private static void find(List<SqlitePragma> pragmas, String name, Map<String, String> values) {
        for (SqlitePragma pragma : pragmas) {
            if (pragma.name().equalsIgnoreCase(name)) {
                values.put(name, pragma.value());
            }
        }
    }
}
