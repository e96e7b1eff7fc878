package io.rowloom.model.problem;

import java.util.Locale;

/** The rules that a model is held to; each has a fixture folder and a heading in the docs, named by its {@link #id()}. */
public enum ProblemCode {
    // The files.
    /** There is nothing at the path, or no YAML file in the folder. */
    NO_MODEL(false),
    /** A file without content. */
    EMPTY_FILE(false),
    /** More bytes than any model needs. */
    FILE_TOO_LARGE(false),
    /** A file in the folder of a model whose name ends in {@code .yml}. */
    FILE_NAME(false),
    /** Bytes that are not UTF-8. */
    INVALID_UTF8(false),
    /** A character that text files do not hold, such as NUL. */
    INVALID_CHARACTER(false),
    /** Text that is not YAML. */
    YAML_SYNTAX(false),
    /** More than one YAML document in a file. */
    SEVERAL_DOCUMENTS(false),
    /** Mappings and lists within each other more deeply than any model needs. */
    NESTED_TOO_DEEPLY(false),
    /** An anchor, alias, tag or merge key. */
    YAML_FEATURE(false),
    /** The same key twice in one mapping. */
    DUPLICATE_KEY(false),

    // The format.
    /** No database, no table or no version of the format in all files of a model. */
    INCOMPLETE_MODEL(false),
    /** A key that the format does not know at this place. */
    UNKNOWN_KEY(true),
    /** A key that must be there and is not. */
    MISSING_KEY(true),
    /** A value of the wrong kind, a mapping where a text belongs, or nothing at all. */
    WRONG_KIND(true),
    /** A word that is not one of those allowed. */
    INVALID_VALUE(true),
    /** Keys, or values of keys, that exclude each other. */
    CONTRADICTION(false),

    // Names.
    /** A type that is neither built in nor declared. */
    UNKNOWN_TYPE(false),
    /** A table that the model does not have. */
    UNKNOWN_TABLE(false),
    /** A column that the table does not have. */
    UNKNOWN_COLUMN(false),
    /** Two things of the same name; SQL names are compared without regard to case. */
    DUPLICATE_NAME(false),
    /** A name that is empty, too long or holds control characters. */
    INVALID_NAME(false),
    /** A name that SQLite keeps for itself. */
    RESERVED_SQL_NAME(false),
    /** A name that gives no Java identifier. */
    INVALID_JAVA_NAME(false),
    /** A Java name that is a word of Java or a member that generated classes have. */
    RESERVED_JAVA_NAME(false),
    /** Two Java names that are equal, or that cannot live in the same folder. */
    JAVA_NAME_COLLISION(false),
    /** A database name that cannot begin a class name. */
    INVALID_DATABASE_NAME(false),
    /** A Java package that is none. */
    INVALID_PACKAGE(false),
    /** A setting that SQLite does not know, or a value that it cannot have. */
    INVALID_PRAGMA(false),

    // Types and values.
    /** Parameters that a type cannot have. */
    INVALID_TYPE(false),
    /** A shape that contains itself. */
    RECURSIVE_SHAPE(false),
    /** A default that is not of the column's type. */
    INVALID_DEFAULT(false),
    /** A row that does not fit its table. */
    INVALID_SAMPLE(false),
    /** A declared type that SQL would not take for one. */
    INVALID_SQL_TYPE(false),

    // Tables.
    /** More columns than a Java record can have components. */
    TOO_MANY_COLUMNS(false),
    /** A primary key column that may be NULL. */
    NULLABLE_PRIMARY_KEY(false),
    /** A primary key that is declared more than once. */
    SEVERAL_PRIMARY_KEYS(false),
    /** {@code auto} on a key that the database cannot number. */
    INVALID_AUTO_KEY(false),
    /** More than one version column. */
    SEVERAL_VERSIONS(false),
    /** A foreign key to columns that are no key of their table, or to the wrong number of them. */
    FOREIGN_KEY_TARGET(false),
    /** A foreign key to a column of another type. */
    FOREIGN_KEY_TYPE(false),
    /** A foreign key whose action its columns do not allow. */
    FOREIGN_KEY_ACTION(false),

    /** A trigger whose event does not say when it acts. */
    INVALID_TRIGGER(false),

    // What the database engine says.
    /** An SQL expression that SQLite does not take, or that would end before or behind its place. */
    INVALID_EXPRESSION(false),
    /** A table or an index that SQLite refuses for another reason than an expression. */
    REFUSED_BY_SQLITE(false),

    // Named queries, which the generator checks on an engine.
    /** A query that SQLite does not take. */
    INVALID_QUERY(false),
    /** A function that SQLite does not have. */
    UNKNOWN_FUNCTION(false),
    /** A query that is not exactly one SELECT, INSERT, UPDATE or DELETE. */
    QUERY_STATEMENT(false),
    /** A parameter whose type cannot be told, or that is not as declared. */
    QUERY_PARAMETER(false),
    /** A column of a result whose type or name cannot be told, or that is not as declared. */
    QUERY_RESULT(false),
    /** A literal where a word of an enum belongs that it does not have. */
    ENUM_WORD(false),
    /** A number of rows that the query cannot give. */
    QUERY_RETURNS(false),
    /** Optional conditions or orders that a query cannot have. */
    QUERY_VARIANTS(false),
    /** An UPDATE that leaves a version or a moment of change as it is. */
    UNKEPT_COLUMN(false),
    /** A query that compares or sorts decimals, which are text. */
    DECIMAL_ORDER(false),
    /** A query that compares moments which are held in different forms. */
    MOMENT_FORM(false),
    /** A query that reads every row of a table. */
    FULL_SCAN(false);

    private final boolean structural;

    ProblemCode(boolean structural) {
        this.structural = structural;
    }

    /** The code as users see it: {@code unknown-key}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the JSON Schema of the format refuses such a model as well. */
    public boolean isStructural() {
        return structural;
    }
}
