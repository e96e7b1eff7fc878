package io.rowloom.benchmarks.library;

import io.rowloom.benchmarks.db.Account;
import io.rowloom.benchmarks.db.Message;
import io.rowloom.benchmarks.db.NewMessage;
import java.util.List;
import java.util.function.Consumer;

/**
 * An open database, as one library gives access to it.
 *
 * @param <M> the rows of messages: the generated record, or a class of the library's own
 * @param <A> the rows of accounts
 */
public interface Library<M, A> extends AutoCloseable {
    /** A message by its key, which exists. */
    M message(long id);

    /** An account by its key, which exists. */
    A account(String region, long number);

    /** The messages of a conversation, in order. */
    List<M> conversation(String conversationId);

    /** The same with SQL of the user's own; most libraries have nothing else. */
    default List<M> query(String conversationId) {
        return conversation(conversationId);
    }

    /** Gives the first messages to {@code each} as they are read. */
    void first(int count, Consumer<? super M> each);

    /** Inserts a message and gives its key. */
    long insert(NewMessage message);

    /** Inserts messages in the fastest way that the library has; within a transaction. */
    void insertAll(List<NewMessage> messages);

    /** Inserts messages and commits them, all or none. */
    default void insertAllAlone(List<NewMessage> messages) {
        transaction(transaction -> transaction.insertAll(messages));
    }

    /** Changes two columns of a message, which is stored as given. */
    void change(Message message, Message.State state, int tokens);

    /** Does {@code work} on one snapshot. */
    void read(Consumer<Library<M, A>> work);

    /** Does {@code work} in a transaction, undone when it throws. */
    void transaction(Consumer<Library<M, A>> work);

    /** The row as the generated record. */
    Message record(M row);

    /** The account as the generated record. */
    Account accountRecord(A row);

    @Override
    void close();
}
