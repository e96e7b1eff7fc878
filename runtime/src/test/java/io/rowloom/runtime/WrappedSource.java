package io.rowloom.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteDataSource;

/** A data source as pools are: one connection, in a wrapper that hides the driver's class and that closing gives back. */
final class WrappedSource extends SQLiteDataSource implements AutoCloseable {
    private final Connection real;

    private WrappedSource(Connection real) {
        this.real = real;
    }

    /** A new database in memory. */
    static WrappedSource inMemory() {
        try {
            return new WrappedSource(DriverManager.getConnection("jdbc:sqlite::memory:"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Connection getConnection() {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** A database on it, which goes by JDBC alone. */
    SqliteDatabase database() {
        return SqliteDatabase.using(
                this, List.of(new SqlitePragma("foreign_keys", "OFF")), List.of(), SqliteOptions.defaults());
    }

    @Override
    public void close() {
        try {
            real.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
