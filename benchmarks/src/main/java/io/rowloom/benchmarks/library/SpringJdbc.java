package io.rowloom.benchmarks.library;

import io.rowloom.benchmarks.db.Account;
import io.rowloom.benchmarks.db.Message;
import io.rowloom.benchmarks.db.NewMessage;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring JDBC: a template over one connection, row mappers as lambdas, {@code batchUpdate}. */
public final class SpringJdbc implements Library<Message, Account> {
    private static final RowMapper<Message> MESSAGE = (result, row) -> HandWritten.message(result);
    private static final RowMapper<Account> ACCOUNT = (result, row) -> HandWritten.account(result);

    private final SingleConnectionDataSource source;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    /** Opens a file that has the tables. */
    public SpringJdbc(Path file) {
        source = new SingleConnectionDataSource(Sql.connect(file), true);
        jdbc = new JdbcTemplate(source);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    @Override
    public Message message(long id) {
        return Objects.requireNonNull(jdbc.queryForObject(Sql.MESSAGE, MESSAGE, id));
    }

    @Override
    public Account account(String region, long number) {
        return Objects.requireNonNull(jdbc.queryForObject(Sql.ACCOUNT, ACCOUNT, region, number));
    }

    @Override
    public List<Message> conversation(String conversationId) {
        return jdbc.query(Sql.CONVERSATION, MESSAGE, conversationId);
    }

    @Override
    public void first(int count, Consumer<? super Message> each) {
        RowCallbackHandler handler = result -> each.accept(HandWritten.message(result));
        jdbc.query(Sql.FIRST, handler, count);
    }

    @Override
    public long insert(NewMessage message) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    PreparedStatement statement =
                            connection.prepareStatement(Sql.INSERT, Statement.RETURN_GENERATED_KEYS);
                    HandWritten.bind(statement, message);
                    return statement;
                },
                key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    @Override
    public void insertAll(List<NewMessage> messages) {
        jdbc.batchUpdate(Sql.INSERT, messages, messages.size(), HandWritten::bind);
    }

    @Override
    public void change(Message message, Message.State state, int tokens) {
        jdbc.update(Sql.PATCH, state.value(), tokens, message.id());
    }

    @Override
    public void read(Consumer<Library<Message, Account>> work) {
        transaction(work);
    }

    @Override
    public void transaction(Consumer<Library<Message, Account>> work) {
        transactions.executeWithoutResult(status -> work.accept(this));
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
        source.destroy();
    }
}
