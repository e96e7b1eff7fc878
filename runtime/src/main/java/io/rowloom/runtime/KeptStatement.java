package io.rowloom.runtime;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A prepared statement of one connection. */
final class KeptStatement {
    final SqlStatement statement;
    final PreparedStatement jdbc;
    private final JdbcParameters parameters;
    boolean inUse = true;

    KeptStatement(SqlStatement statement, PreparedStatement jdbc) {
        this.statement = statement;
        this.jdbc = jdbc;
        this.parameters = new JdbcParameters(jdbc);
    }

    ResultSet query(SqlBinder binder) throws SQLException {
        binder.bind(parameters);
        return jdbc.executeQuery();
    }

    int update(SqlBinder binder) throws SQLException {
        binder.bind(parameters);
        return jdbc.executeUpdate();
    }

    <R> int update(SqlRowBinder<R> binder, R row) throws SQLException {
        binder.bind(parameters, row);
        return jdbc.executeUpdate();
    }
}
