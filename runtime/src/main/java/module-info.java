/** What generated code calls: sessions, transactions, codecs, errors and migrations, over plain JDBC and without reflection. */
module io.rowloom.runtime {
    requires transitive java.sql;
    requires static transitive org.jspecify;
    // Generated classes are annotated with @Generated.
    requires static transitive java.compiler;
    // Only for columns with JSON shapes, and then on the module path of the application.
    requires static com.fasterxml.jackson.core;
    // Named for result codes and for its own interface to SQLite; a version that has changed is used by JDBC alone.
    requires static org.xerial.sqlitejdbc;

    exports io.rowloom.runtime;
    exports io.rowloom.runtime.json;
}
