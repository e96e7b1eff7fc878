package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.*;

import java.util.Set;

/** Spells the accessors of all tables over a session. */
final class TablesWriter {
    private TablesWriter() {}

    static String write(DatabaseDescriptor database) {
        JavaSource source = new JavaSource(database.scope(), Set.of());
        String name = database.tablesClass();
        String session = source.use(SQL_SESSION);
        source.javadoc("The tables of the database " + JavaText.code(database.name())
                + ", in a session: the database itself, or one transaction.");
        source.add("@$($)\n", source.use(GENERATED), "\"io.rowloom\"");
        source.add("public sealed class $ permits $ {\n", name, database.databaseClass())
                .indent();
        source.add("""
                private final $ session;

                $($ session) {
                    this.session = session;
                }
                """, session, name, session);
        for (DatabaseDescriptor.Accessor accessor : database.accessors()) {
            source.blank()
                    .javadoc("The " + accessor.kind() + ' ' + JavaText.code(accessor.table()) + '.')
                    .add("""
                            public $ $() {
                                return new $(session);
                            }
                            """, accessor.dao(), accessor.name(), accessor.dao());
        }
        if (database.queries().isPresent()) {
            source.blank()
                    .javadoc("The queries that belong to no table.")
                    .add("""
                            public $ $() {
                                return new $(session);
                            }
                            """, database.queriesClass(), database.queries().get(), database.queriesClass());
        }
        source.blank()
                .javadoc("The session, for SQL of your own in the same transaction.")
                .add("""
                        public $ sqlSession() {
                            return session;
                        }

                        """, session)
                .javadoc(
                        "Runs {@code work} in a transaction, or within one in a savepoint; undone when it throws.",
                        "@return what {@code work} returns")
                .add("""
                        public <T> T transaction($<$, T> work) {
                            return session.transaction(transaction -> work.apply(new $(transaction)));
                        }

                        """, source.use(FUNCTION), name, name)
                .javadoc("As {@link #transaction}, for work that returns nothing.")
                .add("""
                        public void inTransaction($<$> work) {
                            session.transaction(transaction -> {
                                work.accept(new $(transaction));
                                return true;
                            });
                        }

                        """, source.use(CONSUMER), name, name)
                .javadoc(
                        "Runs {@code work}, which must not write, on one consistent snapshot; many reads are faster so.",
                        "@return what {@code work} returns")
                .add("""
                        public <T> T read($<$, T> work) {
                            return session.read(snapshot -> work.apply(new $(snapshot)));
                        }
                        """, source.use(FUNCTION), name, name);
        source.outdent().add("}\n");
        return source.text();
    }
}
