package io.rowloom.benchmarks.library;

import io.rowloom.benchmarks.db.Account;
import io.rowloom.benchmarks.db.Message;
import io.rowloom.benchmarks.db.NewMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** JDBI: one open handle, row mappers as lambdas, prepared batches. */
public final class Jdbi3 implements Library<Message, Account> {
    private static final RowMapper<Message> MESSAGE = (result, context) -> HandWritten.message(result);
    private static final RowMapper<Account> ACCOUNT = (result, context) -> HandWritten.account(result);

    private final Handle handle;

    /** Opens a file that has the tables. */
    public Jdbi3(Path file) {
        handle = Jdbi.create(() -> Sql.connect(file)).open();
    }

    @Override
    public Message message(long id) {
        return handle.createQuery(Sql.MESSAGE).bind(0, id).map(MESSAGE).one();
    }

    @Override
    public Account account(String region, long number) {
        return handle.createQuery(Sql.ACCOUNT)
                .bind(0, region)
                .bind(1, number)
                .map(ACCOUNT)
                .one();
    }

    @Override
    public List<Message> conversation(String conversationId) {
        return handle.createQuery(Sql.CONVERSATION)
                .bind(0, conversationId)
                .map(MESSAGE)
                .list();
    }

    @Override
    public void first(int count, Consumer<? super Message> each) {
        handle.createQuery(Sql.FIRST).bind(0, count).map(MESSAGE).useIterator(rows -> rows.forEachRemaining(each));
    }

    @Override
    public long insert(NewMessage message) {
        return bind(handle.createUpdate(Sql.INSERT), message)
                .executeAndReturnGeneratedKeys()
                .mapTo(long.class)
                .one();
    }

    @Override
    public void insertAll(List<NewMessage> messages) {
        try (PreparedBatch batch = handle.prepareBatch(Sql.INSERT)) {
            for (NewMessage message : messages) {
                bind(batch, message).add();
            }
            batch.execute();
        }
    }

    @Override
    public void change(Message message, Message.State state, int tokens) {
        handle.createUpdate(Sql.PATCH)
                .bind(0, state.value())
                .bind(1, tokens)
                .bind(2, message.id())
                .execute();
    }

    @Override
    public void read(Consumer<Library<Message, Account>> work) {
        transaction(work);
    }

    @Override
    public void transaction(Consumer<Library<Message, Account>> work) {
        handle.useTransaction(transaction -> work.accept(this));
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
        handle.close();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, NewMessage message) {
        return statement
                .bind(0, message.conversationId())
                .bind(1, message.sender())
                .bind(2, message.state().value())
                .bind(3, message.content())
                .bind(4, message.tokens())
                .bind(5, Moment.format(message.createdAt()));
    }
}
