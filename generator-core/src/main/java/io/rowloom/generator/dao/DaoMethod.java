package io.rowloom.generator.dao;

import java.util.List;
import java.util.Optional;

/**
 * A method of a DAO.
 *
 * @param kind what it does
 * @param name its name; only methods with different parameters share one
 * @param constant the constant that holds its statement; methods of one finder share one
 * @param parameters what it takes
 * @param returns what it gives, a Java type by its simple name
 * @param sql the statement that it runs; with {@code p.*} for the columns of another table
 * @param brief the statement on one line, lists of columns as {@code ...}; for Javadoc
 * @param lookup the columns by which it finds rows; empty where it finds none, or goes through all
 * @param finder what it has in common with the methods beside it; empty where it is alone
 * @param relation the foreign key that it follows, if it does
 * @param access how SQLite gets at the rows, {@code a search by the primary key}; plain text, empty for an insert
 */
public record DaoMethod(
        Kind kind,
        String name,
        String constant,
        List<Parameter> parameters,
        String returns,
        String sql,
        String brief,
        Optional<Lookup> lookup,
        Optional<Finder> finder,
        Optional<Relation> relation,
        String access) {
    /** What a method does. */
    public enum Kind {
        INSERT,
        INSERT_ALL,
        INSERT_IF_ABSENT,
        UPSERT,
        UPDATE_ALL,
        UPDATE,
        PATCH,
        PATCH_FOUND,
        CLAIM,
        FIND,
        FIND_ALL,
        EXISTS,
        DELETE_ONE,
        DELETE_ALL,
        LIST_FOUND,
        PAGE,
        STREAM_FOUND,
        COUNT_FOUND,
        DELETE_FOUND,
        FIND_WITH,
        PAGE_WITH,
        WITH_CHILDREN,
        FIND_WITH_CHILDREN,
        PAGE_WITH_CHILDREN,
        COUNT,
        LIST,
        STREAM;

        /** Whether it changes rows. */
        public boolean writes() {
            return switch (this) {
                case INSERT,
                        INSERT_ALL,
                        INSERT_IF_ABSENT,
                        UPSERT,
                        UPDATE,
                        UPDATE_ALL,
                        PATCH,
                        PATCH_FOUND,
                        CLAIM,
                        DELETE_ONE,
                        DELETE_ALL,
                        DELETE_FOUND -> true;
                default -> false;
            };
        }
    }

    /**
     * A parameter.
     *
     * @param type its Java type by its simple name
     * @param name its name
     * @param column the column whose value it is, if it is one
     * @param nullable whether it may be null
     */
    public record Parameter(String type, String name, Optional<ColumnDescriptor> column, boolean nullable) {
        static Parameter of(String type, String name) {
            return new Parameter(type, name, Optional.empty(), false);
        }

        static Parameter of(ColumnDescriptor column, String name) {
            return new Parameter(TypeText.of(column.type()), name, Optional.of(column), false);
        }

        /** The same, which may be null. */
        Parameter orNull() {
            return new Parameter(
                    column.map(value -> TypeText.boxed(value.type())).orElse(type), name, column, true);
        }
    }

    public DaoMethod {
        parameters = List.copyOf(parameters);
    }

    /** As a user calls it, {@code findById(UUID id)}. */
    public String signature() {
        StringBuilder signature = new StringBuilder(64).append(name).append('(');
        for (Parameter parameter : parameters) {
            signature
                    .append(signature.charAt(signature.length() - 1) == '(' ? "" : ", ")
                    .append(parameter.nullable() ? "@Nullable " : "")
                    .append(parameter.type())
                    .append(' ')
                    .append(parameter.name());
        }
        return signature.append(')').toString();
    }
}
