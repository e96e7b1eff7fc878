package io.rowloom.generator.migration;

import io.rowloom.generator.diff.Change;
import io.rowloom.generator.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names a migration after what it does. */
final class MigrationName {
    private static final int LONGEST = 60;

    private MigrationName() {}

    /**
     * The description in a file name, {@code add_priority_to_tasks}.
     *
     * @param taken the names of the migrations before; what has one of them gets a number, for people to tell them apart
     */
    static String of(List<Change> changes, Collection<String> taken) {
        String words = words(changes);
        String base = words.length() > LONGEST ? "change_" + tables(changes).size() + "_tables" : words;
        String name = base;
        for (int i = 2; taken.contains(name); i++) {
            name = base + '_' + i;
        }
        return name;
    }

    private static String words(List<Change> all) {
        List<Change> ofTables =
                all.stream().filter(change -> changed(change).isEmpty()).toList();
        List<Change> changes = ofTables.isEmpty() ? all : ofTables;
        List<Change> main = changes.stream().filter(MigrationName::isMain).toList();
        List<Change> named = main.isEmpty() ? changes : main;
        if (main.isEmpty()) {
            // The triggers of a full-text index come along with it.
            List<Change> indexes =
                    changes.stream().filter(MigrationName::isFullText).toList();
            named = indexes.isEmpty() ? named : indexes;
        }
        Change first = named.get(0);
        Set<String> tables = tables(named);
        boolean same = named.stream().allMatch(change -> change.getClass() == first.getClass());
        if (same && named.size() <= 2 && changed(first).isPresent()) {
            return verb(first) + objects(named);
        }
        if (same && named.size() <= 2 && isTable(first)) {
            return verb(first) + objects(named);
        }
        if (same && named.size() <= 2 && tables.size() == 1 && !verb(first).equals("change_")) {
            String objects = objects(named);
            String table = slug(first.table());
            // An index that is named after its table says enough.
            return verb(first)
                    + objects
                    + (isIndex(first) && objects.contains('_' + table + '_') ? "" : preposition(first) + table);
        }
        Set<Optional<String>> columns = named.stream().map(Change::column).collect(Collectors.toSet());
        if (tables.size() == 1 && columns.size() == 1 && first.column().isPresent()) {
            return "change_" + slug(first.column().get()) + "_of_" + slug(first.table());
        }
        if (tables.size() == 1) {
            return "change_" + slug(first.table());
        }
        return tables.size() == 2 ? ofEach(named, tables) : "change_" + tables.size() + "_tables";
    }

    /** What becomes of each of the tables, {@code create_people_and_add_person_id_to_tasks}, as far as there is room for it. */
    private static String ofEach(List<Change> changes, Set<String> tables) {
        List<String> full = new ArrayList<>();
        List<String> brief = new ArrayList<>();
        for (String table : tables) {
            List<Change> own = changes.stream()
                    .filter(change -> change.table().equals(table))
                    .toList();
            full.add(words(own));
            brief.add(own.stream().anyMatch(MigrationName::isTable) ? words(own) : "change_" + slug(table));
        }
        // What makes or drops a table is the greater event.
        Comparator<String> greaterFirst = Comparator.comparing(words -> !words.startsWith("create_"));
        String name = full.stream().sorted(greaterFirst).collect(Collectors.joining("_and_"));
        if (name.length() <= LONGEST) {
            return name;
        }
        return brief.stream().sorted(greaterFirst).collect(Collectors.joining("_and_"));
    }

    private static String objects(List<Change> changes) {
        return changes.stream().map(MigrationName::object).collect(Collectors.joining("_and_"));
    }

    /** Constraints and indexes come along with what they belong to. */
    private static boolean isMain(Change change) {
        return isTable(change)
                || change instanceof Change.AddColumn
                || change instanceof Change.DropColumn
                || change instanceof Change.RenameColumn;
    }

    private static boolean isIndex(Change change) {
        return change instanceof Change.CreateIndex || change instanceof Change.DropIndex;
    }

    private static boolean isFullText(Change change) {
        return changed(change)
                .filter(object -> object.kind() == SchemaObject.Kind.VIRTUAL_TABLE)
                .isPresent();
    }

    /** The view, trigger or virtual table that a change is about. */
    private static Optional<SchemaObject> changed(Change change) {
        if (change instanceof Change.CreateObject create) {
            return Optional.of(create.after());
        }
        if (change instanceof Change.DropObject drop) {
            return Optional.of(drop.before());
        }
        return change instanceof Change.ChangeObject other ? Optional.of(other.after()) : Optional.empty();
    }

    private static boolean isTable(Change change) {
        return change instanceof Change.CreateTable
                || change instanceof Change.DropTable
                || change instanceof Change.RenameTable;
    }

    private static Set<String> tables(List<Change> changes) {
        return changes.stream().map(Change::table).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String verb(Change change) {
        if (change instanceof Change.CreateTable
                || change instanceof Change.CreateIndex
                || change instanceof Change.CreateObject) {
            return "create_";
        }
        if (change instanceof Change.RenameTable || change instanceof Change.RenameColumn) {
            return "rename_";
        }
        String type = change.getClass().getSimpleName();
        return type.startsWith("Add") ? "add_" : type.startsWith("Drop") ? "drop_" : "change_";
    }

    private static String preposition(Change change) {
        return verb(change).equals("add_") ? "_to_" : verb(change).equals("drop_") ? "_from_" : "_of_";
    }

    private static String object(Change change) {
        if (change instanceof Change.RenameTable rename) {
            return slug(rename.from()) + "_to_" + slug(rename.to());
        }
        if (change instanceof Change.RenameColumn rename) {
            return slug(rename.from()) + "_to_" + slug(rename.to());
        }
        if (isTable(change)) {
            return slug(change.table());
        }
        if (changed(change).isPresent()) {
            return slug(changed(change).get().name());
        }
        if (change instanceof Change.AddColumn add) {
            return slug(add.after().name());
        }
        if (change instanceof Change.DropColumn drop) {
            return slug(drop.before().name());
        }
        if (change instanceof Change.CreateIndex index) {
            return slug(index.after().name());
        }
        if (change instanceof Change.DropIndex index) {
            return slug(index.before().name());
        }
        String kind = change instanceof Change.AddCheck || change instanceof Change.DropCheck
                ? "check"
                : change instanceof Change.AddUnique || change instanceof Change.DropUnique ? "unique" : "foreign_key";
        return kind + change.column().map(column -> "_of_" + slug(column)).orElse("");
    }

    /** The name as far as it may stand in every file system; what is nothing but other letters becomes {@code x}. */
    static String slug(String name) {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return slug.isEmpty() ? "x" : slug;
    }
}
