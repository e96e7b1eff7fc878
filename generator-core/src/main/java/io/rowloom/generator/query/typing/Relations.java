package io.rowloom.generator.query.typing;

import io.rowloom.generator.schema.SqlToken;
import io.rowloom.model.FullText;
import io.rowloom.model.Model;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a query can read from: the model's tables, their full-text indexes, and the views that are known so far. */
public final class Relations {
    private final Model model;
    private final Map<String, KnownView> views = new LinkedHashMap<>();

    private record KnownView(Table table, StatementTypes types) {}

    /** The tables of a model; views are added as they become known. */
    public Relations(Model model) {
        this.model = model;
    }

    /**
     * Adds a view.
     *
     * @param view the view as if it were a table
     * @param types what was found of its SELECT
     */
    public void add(Table view, StatementTypes types) {
        views.put(Source.key(view.name()), new KnownView(view, types));
    }

    /** The table or view of that name. */
    public Optional<Table> table(String name) {
        return model.table(name)
                .or(() -> Optional.ofNullable(views.get(Source.key(name))).map(KnownView::table));
    }

    /** The tables, then the views. */
    public List<Table> tables() {
        List<Table> all = new ArrayList<>(model.tables());
        views.values().forEach(view -> all.add(view.table()));
        return all;
    }

    /** Every name that can stand behind FROM. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        tables().forEach(table -> names.add(table.name()));
        model.tables().forEach(table -> table.fullText().ifPresent(index -> names.add(index.name())));
        return names;
    }

    /** The tables and views that a statement names, by their names in lower case. */
    public Map<String, Table> mentioned(List<SqlToken> tokens) {
        Map<String, Table> mentioned = new LinkedHashMap<>();
        for (SqlToken token : tokens) {
            table(token.name()).ifPresent(table -> mentioned.put(Source.key(table.name()), table));
        }
        return mentioned;
    }

    boolean isView(Table table) {
        return views.containsKey(Source.key(table.name()));
    }

    /** Whether a view, read as it is, makes rows without values of a table. */
    boolean isExpectedAbsent(Table view, String table) {
        KnownView known = views.get(Source.key(view.name()));
        return known != null && known.types().expectedAbsent().test(table);
    }

    /** The tables that a view reads, by their lower-case aliases there. */
    Map<String, Table> tablesOf(Table view) {
        KnownView known = views.get(Source.key(view.name()));
        return known == null ? Map.of() : known.types().tables();
    }

    /** The table that the full-text index of that name is over. */
    Optional<Table> indexed(String name) {
        return model.tables().stream()
                .filter(table -> table.fullText()
                        .map(FullText::name)
                        .filter(name::equalsIgnoreCase)
                        .isPresent())
                .findFirst();
    }
}
