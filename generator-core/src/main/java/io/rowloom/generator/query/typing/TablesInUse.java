package io.rowloom.generator.query.typing;

import io.rowloom.model.Model;
import io.rowloom.model.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The tables of the model, and what a query was seen to do with them. */
final class TablesInUse {
    private final Model model;
    private final Set<String> doubtful;
    private final Set<String> absent = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Table> aliases = new LinkedHashMap<>();
    private boolean derivedAbsent;

    /** The tables; {@code doubtful} are those of which the engine makes rows without values for a reason not seen here. */
    TablesInUse(Model model, Set<String> doubtful) {
        this.model = model;
        this.doubtful = doubtful;
    }

    Optional<Table> find(String name) {
        return model.table(name);
    }

    boolean isDoubtful(Table table) {
        return doubtful.contains(table.name());
    }

    void use(String alias, Table table) {
        aliases.putIfAbsent(Source.key(alias), table);
    }

    /** Notes that rows without one of that source are expected. */
    void expectAbsent(Source source) {
        source.table().ifPresentOrElse(table -> absent.add(table.name()), () -> derivedAbsent = true);
    }

    /** Whether the engine may make rows without values of a table for a reason that was seen. */
    boolean isExpectedAbsent(String table) {
        return derivedAbsent || absent.contains(table);
    }

    Map<String, Table> aliases() {
        return aliases;
    }
}
