package io.rowloom.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement by nothing but JDBC: for connections that a pool has wrapped, and for drivers that have changed. */
final class JdbcStatement extends KeptStatement {
    private final PreparedStatement jdbc;
    private final boolean utf8;
    private final Parameters parameters = new Parameters();
    private final Row row = new Row(0);
    private @Nullable ResultSet result;

    JdbcStatement(SqlStatement statement, PreparedStatement jdbc, boolean utf8) {
        super(statement);
        this.jdbc = jdbc;
        this.utf8 = utf8;
    }

    @Override
    SqlParameters parameters() {
        return parameters;
    }

    @Override
    boolean start() throws SQLException {
        result = jdbc.executeQuery();
        return result.next();
    }

    @Override
    boolean next() throws SQLException {
        return result().next();
    }

    @Override
    <T> T read(SqlRowReader<T> reader) throws SQLException {
        return reader.read(row);
    }

    @Override
    void end() throws SQLException {
        result().close();
        result = null;
    }

    @Override
    int update() throws SQLException {
        return jdbc.executeUpdate();
    }

    @Override
    void close() throws SQLException {
        jdbc.close();
    }

    private ResultSet result() throws SQLException {
        if (result == null) {
            throw new SQLException("the statement is not running");
        }
        return result;
    }

    private final class Parameters extends ValueParameters {
        @Override
        void bind(int parameter, @Nullable Object value) throws SQLException {
            if (value == null) {
                jdbc.setNull(parameter, Types.NULL);
            } else {
                jdbc.setObject(parameter, value);
            }
        }
    }

    private final class Row extends ColumnRow {
        /** What {@link #typeOf} was asked for last. */
        private @Nullable Object number;

        Row(int before) {
            super(before);
        }

        @Override
        ColumnRow after(int columns) {
            return new Row(columns);
        }

        @Override
        int typeOf(int column) throws SQLException {
            Object value = result().getObject(column);
            number = value;
            if (value == null) {
                return NULL;
            }
            return value instanceof Integer || value instanceof Long
                    ? INTEGER
                    : value instanceof Double ? FLOAT : value instanceof String ? TEXT : BLOB;
        }

        @Override
        long wholeOf(int column) {
            return number instanceof Number value ? value.longValue() : 0;
        }

        @Override
        double fractionOf(int column) {
            return number instanceof Number value ? value.doubleValue() : 0;
        }

        @Override
        byte @Nullable [] textOf(int column) throws SQLException {
            if (utf8) {
                return result().getBytes(column);
            }
            String text = result().getString(column);
            return text == null ? null : text.getBytes(UTF_8);
        }

        @Override
        byte @Nullable [] blobOf(int column) throws SQLException {
            return result().getBytes(column);
        }

        @Override
        String placeOf(int column) throws SQLException {
            ResultSetMetaData metadata = result().getMetaData();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= metadata.getColumnCount(); i++) {
                names.add(metadata.getColumnName(i));
            }
            String key = isFirst() ? RowKey.of(statement.table(), jdbc.getConnection(), names, this) : "";
            return "column " + names.get(column - 1) + " of row " + result().getRow() + key;
        }
    }
}
