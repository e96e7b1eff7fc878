package io.rowloom.generator.java;

import io.rowloom.generator.output.GeneratedFile;
import io.rowloom.model.EnumType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.Model;
import io.rowloom.model.Table;
import java.util.HashSet;
import java.util.List;

/**
 * What every file of a model shares.
 *
 * @param packageName the Java package
 * @param header the comment at the top
 * @param hidden simple names of imported types that the package uses for its own
 */
record Scope(String packageName, String header, List<String> hidden) {
    static Scope of(Model model) {
        HashSet<String> own = new HashSet<>();
        for (Table table : model.tables()) {
            own.add(table.recordName());
            own.add("New" + table.recordName());
            own.add(table.recordName() + "Dao");
            own.add(table.recordName() + "Patch");
        }
        for (EnumType type : model.enums()) {
            if (type.owner().isEmpty()) {
                own.add(type.name());
            }
        }
        for (JsonShape shape : model.shapes()) {
            if (shape.owner().isEmpty()) {
                own.add(shape.name());
            }
        }
        String header = GeneratedFile.MARK + " from the model of the database "
                + JavaText.comment(model.database().name()) + "; edit the model instead.";
        return new Scope(model.database().packageName(), header, JavaTypes.imported(own));
    }

    boolean hides(String simpleName) {
        return !hidden.isEmpty() && hidden.contains(simpleName);
    }

    /** The path of a top-level type's file. */
    String path(String typeName) {
        return packageName.replace('.', '/') + '/' + typeName + ".java";
    }
}
