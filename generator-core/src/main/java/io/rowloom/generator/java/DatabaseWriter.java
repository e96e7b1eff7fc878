package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.*;

import java.util.List;
import java.util.Set;

/** Spells the entry point, which opens and closes the database. */
final class DatabaseWriter {
    private DatabaseWriter() {}

    static String write(DatabaseDescriptor database) {
        JavaSource source = new JavaSource(database.scope(), Set.of());
        String name = database.databaseClass();
        String sqlite = source.use(SQLITE_DATABASE);
        String options = source.use(SQLITE_OPTIONS);
        String path = source.use(PATH);
        List<String> doc = Docs.paragraphs(database.description());
        doc.add("The database " + JavaText.code(database.name()) + "; safe for many threads.");
        source.javadoc(doc);
        source.add("@$($)\n", source.use(GENERATED), "\"io.rowloom\"");
        source.add("public final class $ extends $ implements AutoCloseable {\n", name, database.tablesClass())
                .indent();
        pragmas(database, source);
        source.blank().add("""
                        private final $ database;

                        private $($ database) {
                            super(database);
                            this.database = database;
                        }
                        """, sqlite, name, sqlite);
        source.blank().javadoc("Opens a file, which is made if it is missing, and applies pending migrations.");
        source.add("""
                public static $ open($ file) {
                    return open(file, $.defaults());
                }

                """, name, path, options);
        opening(source, name, "open", path + " file, ", "file, ", database, "Opens a file as the options say.");
        source.blank()
                .javadoc("Opens a new database in memory, which is gone when it is closed; for tests.")
                .add("""
                        public static $ openInMemory() {
                            return openInMemory($.defaults());
                        }

                        """, name, options);
        opening(source, name, "openInMemory", "", "", database, "Opens a new database in memory as the options say.");
        String dataSource = source.use(DATA_SOURCE);
        source.blank()
                .javadoc("Works on connections that a framework owns, and applies pending migrations.")
                .add("""
                        public static $ using($ dataSource) {
                            return using(dataSource, $.defaults());
                        }

                        """, name, dataSource, options);
        opening(
                source,
                name,
                "using",
                dataSource + " dataSource, ",
                "dataSource, ",
                database,
                "Works on connections that a framework owns, as the options say.");
        source.blank().add("""
                        /** The database itself, for SQL of your own. */
                        @Override
                        public $ sqlSession() {
                            return database;
                        }

                        @Override
                        public void close() {
                            database.close();
                        }
                        """, sqlite);
        source.outdent().add("}\n");
        return source.text();
    }

    private static void pragmas(DatabaseDescriptor database, JavaSource source) {
        String pragma = source.use(SQLITE_PRAGMA);
        List<String> values = database.pragmas().stream()
                .map(setting -> "new " + pragma + '(' + JavaText.literal(setting.name()) + ", "
                        + JavaText.literal(setting.value()) + ')')
                .toList();
        String list = source.use(LIST);
        source.column("private static final " + list + '<' + pragma + "> PRAGMAS = " + list + ".of(", values, ");");
    }

    private static void opening(
            JavaSource source,
            String name,
            String method,
            String parameter,
            String argument,
            DatabaseDescriptor database,
            String doc) {
        source.javadoc(doc)
                .add("public static $ $($$ options) {\n", name, method, parameter, source.use(SQLITE_OPTIONS))
                .indent()
                .column(
                        "return new " + name + '(',
                        List.of(source.use(SQLITE_DATABASE) + '.' + method + '(' + argument + "PRAGMAS, "
                                + database.migrationsClass() + ".all(), options)"),
                        ");")
                .outdent()
                .add("}\n");
    }
}
