package io.rowloom.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes the values that an observer gets. */
final class StatementObserver {
    private final SqlObserver observer;

    StatementObserver(SqlObserver observer) {
        this.observer = observer;
    }

    void succeeded(SqlStatement statement, SqlBinder binder, long nanos, long rows) {
        observer.executed(new SqlExecution(
                statement, parameters(statement, binder), Duration.ofNanos(nanos), rows, Optional.empty()));
    }

    void failed(SqlStatement statement, SqlBinder binder, long nanos, SqlAccessException error) {
        observer.executed(new SqlExecution(
                statement, parameters(statement, binder), Duration.ofNanos(nanos), -1, Optional.of(error)));
    }

    private List<String> parameters(SqlStatement statement, SqlBinder binder) {
        return observer.wantsParameters() ? ParameterText.describe(statement, binder) : List.of();
    }
}
