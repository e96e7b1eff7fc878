package io.rowloom.generator.java;

import io.rowloom.model.EnumType;
import io.rowloom.model.EnumType.Member;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Spells an enum. */
final class EnumWriter {
    private EnumWriter() {}

    static String file(EnumType type, Scope scope) {
        JavaSource source = new JavaSource(scope, Set.of());
        source.javadoc("One of the words " + words(type, true) + '.');
        source.add("@$($)\n", source.use(JavaTypes.GENERATED), "\"io.rowloom\"");
        declaration(type, source);
        return source.text();
    }

    /** A nested one, with its Javadoc. */
    static void write(EnumType type, JavaSource source) {
        source.javadoc("One of the words " + words(type, true) + '.');
        declaration(type, source);
    }

    private static void declaration(EnumType type, JavaSource source) {
        source.add("public enum $ {\n", type.name()).indent();
        List<Member> members = type.members();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            source.add(
                    "$($)$\n",
                    member.constant(),
                    JavaText.literal(member.value()),
                    i == members.size() - 1 ? ";" : ",");
        }
        source.add("""

                private final String value;

                $(String value) {
                    this.value = value;
                }

                /** The word that the database holds. */
                public String value() {
                    return value;
                }

                """, type.name());
        source.javadoc("The constant of a word.", "@throws IllegalArgumentException when it is none of the words");
        source.add("public static $ of(String value) {\n    return switch (value) {\n", type.name());
        for (Member member : members) {
            source.add("        case $ -> $;\n", JavaText.literal(member.value()), member.constant());
        }
        source.add("""
                        default -> throw new IllegalArgumentException(
                                "'" + value + $);
                    };
                }
                """, JavaText.literal("' is none of " + words(type, false)));
        source.outdent().add("}\n");
    }

    private static String words(EnumType type, boolean javadoc) {
        return type.members().stream()
                .map(Member::value)
                .map(word -> javadoc ? JavaText.code(word) : word)
                .collect(Collectors.joining(", "));
    }
}
