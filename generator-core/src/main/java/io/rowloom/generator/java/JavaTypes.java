package io.rowloom.generator.java;

import java.util.Set;
import java.util.stream.Collectors;

/** The types outside of {@code java.lang} that generated code refers to. */
final class JavaTypes {
    static final String ARRAY_LIST = "java.util.ArrayList";
    static final String ARRAYS = "java.util.Arrays";
    static final String BIG_DECIMAL = "java.math.BigDecimal";
    static final String CONSUMER = "java.util.function.Consumer";
    static final String DATA_SOURCE = "javax.sql.DataSource";
    static final String FUNCTION = "java.util.function.Function";
    static final String GENERATED = "javax.annotation.processing.Generated";
    static final String HEX_FORMAT = "java.util.HexFormat";
    static final String INSTANT = "java.time.Instant";
    static final String LIST = "java.util.List";
    static final String LOCAL_DATE = "java.time.LocalDate";
    static final String LOCAL_DATE_TIME = "java.time.LocalDateTime";
    static final String LOCAL_TIME = "java.time.LocalTime";
    static final String NULLABLE = "org.jspecify.annotations.Nullable";
    static final String OBJECTS = "java.util.Objects";
    static final String OPTIONAL = "java.util.Optional";
    static final String PATH = "java.nio.file.Path";
    static final String SQL_EXCEPTION = "java.sql.SQLException";
    static final String STREAM = "java.util.stream.Stream";
    static final String SUPPLIER = "java.util.function.Supplier";
    static final String UUID = "java.util.UUID";
    static final String ZONE_OFFSET = "java.time.ZoneOffset";

    static final String JSON_INPUT = "io.rowloom.runtime.json.JsonInput";
    static final String JSON_OUTPUT = "io.rowloom.runtime.json.JsonOutput";
    static final String JSON_TEXT = "io.rowloom.runtime.json.JsonText";
    static final String MIGRATION = "io.rowloom.runtime.Migration";
    static final String SQL_ROW = "io.rowloom.runtime.SqlRow";
    static final String SQL_SESSION = "io.rowloom.runtime.SqlSession";
    static final String SQL_MISSING_ROW = "io.rowloom.runtime.SqlMissingRowException";
    static final String SQL_STALE_VERSION = "io.rowloom.runtime.SqlStaleVersionException";
    static final String SQL_STATEMENT = "io.rowloom.runtime.SqlStatement";
    static final String SQL_TIMESTAMP_FORMAT = "io.rowloom.runtime.SqlTimestampFormat";
    static final String SQL_VALUES = "io.rowloom.runtime.SqlValues";
    static final String SQLITE_DATABASE = "io.rowloom.runtime.SqliteDatabase";
    static final String SQLITE_OPTIONS = "io.rowloom.runtime.SqliteOptions";
    static final String SQLITE_PRAGMA = "io.rowloom.runtime.SqlitePragma";
    static final String SQL_BINDER = "io.rowloom.runtime.SqlBinder";

    /** The simple names of all of them. */
    static final Set<String> SIMPLE_NAMES = Set.of(
                    ARRAY_LIST,
                    ARRAYS,
                    BIG_DECIMAL,
                    CONSUMER,
                    DATA_SOURCE,
                    FUNCTION,
                    GENERATED,
                    HEX_FORMAT,
                    INSTANT,
                    LIST,
                    LOCAL_DATE,
                    LOCAL_DATE_TIME,
                    LOCAL_TIME,
                    NULLABLE,
                    OBJECTS,
                    OPTIONAL,
                    PATH,
                    SQL_EXCEPTION,
                    STREAM,
                    SUPPLIER,
                    UUID,
                    ZONE_OFFSET,
                    JSON_INPUT,
                    JSON_OUTPUT,
                    JSON_TEXT,
                    MIGRATION,
                    SQL_ROW,
                    SQL_SESSION,
                    SQL_MISSING_ROW,
                    SQL_STALE_VERSION,
                    SQL_STATEMENT,
                    SQL_TIMESTAMP_FORMAT,
                    SQL_VALUES,
                    SQLITE_DATABASE,
                    SQLITE_OPTIONS,
                    SQLITE_PRAGMA,
                    SQL_BINDER)
            .stream()
            .map(name -> name.substring(name.lastIndexOf('.') + 1))
            .collect(Collectors.toUnmodifiableSet());

    private JavaTypes() {}
}
