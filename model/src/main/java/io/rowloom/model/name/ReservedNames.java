package io.rowloom.model.name;

import java.util.Set;
import java.util.regex.Pattern;

/** Names that generated Java cannot give to something of the model. */
public final class ReservedNames {
    /** Keywords and literals, <a href="https://docs.oracle.com/javase/specs/jls/se17/html/jls-3.html#jls-3.9">JLS 3.9</a>. */
    private static final Set<String> WORDS = Set.of(
            "_",
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while");

    /** Words that name no type, same section. */
    private static final Set<String> NO_TYPES = Set.of("permits", "record", "sealed", "var", "yield");

    /** Methods of every object; a record component cannot have their names, JLS 8.10.1. */
    private static final Set<String> OBJECT_METHODS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    /** What a record and its builder have beside the columns. */
    private static final Set<String> BUILDER_METHODS = Set.of("build", "builder", "toBuilder");

    /** What the database class has beside the tables. */
    private static final Set<String> DATABASE_METHODS =
            Set.of("close", "inTransaction", "open", "openInMemory", "read", "sqlSession", "transaction", "using");

    /**
     * Types of {@code java.lang} that generated code uses by their simple names; a type of the same package would hide
     * them. Types of other packages are imported, which no type of the model disturbs.
     */
    private static final Set<String> JAVA_LANG = Set.of(
            "AutoCloseable",
            "Boolean",
            "CharSequence",
            "Class",
            "Comparable",
            "Deprecated",
            "Double",
            "Enum",
            "Exception",
            "IllegalArgumentException",
            "IllegalStateException",
            "Integer",
            "Iterable",
            "Long",
            "Math",
            "NullPointerException",
            "Object",
            "Override",
            "Record",
            "RuntimeException",
            "String",
            "StringBuilder",
            "SuppressWarnings",
            "System",
            "Throwable",
            "UnsupportedOperationException",
            "Void");

    /**
     * Names that Windows keeps for devices, whatever ending a file has,
     * <a href="https://learn.microsoft.com/windows/win32/fileio/naming-a-file">Naming Files, Paths, and Namespaces</a>.
     */
    private static final Pattern DEVICES = Pattern.compile("(?i)aux|con|nul|prn|(com|lpt)[0-9]");

    private ReservedNames() {}

    /** Whether no file or folder can be called so on some system. */
    public static boolean isDevice(String name) {
        return DEVICES.matcher(name).matches();
    }

    /** Whether it is a word of Java and so no identifier at all. */
    public static boolean isJavaWord(String name) {
        return WORDS.contains(name);
    }

    /** Whether no record component of a row can be called so. */
    public static boolean isReservedForColumns(String name) {
        return isJavaWord(name) || OBJECT_METHODS.contains(name) || BUILDER_METHODS.contains(name);
    }

    /** Whether no parameter and no result column of a query can be called so. */
    public static boolean isReservedForQueries(String name) {
        return isJavaWord(name) || OBJECT_METHODS.contains(name);
    }

    /** Whether no property of a JSON shape can be called so; {@code toJson()} writes the whole shape. */
    public static boolean isReservedForProperties(String name) {
        return isReservedForQueries(name) || name.equals("toJson");
    }

    /** Whether no accessor of a table can be called so. */
    public static boolean isReservedForTables(String name) {
        return isJavaWord(name) || OBJECT_METHODS.contains(name) || DATABASE_METHODS.contains(name);
    }

    /** Whether no type can be called so. */
    public static boolean isReservedForTypes(String name) {
        return isJavaWord(name) || NO_TYPES.contains(name) || JAVA_LANG.contains(name) || isDevice(name);
    }
}
