package io.rowloom.benchmarks.library;

import io.rowloom.benchmarks.db.Account;
import io.rowloom.benchmarks.db.AccountDao;
import io.rowloom.benchmarks.db.ChatDatabase;
import io.rowloom.benchmarks.db.ChatTables;
import io.rowloom.benchmarks.db.Message;
import io.rowloom.benchmarks.db.MessageDao;
import io.rowloom.benchmarks.db.NewMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The code that Rowloom generates from this module's model, as every application has it. */
public final class Generated implements Library<Message, Account> {
    private final ChatTables tables;
    private final MessageDao messages;
    private final AccountDao accounts;
    private final Runnable close;

    /** Opens a file, making the tables if they are missing. */
    public Generated(Path file) {
        this(ChatDatabase.open(file));
    }

    private Generated(ChatDatabase database) {
        this(database, database::close);
    }

    private Generated(ChatTables tables, Runnable close) {
        this.tables = tables;
        this.close = close;
        this.messages = tables.messages();
        this.accounts = tables.accounts();
    }

    @Override
    public Message message(long id) {
        return messages.findById(id).orElseThrow();
    }

    @Override
    public Account account(String region, long number) {
        return accounts.findByRegionAndNumber(region, number).orElseThrow();
    }

    @Override
    public List<Message> conversation(String conversationId) {
        return messages.listByConversationId(conversationId);
    }

    @Override
    public List<Message> query(String conversationId) {
        return messages.conversation(conversationId);
    }

    @Override
    public void first(int count, Consumer<? super Message> each) {
        try (Stream<Message> rows = messages.first(count)) {
            rows.forEach(each);
        }
    }

    @Override
    public long insert(NewMessage message) {
        return messages.insert(message).id();
    }

    @Override
    public void insertAll(List<NewMessage> all) {
        messages.insertAll(all);
    }

    /** A transaction by itself. */
    @Override
    public void insertAllAlone(List<NewMessage> all) {
        messages.insertAll(all);
    }

    @Override
    public void change(Message message, Message.State state, int tokens) {
        messages.patch(message.id(), patch -> patch.state(state).tokens(tokens));
    }

    @Override
    public void read(Consumer<Library<Message, Account>> work) {
        tables.read(snapshot -> {
            work.accept(new Generated(snapshot, () -> {}));
            return true;
        });
    }

    @Override
    public void transaction(Consumer<Library<Message, Account>> work) {
        tables.inTransaction(transaction -> work.accept(new Generated(transaction, () -> {})));
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
        close.run();
    }
}
