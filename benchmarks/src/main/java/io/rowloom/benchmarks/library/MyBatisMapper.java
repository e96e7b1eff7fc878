package io.rowloom.benchmarks.library;

import io.rowloom.benchmarks.db.Account;
import io.rowloom.benchmarks.db.Message;
import io.rowloom.benchmarks.db.NewMessage;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultMap;
import org.apache.ibatis.annotations.Results;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.cursor.Cursor;

/** The statements of the benchmark as MyBatis wants them; rows are made by constructors with explicit arguments. */
interface MyBatisMapper {
    String COLUMNS = "SELECT id, conversation_id, sender, state, content, tokens, created_at FROM messages";
    String INSERT = "INSERT INTO messages (conversation_id, sender, state, content, tokens, created_at) VALUES"
            + " (#{message.conversationId}, #{message.sender}, #{message.state}, #{message.content},"
            + " #{message.tokens}, #{message.createdAt})";

    /** Takes the key of a new row. */
    final class Key {
        private long value;

        public long getValue() {
            return value;
        }

        public void setValue(long value) {
            this.value = value;
        }
    }

    @Select(COLUMNS + " WHERE id = #{id}")
    @Results(id = "message")
    @Arg(column = "id", javaType = long.class)
    @Arg(column = "conversation_id", javaType = String.class)
    @Arg(column = "sender", javaType = String.class)
    @Arg(column = "state", javaType = Message.State.class)
    @Arg(column = "content", javaType = String.class)
    @Arg(column = "tokens", javaType = int.class)
    @Arg(column = "created_at", javaType = Instant.class)
    Message message(long id);

    @Select("SELECT region, number, owner, email, plan, active, balance_cents, score, note, limit_tokens, created_at,"
            + " updated_at FROM accounts WHERE region = #{region} AND number = #{number}")
    @Arg(column = "region", javaType = String.class)
    @Arg(column = "number", javaType = long.class)
    @Arg(column = "owner", javaType = String.class)
    @Arg(column = "email", javaType = String.class)
    @Arg(column = "plan", javaType = Account.Plan.class)
    @Arg(column = "active", javaType = boolean.class)
    @Arg(column = "balance_cents", javaType = long.class)
    @Arg(column = "score", javaType = double.class)
    @Arg(column = "note", javaType = String.class)
    @Arg(column = "limit_tokens", javaType = Integer.class)
    @Arg(column = "created_at", javaType = Instant.class)
    @Arg(column = "updated_at", javaType = Instant.class)
    Account account(@Param("region") String region, @Param("number") long number);

    @Select(COLUMNS + " WHERE conversation_id = #{conversationId} ORDER BY id")
    @ResultMap("message")
    List<Message> conversation(String conversationId);

    @Select(COLUMNS + " ORDER BY id LIMIT #{count}")
    @ResultMap("message")
    Cursor<Message> first(int count);

    @Insert(INSERT)
    @Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
    void insert(@Param("message") NewMessage message, @Param("key") Key key);

    @Insert(INSERT)
    void add(@Param("message") NewMessage message);

    @Update("UPDATE messages SET state = #{state}, tokens = #{tokens} WHERE id = #{id}")
    void change(@Param("id") long id, @Param("state") Message.State state, @Param("tokens") int tokens);
}
