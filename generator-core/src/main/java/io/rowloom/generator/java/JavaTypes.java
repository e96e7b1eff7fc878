package io.rowloom.generator.java;

import com.squareup.javapoet.ClassName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The types outside of {@code java.lang} that generated code refers to. */
final class JavaTypes {
    static final ClassName ARRAY_LIST = ClassName.get("java.util", "ArrayList");
    static final ClassName ARRAYS = ClassName.get("java.util", "Arrays");
    static final ClassName BIG_DECIMAL = ClassName.get("java.math", "BigDecimal");
    static final ClassName COLLECTION = ClassName.get("java.util", "Collection");
    static final ClassName CONSUMER = ClassName.get("java.util.function", "Consumer");
    static final ClassName DATA_SOURCE = ClassName.get("javax.sql", "DataSource");
    static final ClassName FUNCTION = ClassName.get("java.util.function", "Function");
    static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");
    static final ClassName HEX_FORMAT = ClassName.get("java.util", "HexFormat");
    static final ClassName INSTANT = ClassName.get("java.time", "Instant");
    static final ClassName LIST = ClassName.get("java.util", "List");
    static final ClassName LOCAL_DATE = ClassName.get("java.time", "LocalDate");
    static final ClassName LOCAL_DATE_TIME = ClassName.get("java.time", "LocalDateTime");
    static final ClassName LOCAL_TIME = ClassName.get("java.time", "LocalTime");
    static final ClassName MAP = ClassName.get("java.util", "Map");
    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
    static final ClassName OBJECTS = ClassName.get("java.util", "Objects");
    static final ClassName OPTIONAL = ClassName.get("java.util", "Optional");
    static final ClassName PATH = ClassName.get("java.nio.file", "Path");
    static final ClassName SQL_EXCEPTION = ClassName.get("java.sql", "SQLException");
    static final ClassName STREAM = ClassName.get("java.util.stream", "Stream");
    static final ClassName STRING = ClassName.get("java.lang", "String");
    static final ClassName SUPPLIER = ClassName.get("java.util.function", "Supplier");
    static final ClassName UUID = ClassName.get("java.util", "UUID");
    static final ClassName ZONE_OFFSET = ClassName.get("java.time", "ZoneOffset");

    static final ClassName JSON_INPUT = ClassName.get("io.rowloom.runtime.json", "JsonInput");
    static final ClassName JSON_OUTPUT = ClassName.get("io.rowloom.runtime.json", "JsonOutput");
    static final ClassName JSON_TEXT = ClassName.get("io.rowloom.runtime.json", "JsonText");
    static final ClassName MIGRATION = ClassName.get("io.rowloom.runtime", "Migration");
    static final ClassName PAGE = ClassName.get("io.rowloom.runtime", "Page");
    static final ClassName PAGE_REQUEST = ClassName.get("io.rowloom.runtime", "PageRequest");
    static final ClassName SQL_CHILDREN = ClassName.get("io.rowloom.runtime", "SqlChildren");
    static final ClassName SQL_FINDER = ClassName.get("io.rowloom.runtime", "SqlFinder");
    static final ClassName SQL_JOIN = ClassName.get("io.rowloom.runtime", "SqlJoin");
    static final ClassName SQL_LISTS = ClassName.get("io.rowloom.runtime", "SqlLists");
    static final ClassName SQL_ORDER = ClassName.get("io.rowloom.runtime", "SqlOrder");
    static final ClassName SQL_PAGES = ClassName.get("io.rowloom.runtime", "SqlPages");
    static final ClassName SQL_ROW = ClassName.get("io.rowloom.runtime", "SqlRow");
    static final ClassName SQL_SESSION = ClassName.get("io.rowloom.runtime", "SqlSession");
    static final ClassName SQL_MISSING_ROW = ClassName.get("io.rowloom.runtime", "SqlMissingRowException");
    static final ClassName SQL_STALE_VERSION = ClassName.get("io.rowloom.runtime", "SqlStaleVersionException");
    static final ClassName SQL_STATEMENT = ClassName.get("io.rowloom.runtime", "SqlStatement");
    static final ClassName SQL_TABLE = ClassName.get("io.rowloom.runtime", "SqlTable");
    static final ClassName SQL_INSERT = ClassName.get("io.rowloom.runtime", "SqlInsert");
    static final ClassName SQL_UPSERT = ClassName.get("io.rowloom.runtime", "SqlUpsert");
    static final ClassName SQL_UPDATE = ClassName.get("io.rowloom.runtime", "SqlUpdate");
    static final ClassName SQL_CHANGES = ClassName.get("io.rowloom.runtime", "SqlChanges");
    static final ClassName SQL_PARAMETERS = ClassName.get("io.rowloom.runtime", "SqlParameters");
    static final ClassName SQL_TIMESTAMP_FORMAT = ClassName.get("io.rowloom.runtime", "SqlTimestampFormat");
    static final ClassName SQL_VALUES = ClassName.get("io.rowloom.runtime", "SqlValues");
    static final ClassName SQLITE_DATABASE = ClassName.get("io.rowloom.runtime", "SqliteDatabase");
    static final ClassName SQLITE_OPTIONS = ClassName.get("io.rowloom.runtime", "SqliteOptions");
    static final ClassName SQLITE_PRAGMA = ClassName.get("io.rowloom.runtime", "SqlitePragma");
    static final ClassName SQL_BINDER = ClassName.get("io.rowloom.runtime", "SqlBinder");

    private static final List<ClassName> IMPORTED = List.of(
            ARRAY_LIST,
            ARRAYS,
            BIG_DECIMAL,
            COLLECTION,
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
            MAP,
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
            PAGE,
            PAGE_REQUEST,
            SQL_CHILDREN,
            SQL_FINDER,
            SQL_JOIN,
            SQL_LISTS,
            SQL_ORDER,
            SQL_PAGES,
            SQL_TABLE,
            SQL_ROW,
            SQL_SESSION,
            SQL_MISSING_ROW,
            SQL_STALE_VERSION,
            SQL_STATEMENT,
            SQL_TABLE,
            SQL_INSERT,
            SQL_UPSERT,
            SQL_UPDATE,
            SQL_CHANGES,
            SQL_PARAMETERS,
            SQL_TIMESTAMP_FORMAT,
            SQL_VALUES,
            SQLITE_DATABASE,
            SQLITE_OPTIONS,
            SQLITE_PRAGMA,
            SQL_BINDER);

    private JavaTypes() {}

    /** Those of the names that are also the simple name of a type that is imported; in order. */
    static List<String> imported(Set<String> names) {
        List<String> imported = new ArrayList<>();
        for (ClassName type : IMPORTED) {
            if (names.contains(type.simpleName())) {
                imported.add(type.simpleName());
            }
        }
        return imported;
    }
}
