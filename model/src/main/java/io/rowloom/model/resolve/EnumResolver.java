package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.EnumType;
import io.rowloom.model.name.JavaNames;
import io.rowloom.model.name.ReservedNames;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlNode;
import io.rowloom.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the words of an enum and names their constants. */
final class EnumResolver {
    private final Problems problems;

    EnumResolver(Problems problems) {
        this.problems = problems;
    }

    EnumType resolve(String name, Optional<String> owner, List<YamlNode> items) {
        List<EnumType.Member> members = new ArrayList<>(items.size());
        Set<String> values = new HashSet<>();
        Map<String, String> constants = new HashMap<>();
        for (YamlNode item : items) {
            EnumType.Member member = member(item);
            if (!values.add(member.value())) {
                problems.add(ProblemCode.DUPLICATE_NAME, item, "the word " + quote(member.value()) + " is here twice");
                continue;
            }
            members.add(member);
            if (!JavaNames.isIdentifier(member.constant()) || ReservedNames.isJavaWord(member.constant())) {
                problems.add(
                        ProblemCode.INVALID_JAVA_NAME,
                        item,
                        "no Java constant can be made of " + quote(member.value()),
                        "name it with {value: …, java: {name: …}}");
                continue;
            }
            String other = constants.putIfAbsent(member.constant(), member.value());
            if (other != null) {
                problems.add(
                        ProblemCode.JAVA_NAME_COLLISION,
                        item,
                        quote(member.value()) + " and " + quote(other) + " would both be the Java constant "
                                + member.constant(),
                        "name one of them with {value: …, java: {name: …}}");
            }
        }
        return new EnumType(name, owner, members);
    }

    private static EnumType.Member member(YamlNode item) {
        if (item instanceof YamlScalar word) {
            return new EnumType.Member(word.text(), JavaNames.constant(word.text()));
        }
        YamlMapping mapping = (YamlMapping) item;
        String value = mapping.text("value").orElseThrow();
        return new EnumType.Member(value, JavaName.given(mapping).orElseThrow());
    }
}
