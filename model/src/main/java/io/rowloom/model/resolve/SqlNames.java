package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.problem.Place;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The names that share one space, compared as SQL does; tables, indexes and unique constraints share one as well. */
final class SqlNames {
    private static final int LONGEST = 128;

    private final Problems problems;
    private final Map<String, String> taken = new HashMap<>();

    SqlNames(Problems problems) {
        this.problems = problems;
    }

    /** How names are compared. */
    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether a name can be one at all, with a problem if not; any character but a control character is fine, as names are quoted. */
    static boolean check(String name, Place place, Problems problems) {
        String mistake = null;
        if (name.isBlank()) {
            mistake = "a name cannot be empty";
        } else if (name.length() > LONGEST) {
            mistake = "a name has at most " + LONGEST + " characters";
        } else if (hasControl(name)) {
            mistake = "the name " + quote(name) + " holds a control character";
        }
        if (mistake != null) {
            problems.add(ProblemCode.INVALID_NAME, place, mistake);
        }
        return mistake == null;
    }

    private static boolean hasControl(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name can be one of a table or an index, with a problem if not; of which SQLite keeps some, https://sqlite.org/fileformat2.html#intschema. */
    static boolean checkOfSchema(String name, Place place, Problems problems) {
        boolean valid = check(name, place, problems);
        if (folded(name).startsWith("sqlite_")) {
            problems.add(
                    ProblemCode.RESERVED_SQL_NAME, place, "SQLite keeps names that begin with 'sqlite_' for itself");
            return false;
        }
        return valid;
    }

    /** Takes a name that was checked among others already. */
    void reserve(String name, String what) {
        taken.put(folded(name), what);
    }

    /** Takes a name; false, with a problem, if it is taken. */
    boolean take(String name, String what, Place place, String suggestion) {
        String other = taken.putIfAbsent(folded(name), what);
        if (other == null) {
            return true;
        }
        String message = "the name " + quote(name) + " of " + what + " is taken by "
                + (other.equals(what) ? other.replaceFirst("^an? ", "another ") : other);
        if (suggestion.isEmpty()) {
            problems.add(ProblemCode.DUPLICATE_NAME, place, message);
        } else {
            problems.add(ProblemCode.DUPLICATE_NAME, place, message, suggestion);
        }
        return false;
    }
}
