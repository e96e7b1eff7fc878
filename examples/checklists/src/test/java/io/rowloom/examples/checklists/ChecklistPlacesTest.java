package io.rowloom.examples.checklists;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every place that a checklist names is there: files, anchors, classes with their methods, tests and goals. */
class ChecklistPlacesTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(?:#([^)]+))?\\)");
    private static final Pattern MEMBER = Pattern.compile("([A-Z]\\w*[a-z]\\w*)\\.(\\w+)(?<!\\.sql)");

    @ParameterizedTest
    @EnumSource
    void everyLinkLeadsToAFileAndAnAnchor(Example example) throws Exception {
        List<String> missing = new ArrayList<>();
        for (String line : example.checklist().lines()) {
            for (var link : LINK.matcher(line).results().toList()) {
                Path target = link.group(1).isEmpty()
                        ? example.checklistFile()
                        : example.checklistFile().resolveSibling(link.group(1)).normalize();
                if (!Files.exists(target)
                        || link.group(2) != null
                                && !Document.read(target).anchors().contains(link.group(2))) {
                    missing.add(link.group());
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @EnumSource
    void everyClassHasTheMemberThatIsNamed(Example example) throws Exception {
        List<String> missing = new ArrayList<>();
        for (String code : codes(example)) {
            var member = MEMBER.matcher(code);
            if (member.matches() && !isThere(example, member.group(1), member.group(2))) {
                missing.add(code);
            }
        }
        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @EnumSource
    void everyGoalIsDocumented(Example example) throws Exception {
        String goals = Files.readString(Path.of("../../docs/maven-plugin.md"));
        assertEquals(
                List.of(),
                codes(example).stream()
                        .filter(code -> code.startsWith("rowloom:"))
                        .filter(code -> !goals.contains("| `" + code.substring("rowloom:".length()) + "` |"))
                        .toList());
    }

    private static List<String> codes(Example example) throws IOException {
        return example.checklist().lines().stream()
                .flatMap(line -> Document.codes(line).stream())
                .toList();
    }

    private static boolean isThere(Example example, String type, String member) throws IOException {
        if (type.endsWith("Test")) {
            return isTested(example, type, member);
        }
        return Stream.of(example.javaPackage() + ".db", example.javaPackage(), "io.rowloom.runtime")
                .map(name -> load(name + '.' + type))
                .flatMap(Optional::stream)
                .anyMatch(found -> Arrays.stream(found.getDeclaredMethods())
                                .map(Method::getName)
                                .anyMatch(member::equals)
                        || Arrays.stream(found.getDeclaredClasses())
                                .map(Class::getSimpleName)
                                .anyMatch(member::equals));
    }

    private static Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(name, false, ChecklistPlacesTest.class.getClassLoader()));
        } catch (ClassNotFoundException absent) {
            return Optional.empty();
        }
    }

    /** The test of an example, or of all examples. */
    private static boolean isTested(Example example, String type, String method) throws IOException {
        for (Path source : List.of(
                source(example.folder(), example.javaPackage(), type),
                source(Path.of("."), ChecklistPlacesTest.class.getPackageName(), type))) {
            if (Files.exists(source) && Files.readString(source).contains("void " + method + "(")) {
                return true;
            }
        }
        return false;
    }

    private static Path source(Path module, String javaPackage, String type) {
        return module.resolve("src/test/java")
                .resolve(javaPackage.replace('.', '/'))
                .resolve(type + ".java");
    }
}
