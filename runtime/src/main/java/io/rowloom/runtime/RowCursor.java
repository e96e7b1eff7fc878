package io.rowloom.runtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/** An open result; closing it, which the last row does as well, gives back its statement and its connection once. */
final class RowCursor<T> {
    private final SqliteConnection connection;
    private final KeptStatement statement;
    private final SqlBinder binder;
    private final ResultSet result;
    private final JdbcRow row;
    private final SqlRowReader<T> reader;
    private final Runnable closed;
    private boolean open = true;

    RowCursor(
            SqliteConnection connection,
            KeptStatement statement,
            SqlBinder binder,
            ResultSet result,
            JdbcRow row,
            SqlRowReader<T> reader,
            Runnable closed) {
        this.connection = connection;
        this.statement = statement;
        this.binder = binder;
        this.result = result;
        this.row = row;
        this.reader = reader;
        this.closed = closed;
    }

    synchronized boolean advance(Consumer<? super T> action) {
        if (!open) {
            return false;
        }
        T value;
        try {
            if (!result.next()) {
                close();
                return false;
            }
            value = reader.read(row);
        } catch (SQLException e) {
            end(e);
            throw SqlErrors.of(e, statement.statement, binder);
        } catch (RuntimeException | Error e) {
            end(e);
            throw e;
        }
        action.accept(value);
        return true;
    }

    synchronized void close() {
        if (!open) {
            return;
        }
        open = false;
        try {
            result.close();
            connection.giveBack(statement);
        } catch (SQLException e) {
            connection.discard(statement, e);
            throw SqlErrors.of(e, statement.statement, binder);
        } finally {
            closed.run();
        }
    }

    synchronized boolean isOpen() {
        return open;
    }

    SqlStatement statement() {
        return statement.statement;
    }

    private void end(Throwable cause) {
        if (open) {
            open = false;
            connection.discard(statement, cause);
            closed.run();
        }
    }
}
