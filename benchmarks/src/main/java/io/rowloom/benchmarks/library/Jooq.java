package io.rowloom.benchmarks.library;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.DOUBLE;
import static org.jooq.impl.SQLDataType.INTEGER;

import io.rowloom.benchmarks.db.Account;
import io.rowloom.benchmarks.db.Message;
import io.rowloom.benchmarks.db.NewMessage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.BatchBindStep;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record7;
import org.jooq.Records;
import org.jooq.SQLDialect;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** jOOQ: its DSL over one connection, typed fields with converters, records by position, no logging. */
public final class Jooq implements Library<Message, Account> {
    private static final DataType<Instant> MOMENT =
            CLOB.asConvertedDataType(Converter.ofNullable(String.class, Instant.class, Moment::parse, Moment::format));

    private static final Table<Record> MESSAGES = table(name("messages"));
    private static final Field<Long> ID = field(name("id"), BIGINT.notNull());
    private static final Field<String> CONVERSATION_ID = field(name("conversation_id"), CLOB.notNull());
    private static final Field<String> SENDER = field(name("sender"), CLOB.notNull());
    private static final Field<Message.State> STATE = field(
            name("state"),
            CLOB.notNull()
                    .asConvertedDataType(Converter.ofNullable(
                            String.class, Message.State.class, Message.State::of, Message.State::value)));
    private static final Field<String> CONTENT = field(name("content"), CLOB.notNull());
    private static final Field<Integer> TOKENS = field(name("tokens"), INTEGER.notNull());
    private static final Field<Instant> CREATED_AT = field(name("created_at"), MOMENT.notNull());

    private static final Table<Record> ACCOUNTS = table(name("accounts"));
    private static final Field<String> REGION = field(name("region"), CLOB.notNull());
    private static final Field<Long> NUMBER = field(name("number"), BIGINT.notNull());
    private static final Field<String> OWNER = field(name("owner"), CLOB.notNull());
    private static final Field<String> EMAIL = field(name("email"), CLOB.notNull());
    private static final Field<Account.Plan> PLAN = field(
            name("plan"),
            CLOB.notNull()
                    .asConvertedDataType(Converter.ofNullable(
                            String.class, Account.Plan.class, Account.Plan::of, Account.Plan::value)));
    private static final Field<Boolean> ACTIVE = field(name("active"), BOOLEAN.notNull());
    private static final Field<Long> BALANCE_CENTS = field(name("balance_cents"), BIGINT.notNull());
    private static final Field<Double> SCORE = field(name("score"), DOUBLE.notNull());
    private static final Field<String> NOTE = field(name("note"), CLOB);
    private static final Field<Integer> LIMIT_TOKENS = field(name("limit_tokens"), INTEGER);
    private static final Field<Instant> UPDATED_AT = field(name("updated_at"), MOMENT.notNull());

    private final Connection connection;
    private final DSLContext sql;

    /** Opens a file that has the tables. */
    public Jooq(Path file) {
        connection = Sql.connect(file);
        sql = DSL.using(connection, SQLDialect.SQLITE, new Settings().withExecuteLogging(false));
    }

    @Override
    public Message message(long id) {
        return Objects.requireNonNull(messages().where(ID.eq(id)).fetchOne(Records.mapping(Message::new)));
    }

    @Override
    public Account account(String region, long number) {
        return Objects.requireNonNull(sql.select(
                        REGION,
                        NUMBER,
                        OWNER,
                        EMAIL,
                        PLAN,
                        ACTIVE,
                        BALANCE_CENTS,
                        SCORE,
                        NOTE,
                        LIMIT_TOKENS,
                        CREATED_AT,
                        UPDATED_AT)
                .from(ACCOUNTS)
                .where(REGION.eq(region))
                .and(NUMBER.eq(number))
                .fetchOne(Records.mapping(Account::new)));
    }

    @Override
    public List<Message> conversation(String conversationId) {
        return messages().where(CONVERSATION_ID.eq(conversationId)).orderBy(ID).fetch(Records.mapping(Message::new));
    }

    @Override
    public void first(int count, Consumer<? super Message> each) {
        try (Stream<Record7<Long, String, String, Message.State, String, Integer, Instant>> rows =
                messages().orderBy(ID).limit(count).fetchStream()) {
            rows.map(Records.mapping(Message::new)).forEach(each);
        }
    }

    @Override
    public long insert(NewMessage message) {
        return Objects.requireNonNull(sql.insertInto(MESSAGES)
                        .columns(CONVERSATION_ID, SENDER, STATE, CONTENT, TOKENS, CREATED_AT)
                        .values(
                                message.conversationId(),
                                message.sender(),
                                message.state(),
                                message.content(),
                                message.tokens(),
                                message.createdAt())
                        .returningResult(ID)
                        .fetchOne())
                .value1();
    }

    @Override
    public void insertAll(List<NewMessage> messages) {
        BatchBindStep batch = sql.batch(sql.insertInto(MESSAGES)
                .columns(CONVERSATION_ID, SENDER, STATE, CONTENT, TOKENS, CREATED_AT)
                .values((String) null, null, null, null, null, null));
        for (NewMessage message : messages) {
            batch.bind(
                    message.conversationId(),
                    message.sender(),
                    message.state(),
                    message.content(),
                    message.tokens(),
                    message.createdAt());
        }
        batch.execute();
    }

    @Override
    public void change(Message message, Message.State state, int tokens) {
        sql.update(MESSAGES)
                .set(STATE, state)
                .set(TOKENS, tokens)
                .where(ID.eq(message.id()))
                .execute();
    }

    @Override
    public void read(Consumer<Library<Message, Account>> work) {
        transaction(work);
    }

    @Override
    public void transaction(Consumer<Library<Message, Account>> work) {
        sql.transaction(configuration -> work.accept(new Jooq(connection, configuration.dsl())));
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

    private Jooq(Connection connection, DSLContext sql) {
        this.connection = connection;
        this.sql = sql;
    }

    private SelectJoinStep<Record7<Long, String, String, Message.State, String, Integer, Instant>> messages() {
        return sql.select(ID, CONVERSATION_ID, SENDER, STATE, CONTENT, TOKENS, CREATED_AT)
                .from(MESSAGES);
    }
}
