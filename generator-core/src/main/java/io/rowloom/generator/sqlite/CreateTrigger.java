package io.rowloom.generator.sqlite;

import io.rowloom.model.Trigger;
import java.util.Locale;

/** Spells a trigger of the model. */
final class CreateTrigger {
    private CreateTrigger() {}

    static String sql(Trigger trigger) {
        StringBuilder sql = new StringBuilder("CREATE TRIGGER ")
                .append(SqliteNames.quote(trigger.name()))
                .append(' ')
                .append(trigger.timing().sql())
                .append(' ')
                .append(trigger.event().word().toUpperCase(Locale.ROOT));
        if (!trigger.columns().isEmpty()) {
            sql.append(" OF ").append(SqliteNames.quoteAll(trigger.columns()));
        }
        sql.append(" ON ").append(SqliteNames.quote(trigger.table()));
        trigger.condition()
                .ifPresent(condition -> sql.append("\nWHEN ").append(SqliteExpression.closed(condition.sql())));
        return sql.append("\nBEGIN\n").append(body(trigger)).append("\nEND").toString();
    }

    private static String body(Trigger trigger) {
        return SqliteExpression.withoutSemicolon(trigger.body().sql()) + ';';
    }
}
