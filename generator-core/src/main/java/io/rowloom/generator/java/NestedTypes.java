package io.rowloom.generator.java;

import io.rowloom.model.EnumType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.Model;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The enums and shapes inside of a top-level type, at any depth.
 *
 * @param enums the enums, each with its owner
 * @param shapes the shapes, each with its owner
 */
record NestedTypes(List<EnumType> enums, List<JsonShape> shapes) {
    /** Those of a type that has none. */
    static final NestedTypes NONE = new NestedTypes(List.of(), List.of());

    /** Those of each top-level type of the model that has any. */
    static Map<String, NestedTypes> of(Model model) {
        Map<String, NestedTypes> byTop = new HashMap<>();
        for (EnumType type : model.enums()) {
            type.owner().ifPresent(owner -> in(owner, byTop).enums.add(type));
        }
        for (JsonShape shape : model.shapes()) {
            shape.owner().ifPresent(owner -> in(owner, byTop).shapes.add(shape));
        }
        return byTop;
    }

    private static NestedTypes in(String owner, Map<String, NestedTypes> byTop) {
        int dot = owner.indexOf('.');
        String top = dot < 0 ? owner : owner.substring(0, dot);
        return byTop.computeIfAbsent(top, name -> new NestedTypes(new ArrayList<>(), new ArrayList<>()));
    }

    /** Their simple names. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        enums.forEach(type -> names.add(type.name()));
        shapes.forEach(shape -> names.add(shape.name()));
        return names;
    }

    List<EnumType> enumsIn(String owner) {
        return enums.stream()
                .filter(type -> type.owner().orElseThrow().equals(owner))
                .toList();
    }

    List<JsonShape> shapesIn(String owner) {
        return shapes.stream()
                .filter(shape -> shape.owner().orElseThrow().equals(owner))
                .toList();
    }
}
