package io.rowloom.benchmarks.library;

import io.rowloom.benchmarks.db.Account;
import io.rowloom.benchmarks.db.Message;
import io.rowloom.benchmarks.db.NewMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;

/** MyBatis: a mapper interface, the executor that reuses statements, the one for batches, no cache. */
public final class MyBatis implements Library<Message, Account> {
    private final Connection connection;
    private final SqlSession session;
    private final SqlSession batches;
    private final MyBatisMapper mapper;
    private final MyBatisMapper batch;

    /** Opens a file that has the tables. */
    public MyBatis(Path file) {
        connection = Sql.connect(file);
        Configuration configuration = new Configuration(
                new Environment("benchmark", new ManagedTransactionFactory(), new UnpooledDataSource()));
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        configuration.setCacheEnabled(false);
        configuration.getTypeHandlerRegistry().register(Instant.class, new MyBatisHandlers.Moments());
        configuration.getTypeHandlerRegistry().register(Message.State.class, new MyBatisHandlers.States());
        configuration.getTypeHandlerRegistry().register(Account.Plan.class, new MyBatisHandlers.Plans());
        configuration.addMapper(MyBatisMapper.class);
        SqlSessionFactory factory = new SqlSessionFactoryBuilder().build(configuration);
        session = factory.openSession(ExecutorType.REUSE, connection);
        batches = factory.openSession(ExecutorType.BATCH, connection);
        mapper = session.getMapper(MyBatisMapper.class);
        batch = batches.getMapper(MyBatisMapper.class);
    }

    @Override
    public Message message(long id) {
        return mapper.message(id);
    }

    @Override
    public Account account(String region, long number) {
        return mapper.account(region, number);
    }

    @Override
    public List<Message> conversation(String conversationId) {
        return mapper.conversation(conversationId);
    }

    @Override
    public void first(int count, Consumer<? super Message> each) {
        try (Cursor<Message> rows = mapper.first(count)) {
            rows.forEach(each);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long insert(NewMessage message) {
        MyBatisMapper.Key key = new MyBatisMapper.Key();
        mapper.insert(message, key);
        return key.getValue();
    }

    @Override
    public void insertAll(List<NewMessage> messages) {
        messages.forEach(batch::add);
        batches.flushStatements();
    }

    @Override
    public void change(Message message, Message.State state, int tokens) {
        mapper.change(message.id(), state, tokens);
    }

    @Override
    public void read(Consumer<Library<Message, Account>> work) {
        transaction(work);
    }

    /** By the connection, which keeps the session's statements; that is what MyBatis does under Spring. */
    @Override
    public void transaction(Consumer<Library<Message, Account>> work) {
        HandWritten.transaction(connection, () -> work.accept(this));
    }

    @Override
    public Message record(Message row) {
        return row;
    }

    @Override
    public Account accountRecord(Account row) {
        return row;
    }

    @Override
    public void close() {
        session.close();
        batches.close();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
