package io.rowloom.generator.java;

import io.rowloom.model.Database;
import io.rowloom.model.Model;
import io.rowloom.model.Pragma;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Java makes of the database as a whole.
 *
 * @param scope the package it goes to
 * @param name the name as written
 * @param databaseClass the entry point, {@code CoordinationDatabase}
 * @param description what the database is for
 * @param pragmas name and value of each setting
 * @param accessors the tables in the order of the model, then the views
 * @param queries the accessor of the queries that belong to no table; empty if there are none
 */
record DatabaseDescriptor(
        Scope scope,
        String name,
        String databaseClass,
        Optional<String> description,
        List<Setting> pragmas,
        List<Accessor> accessors,
        Optional<String> queries) {

    /** A pragma. */
    record Setting(String name, String value) {
        static Setting of(Pragma pragma) {
            return new Setting(pragma.name(), pragma.value());
        }
    }

    /** The way from the database to the DAO of a table or view; {@code kind} says which it is. */
    record Accessor(String kind, String table, String name, String dao) {}

    static DatabaseDescriptor of(Model model, Scope scope, boolean queries) {
        Database database = model.database();
        return new DatabaseDescriptor(
                scope,
                database.name(),
                database.className(),
                database.description(),
                database.pragmas().stream().map(Setting::of).toList(),
                accessors(model),
                queries ? Optional.of(queriesAccessor(model)) : Optional.empty());
    }

    private static List<Accessor> accessors(Model model) {
        List<Accessor> accessors = new ArrayList<>();
        model.tables()
                .forEach(table -> accessors.add(
                        new Accessor("table", table.name(), table.javaName(), table.recordName() + "Dao")));
        model.views()
                .forEach(view ->
                        accessors.add(new Accessor("view", view.name(), view.javaName(), view.recordName() + "Dao")));
        return accessors;
    }

    private static String queriesAccessor(Model model) {
        boolean taken =
                accessors(model).stream().anyMatch(accessor -> accessor.name().equals("queries"));
        return taken ? "namedQueries" : "queries";
    }

    String queriesClass() {
        return stem() + "Queries";
    }

    String tablesClass() {
        return stem() + "Tables";
    }

    String migrationsClass() {
        return stem() + "Migrations";
    }

    private String stem() {
        return databaseClass.endsWith("Database")
                ? databaseClass.substring(0, databaseClass.length() - "Database".length())
                : databaseClass;
    }
}
