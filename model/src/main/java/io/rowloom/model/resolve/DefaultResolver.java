package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.ColumnType;
import io.rowloom.model.DefaultValue;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlNode;
import io.rowloom.model.yaml.YamlScalar;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Reads what a row gets in a column that an insert does not mention. */
final class DefaultResolver {
    private final Problems problems;

    DefaultResolver(Problems problems) {
        this.problems = problems;
    }

    Optional<DefaultValue> resolve(YamlMapping column, ColumnType type) {
        YamlNode node = column.get("default");
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof YamlMapping mapping && LiteralReader.isExpression(mapping)) {
            YamlScalar sql = Objects.requireNonNull(mapping.scalar("expression"));
            return sql.isSql(problems) ? Optional.of(new DefaultValue.Expression(sql.text())) : Optional.empty();
        }
        if (node instanceof YamlScalar word && word.isWord("now")) {
            return now(word, type);
        }
        try {
            return Optional.of(new DefaultValue.Constant(LiteralReader.read(node, type)));
        } catch (NotOfTypeException e) {
            problems.add(
                    ProblemCode.INVALID_DEFAULT,
                    e.place(),
                    e.message(),
                    e.suggestion().or(() -> sqlNow(node, type)));
            return Optional.empty();
        }
    }

    private static Optional<String> sqlNow(YamlNode node, ColumnType type) {
        return ColumnRules.isTime(type)
                        && node instanceof YamlScalar word
                        && word.text().toLowerCase(Locale.ROOT).startsWith("current_")
                ? Optional.of("did you mean now?")
                : Optional.empty();
    }

    private Optional<DefaultValue> now(YamlScalar word, ColumnType type) {
        if (ColumnRules.isTime(type)) {
            return Optional.of(new DefaultValue.Now());
        }
        problems.add(
                ProblemCode.CONTRADICTION,
                word,
                "now is the moment of the insert, and the column holds no time",
                type == ColumnType.Scalar.TEXT
                        ? Optional.of("write " + quote("now") + " in quotes for the text")
                        : Optional.empty());
        return Optional.empty();
    }
}
