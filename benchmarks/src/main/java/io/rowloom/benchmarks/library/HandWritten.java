package io.rowloom.benchmarks.library;

import io.rowloom.benchmarks.db.Account;
import io.rowloom.benchmarks.db.Message;
import io.rowloom.benchmarks.db.NewMessage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * JDBC as a careful expert writes it by hand, the measure of all others: one connection, statements prepared once, columns
 * read by position, moments by an own codec, batches for many rows. The driver's settings are left as they are.
 */
public final class HandWritten implements Library<Message, Account> {
    private final Connection connection;
    private final PreparedStatement message;
    private final PreparedStatement account;
    private final PreparedStatement conversation;
    private final PreparedStatement first;
    private final PreparedStatement insert;
    private final PreparedStatement insertAll;
    private final PreparedStatement update;

    /** Opens a file that has the tables. */
    public HandWritten(Path file) {
        connection = Sql.connect(file);
        try {
            message = connection.prepareStatement(Sql.MESSAGE);
            account = connection.prepareStatement(Sql.ACCOUNT);
            conversation = connection.prepareStatement(Sql.CONVERSATION);
            first = connection.prepareStatement(Sql.FIRST);
            insert = connection.prepareStatement(Sql.INSERT);
            insertAll = connection.prepareStatement(Sql.INSERT);
            update = connection.prepareStatement(Sql.UPDATE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Message message(long id) {
        try {
            message.setLong(1, id);
            try (ResultSet result = message.executeQuery()) {
                result.next();
                return message(result);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Account account(String region, long number) {
        try {
            account.setString(1, region);
            account.setLong(2, number);
            try (ResultSet result = account.executeQuery()) {
                result.next();
                return account(result);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Message> conversation(String conversationId) {
        try {
            conversation.setString(1, conversationId);
            List<Message> messages = new ArrayList<>();
            try (ResultSet result = conversation.executeQuery()) {
                while (result.next()) {
                    messages.add(message(result));
                }
            }
            return messages;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void first(int count, Consumer<? super Message> each) {
        try {
            first.setInt(1, count);
            try (ResultSet result = first.executeQuery()) {
                while (result.next()) {
                    each.accept(message(result));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long insert(NewMessage message) {
        try {
            bind(insert, message);
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void insertAll(List<NewMessage> messages) {
        try {
            for (NewMessage message : messages) {
                bind(insertAll, message);
                insertAll.addBatch();
            }
            insertAll.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void change(Message message, Message.State state, int tokens) {
        try {
            update.setString(1, message.conversationId());
            update.setString(2, message.sender());
            update.setString(3, state.value());
            update.setString(4, message.content());
            update.setInt(5, tokens);
            update.setString(6, Moment.format(message.createdAt()));
            update.setLong(7, message.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void read(Consumer<Library<Message, Account>> work) {
        transaction(work);
    }

    @Override
    public void transaction(Consumer<Library<Message, Account>> work) {
        transaction(connection, () -> work.accept(this));
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
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void transaction(Connection connection, Runnable work) {
        try {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                work.run();
                done = true;
            } finally {
                if (done) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Message message(ResultSet result) throws SQLException {
        return new Message(
                result.getLong(1),
                result.getString(2),
                result.getString(3),
                Message.State.of(result.getString(4)),
                result.getString(5),
                result.getInt(6),
                Moment.parse(result.getString(7)));
    }

    static Account account(ResultSet result) throws SQLException {
        return new Account(
                result.getString(1),
                result.getLong(2),
                result.getString(3),
                result.getString(4),
                Account.Plan.of(result.getString(5)),
                result.getInt(6) == 1,
                result.getLong(7),
                result.getDouble(8),
                result.getString(9),
                integer(result, 10),
                Moment.parse(result.getString(11)),
                Moment.parse(result.getString(12)));
    }

    private static @Nullable Integer integer(ResultSet result, int column) throws SQLException {
        int value = result.getInt(column);
        return value == 0 && result.wasNull() ? null : (Integer) value;
    }

    static void bind(PreparedStatement statement, NewMessage message) throws SQLException {
        statement.setString(1, message.conversationId());
        statement.setString(2, message.sender());
        statement.setString(3, message.state().value());
        statement.setString(4, message.content());
        statement.setInt(5, message.tokens());
        statement.setString(6, Moment.format(message.createdAt()));
    }
}
