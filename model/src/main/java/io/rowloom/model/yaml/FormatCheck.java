package io.rowloom.model.yaml;

import static io.rowloom.model.problem.Spelling.didYouMean;
import static io.rowloom.model.problem.Spelling.quote;
import static io.rowloom.model.problem.Spelling.trueOrFalse;

import io.rowloom.model.problem.Place;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.Form.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds nodes to the format; what does not fit is reported and dropped, so that the rest can still be judged. */
final class FormatCheck {
    private final Problems problems;

    FormatCheck(Problems problems) {
        this.problems = problems;
    }

    /** Whether the node itself may stay; what is wrong within it has been dropped. */
    boolean accepts(YamlNode node, Place place, Form form) {
        if (form instanceof Form.Named named) {
            return accepts(node, place, named.form().get());
        } else if (form instanceof Form.Anything anything) {
            return anything.nullable() || !isNull(node) || refuseKind(node, place, form);
        } else if (form instanceof Form.Either either) {
            for (Form alternative : either.forms()) {
                if (!isNull(node) && fitsKind(node, alternative)) {
                    return accepts(node, place, alternative);
                }
            }
            return refuseKind(node, place, form);
        } else if (isNull(node) || !fitsKind(node, form)) {
            return refuseKind(node, place, form);
        } else if (node instanceof YamlScalar scalar) {
            return acceptsScalar(scalar, form);
        } else if (node instanceof YamlList list) {
            return acceptsList(list, (Form.ListOf) form);
        } else if (form instanceof Form.MapOf map) {
            return acceptsMap((YamlMapping) node, map);
        }
        return acceptsKeys((YamlMapping) node, place, (Form.Keys) form);
    }

    private static boolean isNull(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.isNull();
    }

    private static boolean fitsKind(YamlNode node, Form form) {
        if (form instanceof Form.Named named) {
            return fitsKind(node, named.form().get());
        } else if (node instanceof YamlScalar) {
            return isText(form) || form instanceof Form.Words || form instanceof Form.Flag;
        } else if (node instanceof YamlList) {
            return form instanceof Form.ListOf;
        }
        return form instanceof Form.MapOf || form instanceof Form.Keys;
    }

    private static boolean isText(Form form) {
        return form instanceof Form.Text || form instanceof Form.Sql;
    }

    private boolean refuseKind(YamlNode node, Place place, Form form) {
        problems.add(
                ProblemCode.WRONG_KIND,
                isNull(node) ? place : node,
                form.what() + " belongs here, and this is " + node.kind(),
                isNull(node)
                                && node instanceof YamlScalar scalar
                                && scalar.text().length() > 1
                        ? Optional.of("the text " + quote(scalar.text()) + " needs quotes")
                        : asList(node, form, place == node));
        return false;
    }

    /** How a name alone is written where a list belongs. */
    private static Optional<String> asList(YamlNode node, Form form, boolean isItem) {
        if (!(node instanceof YamlScalar scalar) || !scalar.text().matches("\\w+")) {
            return Optional.empty();
        }
        return inBrackets(scalar.text(), form)
                .map(list -> isItem ? "each is a list of its own: [" + list + ']' : "write " + list);
    }

    private static Optional<String> inBrackets(String name, Form form) {
        if (isText(form)) {
            return Optional.of(name);
        } else if (form instanceof Form.ListOf list) {
            return inBrackets(name, list.item()).map(item -> '[' + item + ']');
        } else if (form instanceof Form.Either either) {
            return inBrackets(name, either.forms().get(0));
        }
        return Optional.empty();
    }

    private boolean refuseEmpty(YamlNode node, Form form) {
        problems.add(ProblemCode.WRONG_KIND, node, form.what() + " belongs here, and this one is empty");
        return false;
    }

    private boolean acceptsScalar(YamlScalar scalar, Form form) {
        if (form instanceof Form.Flag) {
            if (scalar.isWord("true") || scalar.isWord("false")) {
                return true;
            }
            problems.add(
                    ProblemCode.INVALID_VALUE,
                    scalar,
                    quote(scalar.text()) + " is neither true nor false",
                    trueOrFalse(scalar.text()));
            return false;
        }
        if (isText(form) && scalar.text().isBlank()) {
            return refuseEmpty(scalar, form);
        }
        if (form instanceof Form.Sql) {
            return scalar.isSql(problems);
        }
        if (form instanceof Form.Words words && !isOneOf(words, scalar)) {
            problems.add(
                    ProblemCode.INVALID_VALUE,
                    scalar,
                    quote(scalar.text()) + " is not " + words.what(),
                    suggestion(scalar.text(), List.copyOf(words.words().keySet())));
            return false;
        }
        return true;
    }

    /** Words that editors take for something else must not have quotes, so that both read the same. */
    private static boolean isOneOf(Form.Words words, YamlScalar scalar) {
        String text = scalar.text();
        return words.words().containsKey(text) && (scalar.isPlain() || !text.equals("true") && !text.equals("1"));
    }

    private boolean acceptsList(YamlList list, Form.ListOf form) {
        if (list.items().isEmpty()) {
            return refuseEmpty(list, form);
        }
        list.keepIf(item -> accepts(item, item, form.item()));
        return true;
    }

    private boolean acceptsMap(YamlMapping mapping, Form.MapOf form) {
        if (mapping.entries().isEmpty()) {
            return refuseEmpty(mapping, form);
        }
        CutTexts.drop(mapping, problems);
        mapping.keepIf(entry -> accepts(entry.value(), entry, form.value()));
        return true;
    }

    private boolean acceptsKeys(YamlMapping mapping, Place place, Form.Keys form) {
        CutTexts.drop(mapping, problems);
        mapping.keepIf(entry -> {
            Key key = form.byName().get(entry.name());
            if (key == null) {
                List<String> known = new ArrayList<>(form.byName().keySet());
                Optional<String> near = didYouMean(entry.name(), known);
                known.removeIf(mapping::has);
                problems.add(
                        ProblemCode.UNKNOWN_KEY,
                        entry.key(),
                        "no key " + quote(entry.name()) + " in " + form.what(),
                        columnNull(entry.name(), form).or(() -> near).or(() -> allowed(known)));
                return false;
            }
            return accepts(entry.value(), entry, key.value());
        });
        boolean complete = true;
        for (Key key : form.keys()) {
            if (key.required() && !mapping.has(key.name())) {
                complete = false;
                if (!mapping.dropped(key.name())) {
                    problems.add(ProblemCode.MISSING_KEY, place, form.what() + " needs the key " + quote(key.name()));
                }
            }
        }
        return hasOneOf(mapping, place, form) && complete;
    }

    /** What somebody has to know who writes NULL as SQL does. */
    private static Optional<String> columnNull(String key, Form.Keys form) {
        return form.name().equals("column") && (key.equals("not_null") || key.equals("null"))
                ? Optional.of("columns are NOT NULL unless the type ends in ?")
                : Optional.empty();
    }

    private boolean hasOneOf(YamlMapping mapping, Place place, Form.Keys form) {
        if (form.oneOf().isEmpty()) {
            return true;
        }
        int present = 0;
        for (String key : form.oneOf()) {
            if (mapping.has(key) || mapping.dropped(key)) {
                present++;
            }
        }
        if (present == 0) {
            problems.add(
                    ProblemCode.MISSING_KEY,
                    place,
                    form.what() + " needs one of the keys " + String.join(", ", form.oneOf()));
        } else if (present > 1) {
            problems.add(
                    ProblemCode.CONTRADICTION,
                    place,
                    form.what() + " has only one of the keys " + String.join(", ", form.oneOf()));
        }
        return present == 1;
    }

    private static Optional<String> suggestion(String name, List<String> known) {
        Optional<String> near = didYouMean(name, known);
        return near.isPresent() ? near : allowed(known);
    }

    private static Optional<String> allowed(List<String> known) {
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of((known.size() == 1 ? "allowed: " : "allowed are ") + String.join(", ", known));
    }
}
