package io.rowloom.generator.dao;

import io.rowloom.model.Model;
import io.rowloom.model.Table;
import java.util.HashMap;
import java.util.Map;

/** The DAOs of a model, each decided once: a document shows what the code is spelled from. */
public final class Daos {
    private final Relations relations;
    private final Map<String, TableDao> decided = new HashMap<>();

    private Daos(Model model) {
        this.relations = Relations.of(model);
    }

    public static Daos of(Model model) {
        return new Daos(model);
    }

    /** The DAO of a table, or of a view as a table. */
    public TableDao of(Table table) {
        return decided.computeIfAbsent(table.name(), name -> TableDao.of(table, relations));
    }
}
