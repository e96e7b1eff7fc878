package io.rowloom.runtime;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps what is bound as JSON, each value in the form in which a column holds it; bytes as hexadecimal digits. */
final class JsonParameters implements SqlParameters {
    private final List<String> values = new ArrayList<>(4);

    /** What the binder of a statement binds. */
    static JsonParameters of(SqlBinder binder, SqlStatement statement) {
        JsonParameters parameters = new JsonParameters();
        try {
            binder.bind(parameters);
        } catch (SQLException e) {
            throw SqlErrors.of(e, statement, binder);
        }
        return parameters;
    }

    /** How many values there are. */
    int size() {
        return values.size();
    }

    /** The only value, or an array of them. */
    String text() {
        return values.size() == 1 ? values.get(0) : '[' + String.join(",", values) + ']';
    }

    @Override
    public void text(int index, @Nullable String value) throws SQLException {
        keep(index, value, SqlLists::quoted);
    }

    @Override
    public void integer(int index, int value) throws SQLException {
        keep(index, value, String::valueOf);
    }

    @Override
    public void integer(int index, @Nullable Integer value) throws SQLException {
        keep(index, value, String::valueOf);
    }

    @Override
    public void bigint(int index, long value) throws SQLException {
        keep(index, value, String::valueOf);
    }

    @Override
    public void bigint(int index, @Nullable Long value) throws SQLException {
        keep(index, value, String::valueOf);
    }

    @Override
    public void real(int index, double value) throws SQLException {
        keep(index, value, SqlLists::real);
    }

    @Override
    public void real(int index, @Nullable Double value) throws SQLException {
        keep(index, value, SqlLists::real);
    }

    @Override
    public void bool(int index, boolean value) throws SQLException {
        keep(index, value, SqlLists::bool);
    }

    @Override
    public void bool(int index, @Nullable Boolean value) throws SQLException {
        keep(index, value, SqlLists::bool);
    }

    @Override
    public void decimal(int index, @Nullable BigDecimal value) throws SQLException {
        keep(index, value, number -> SqlLists.quoted(number.toPlainString()));
    }

    @Override
    public void timestamp(int index, @Nullable Instant value, SqlTimestampFormat format) throws SQLException {
        keep(index, value, moment -> SqlLists.timestamp(moment, format));
    }

    @Override
    public void dateTime(int index, @Nullable LocalDateTime value) throws SQLException {
        keep(index, value, moment -> SqlLists.quoted(TemporalText.format(moment)));
    }

    @Override
    public void date(int index, @Nullable LocalDate value) throws SQLException {
        keep(index, value, day -> SqlLists.quoted(TemporalText.format(day)));
    }

    @Override
    public void time(int index, @Nullable LocalTime value) throws SQLException {
        keep(index, value, time -> SqlLists.quoted(TemporalText.format(time)));
    }

    @Override
    public void uuid(int index, @Nullable UUID value) throws SQLException {
        keep(index, value, uuid -> SqlLists.quoted(uuid.toString()));
    }

    @Override
    public void blob(int index, byte @Nullable [] value) throws SQLException {
        keep(index, value, bytes -> SqlLists.quoted(HexFormat.of().formatHex(bytes)));
    }

    private <T> void keep(int index, @Nullable T value, Function<? super T, String> json) throws SQLException {
        while (values.size() < index) {
            values.add("null");
        }
        try {
            values.set(index - 1, value == null ? "null" : json.apply(value));
        } catch (IllegalArgumentException e) {
            throw SqlValueException.parameter(index, e);
        }
    }
}
