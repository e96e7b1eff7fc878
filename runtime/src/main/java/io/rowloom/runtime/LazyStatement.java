package io.rowloom.runtime;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A statement that writes, made when it is first asked for: a program uses few of those that its DAOs have. */
final class LazyStatement {
    private final SqlTable table;
    private final String operation;
    private final Supplier<String> text;
    private volatile @Nullable SqlStatement statement;

    LazyStatement(SqlTable table, String operation, Supplier<String> text) {
        this.table = table;
        this.operation = operation;
        this.text = text;
    }

    SqlStatement get() {
        SqlStatement made = statement;
        return made == null ? make() : made;
    }

    /** One alone, as connections keep statements by identity. */
    private synchronized SqlStatement make() {
        SqlStatement made = statement;
        if (made == null) {
            made = SqlStatement.write(table.name(), operation, text.get());
            statement = made;
        }
        return made;
    }
}
