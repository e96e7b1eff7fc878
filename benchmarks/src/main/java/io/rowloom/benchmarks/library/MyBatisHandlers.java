package io.rowloom.benchmarks.library;

import io.rowloom.benchmarks.db.Account;
import io.rowloom.benchmarks.db.Message;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Function;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** The types that MyBatis does not store as the model says. */
final class MyBatisHandlers {
    private MyBatisHandlers() {}

    static final class Moments extends AsText<Instant> {
        Moments() {
            super(Moment::parse, Moment::format);
        }
    }

    static final class States extends AsText<Message.State> {
        States() {
            super(Message.State::of, Message.State::value);
        }
    }

    static final class Plans extends AsText<Account.Plan> {
        Plans() {
            super(Account.Plan::of, Account.Plan::value);
        }
    }

    private abstract static class AsText<T> extends BaseTypeHandler<T> {
        private final Function<String, T> parse;
        private final Function<T, String> format;

        AsText(Function<String, T> parse, Function<T, String> format) {
            this.parse = parse;
            this.format = format;
        }

        @Override
        public void setNonNullParameter(PreparedStatement statement, int index, T value, @Nullable JdbcType type)
                throws SQLException {
            statement.setString(index, format.apply(value));
        }

        @Override
        public @Nullable T getNullableResult(ResultSet result, String column) throws SQLException {
            return parsed(result.getString(column));
        }

        @Override
        public @Nullable T getNullableResult(ResultSet result, int column) throws SQLException {
            return parsed(result.getString(column));
        }

        @Override
        public @Nullable T getNullableResult(CallableStatement statement, int column) throws SQLException {
            return parsed(statement.getString(column));
        }

        private @Nullable T parsed(@Nullable String text) {
            return text == null ? null : parse.apply(text);
        }
    }
}
