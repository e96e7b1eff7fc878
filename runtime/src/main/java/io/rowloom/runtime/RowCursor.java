package io.rowloom.runtime;

import java.sql.SQLException;
import java.util.function.Consumer;

/** An open result; closing it, which the last row does as well, gives back its statement and its connection once. */
final class RowCursor<T> {
    private final SqliteConnection connection;
    private final KeptStatement statement;
    private final SqlBinder binder;
    private final SqlRowReader<T> reader;
    private final Runnable closed;
    private boolean open = true;
    /** Whether it stands on a row that nobody has read. */
    private boolean unread;

    /**
     * @param statement has been started
     * @param first whether it stands on a row
     */
    RowCursor(
            SqliteConnection connection,
            KeptStatement statement,
            boolean first,
            SqlBinder binder,
            SqlRowReader<T> reader,
            Runnable closed) {
        this.connection = connection;
        this.statement = statement;
        this.unread = first;
        this.binder = binder;
        this.reader = reader;
        this.closed = closed;
    }

    synchronized boolean advance(Consumer<? super T> action) {
        if (!open) {
            return false;
        }
        T value;
        try {
            boolean more = unread || statement.next();
            unread = false;
            if (!more) {
                close();
                return false;
            }
            value = statement.read(reader);
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
            statement.end();
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
