package io.rowloom.generator.java;

import io.rowloom.model.EnumType;
import io.rowloom.model.JsonShape;

/** Spells the types inside of a type. */
final class NestedWriter {
    private NestedWriter() {}

    static void write(NestedTypes nested, String owner, JavaSource source) {
        for (EnumType type : nested.enumsIn(owner)) {
            source.blank();
            EnumWriter.write(type, source);
        }
        for (JsonShape shape : nested.shapesIn(owner)) {
            source.blank();
            String path = owner + '.' + shape.name();
            source.within(path);
            ShapeWriter.write(shape, path, nested, source);
            source.within(owner);
        }
    }
}
