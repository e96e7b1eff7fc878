package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.name.JavaNames;
import io.rowloom.model.name.ReservedNames;
import io.rowloom.model.problem.Place;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of the generated top-level types.
 *
 * <p>They are compared without regard to case, as their files may lie on a file system that does so.
 */
final class JavaTypeNames {
    /** Most file systems allow 255 bytes; the longest name around it is {@code New…$Builder.class}. */
    private static final int LONGEST_IN_BYTES = 200;

    private final Problems problems;
    private final Map<String, String> taken = new HashMap<>();

    JavaTypeNames(Problems problems) {
        this.problems = problems;
    }

    /** Takes the names of the classes of the database itself. */
    void takeDatabase(String prefix, Place place) {
        take(List.of(prefix + "Database", prefix + "Tables", prefix + "Migrations"), "the database", place, "");
    }

    /** Takes the name of a declared type. */
    void takeType(String name, Place place) {
        if (check(name, place, "choose another name")) {
            take(List.of(name), "the type " + quote(name), place, "");
        }
    }

    /** Takes the names of the classes of a table. */
    void takeTable(String table, String record, Place place) {
        String suggestion = "name it with record: …";
        if (check(record, place, suggestion)) {
            take(
                    List.of(record, "New" + record, record + "Dao", record + "Patch"),
                    "the table " + quote(table),
                    place,
                    suggestion);
        }
    }

    /** Takes the names of the classes of a view. */
    void takeView(String view, String record, Place place) {
        String suggestion = "name it with record: …";
        if (check(record, place, suggestion)) {
            take(List.of(record, record + "Dao"), "the view " + quote(view), place, suggestion);
        }
    }

    /** Checks the name of a type, top level or nested; false, with a problem, if it can be none. */
    boolean check(String name, Place place, String suggestion) {
        if (!JavaNames.isIdentifier(name)) {
            problems.add(
                    ProblemCode.INVALID_JAVA_NAME,
                    place,
                    name.isEmpty()
                            ? "no Java name can be made of this name"
                            : quote(name) + " is not the name of a Java type",
                    suggestion);
        } else if (ReservedNames.isReservedForTypes(name)) {
            problems.add(
                    ProblemCode.RESERVED_JAVA_NAME,
                    place,
                    "the Java type " + quote(name) + " would have a name that Java or generated code needs",
                    suggestion);
        } else if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_IN_BYTES) {
            problems.add(
                    ProblemCode.INVALID_JAVA_NAME,
                    place,
                    "the Java type " + quote(name) + " has a name that is too long for a file",
                    suggestion);
        } else {
            return true;
        }
        return false;
    }

    private void take(List<String> names, String owner, Place place, String suggestion) {
        for (String name : names) {
            String other = taken.putIfAbsent(SqlNames.folded(name), owner);
            if (other != null) {
                String message = "the Java type " + quote(name) + " of " + owner + " is also one of " + other;
                if (suggestion.isEmpty()) {
                    problems.add(ProblemCode.JAVA_NAME_COLLISION, place, message);
                } else {
                    problems.add(ProblemCode.JAVA_NAME_COLLISION, place, message, suggestion);
                }
                return;
            }
        }
    }
}
