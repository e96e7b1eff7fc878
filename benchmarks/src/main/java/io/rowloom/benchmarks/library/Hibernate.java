package io.rowloom.benchmarks.library;

import io.rowloom.benchmarks.db.Account;
import io.rowloom.benchmarks.db.Message;
import io.rowloom.benchmarks.db.NewMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.Configuration;
import org.hibernate.community.dialect.SQLiteDialect;

/** Hibernate: a stateless session, which is its fast form; entities in place of records. */
public final class Hibernate implements Library<HibernateMessage, HibernateAccount> {
    private final SessionFactory factory;
    private final StatelessSession session;

    /** Opens a file that has the tables. */
    public Hibernate(Path file) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(HibernateMessage.class)
                .addAnnotatedClass(HibernateAccount.class)
                .setProperty("hibernate.dialect", SQLiteDialect.class.getName())
                .setProperty("hibernate.connection.url", Sql.url(file))
                .setProperty("hibernate.connection.pool_size", "1")
                .setProperty("hibernate.connection.autocommit", "true")
                .setProperty("hibernate.jdbc.batch_size", "100");
        Sql.config()
                .toProperties()
                .forEach((name, value) ->
                        configuration.setProperty("hibernate.connection." + name, String.valueOf(value)));
        factory = configuration.buildSessionFactory();
        session = factory.openStatelessSession();
    }

    @Override
    public HibernateMessage message(long id) {
        return session.get(HibernateMessage.class, id);
    }

    @Override
    public HibernateAccount account(String region, long number) {
        return session.get(HibernateAccount.class, new HibernateAccount.Key(region, number));
    }

    @Override
    public List<HibernateMessage> conversation(String conversationId) {
        return session.createSelectionQuery(
                        "from Message where conversationId = :conversation order by id", HibernateMessage.class)
                .setParameter("conversation", conversationId)
                .getResultList();
    }

    @Override
    public void first(int count, Consumer<? super HibernateMessage> each) {
        try (ScrollableResults<HibernateMessage> rows = session.createSelectionQuery(
                        "from Message order by id", HibernateMessage.class)
                .setMaxResults(count)
                .scroll(ScrollMode.FORWARD_ONLY)) {
            while (rows.next()) {
                each.accept(rows.get());
            }
        }
    }

    @Override
    public long insert(NewMessage message) {
        HibernateMessage entity = new HibernateMessage(message);
        session.insert(entity);
        return Objects.requireNonNull(entity.id);
    }

    /** One by one: keys that the database makes rule JDBC batches out. */
    @Override
    public void insertAll(List<NewMessage> messages) {
        session.insertMultiple(messages.stream().map(HibernateMessage::new).toList());
    }

    @Override
    public void change(Message message, Message.State state, int tokens) {
        session.createMutationQuery("update Message set state = :state, tokens = :tokens where id = :id")
                .setParameter("state", state)
                .setParameter("tokens", tokens)
                .setParameter("id", message.id())
                .executeUpdate();
    }

    @Override
    public void read(Consumer<Library<HibernateMessage, HibernateAccount>> work) {
        transaction(work);
    }

    @Override
    public void transaction(Consumer<Library<HibernateMessage, HibernateAccount>> work) {
        session.beginTransaction();
        boolean done = false;
        try {
            work.accept(this);
            done = true;
        } finally {
            if (done) {
                session.getTransaction().commit();
            } else {
                session.getTransaction().rollback();
            }
        }
    }

    @Override
    public Message record(HibernateMessage row) {
        return new Message(
                Objects.requireNonNull(row.id),
                row.conversationId,
                row.sender,
                row.state,
                row.content,
                row.tokens,
                row.createdAt);
    }

    @Override
    public Account accountRecord(HibernateAccount row) {
        return new Account(
                row.key.region(),
                row.key.number(),
                row.owner,
                row.email,
                row.plan,
                row.active,
                row.balanceCents,
                row.score,
                row.note,
                row.limitTokens,
                row.createdAt,
                row.updatedAt);
    }

    @Override
    public void close() {
        session.close();
        factory.close();
    }
}
