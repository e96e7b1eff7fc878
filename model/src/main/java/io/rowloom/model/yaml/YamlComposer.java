package io.rowloom.model.yaml;

import io.rowloom.model.Location;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.problem.Spelling;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Makes nodes of the parser's events.
 *
 * <p>It stands on events instead of the library's own composer, because that one guesses the type of every scalar, by
 * regular expressions, and knows aliases; a model has neither. What is refused here is refused at once, so that no file
 * can cost more than its size.
 */
final class YamlComposer {
    private static final int DEEPEST = 50;

    /** The end of a file that cannot be read any further; its problem has been added. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(null, null, false, false);
        }
    }

    private final String file;
    private final Problems problems;
    private final Parser parser;
    private final BlockScalars blocks;
    private final QuestionMarks marks;
    private final Sharing sharing = new Sharing();

    private YamlComposer(String file, String text, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.blocks = new BlockScalars(text);
        this.marks = QuestionMarks.hide(text);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.parser = new ParserImpl(new StreamReader(marks.text()), options);
    }

    /** The mapping at the top of a file; empty if the file cannot be read, which has been added to {@code problems}. */
    static Optional<YamlMapping> compose(String file, String text, Problems problems) {
        YamlComposer composer = new YamlComposer(file, text, problems);
        try {
            return composer.file();
        } catch (Unreadable e) {
            return Optional.empty();
        } catch (MarkedYAMLException e) {
            SyntaxFault fault =
                    SyntaxFault.of(e, composer.marks.restore(String.valueOf(e.getProblem())), composer.marks.text());
            Mark mark = fault.mark();
            problems.add(
                    ProblemCode.YAML_SYNTAX,
                    mark == null ? new Location(file, 1, 1) : composer.location(mark),
                    fault.message());
            return Optional.empty();
        } catch (YAMLException e) {
            problems.add(
                    ProblemCode.YAML_SYNTAX,
                    new Location(file, 1, 1),
                    "this is not YAML: " + Spelling.oneLine(String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private Optional<YamlMapping> file() {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            problems.add(ProblemCode.EMPTY_FILE, new Location(file, 1, 1), "the file is empty");
            return Optional.empty();
        }
        parser.getEvent();
        YamlNode root = node(null, "", 0);
        sharing.report(problems);
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            problems.add(
                    ProblemCode.SEVERAL_DOCUMENTS,
                    location(parser.getEvent().getStartMark()),
                    "a second YAML document begins here; a file of a model is one document");
            return Optional.empty();
        }
        if (root instanceof YamlMapping mapping) {
            return Optional.of(mapping);
        }
        if (root instanceof YamlScalar scalar && scalar.isNull()) {
            problems.add(ProblemCode.EMPTY_FILE, root, "the file is empty");
        } else {
            problems.add(
                    ProblemCode.WRONG_KIND,
                    root,
                    "a model is a mapping, and this is " + (root == null ? "" : root.kind()));
        }
        return Optional.empty();
    }

    /** The next node; null if it was refused and left out. */
    private @Nullable YamlNode node(@Nullable YamlNode parent, String label, int depth) {
        Event event = parser.getEvent();
        Location location = location(event.getStartMark());
        boolean refused = refuseFeatures((NodeEvent) event, location, parent);
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar, location, parent, label);
        }
        if (!(event instanceof CollectionStartEvent)) {
            return null;
        }
        if (depth == DEEPEST) {
            problems.add(
                    ProblemCode.NESTED_TOO_DEEPLY,
                    location,
                    "mappings and lists are nested more than " + DEEPEST + " deep here");
            throw new Unreadable();
        }
        YamlNode collection = event.is(Event.ID.SequenceStart)
                ? list(new YamlList(location, parent, label), depth)
                : mapping(new YamlMapping(location, parent, label), depth);
        return refused ? null : collection;
    }

    private boolean refuseFeatures(NodeEvent event, Location location, @Nullable YamlNode parent) {
        String feature = null;
        if (event instanceof AliasEvent) {
            feature = "an alias (*" + event.getAnchor() + ")";
        } else if (event.getAnchor() != null) {
            feature = "an anchor (&" + event.getAnchor() + ")";
        } else if (event instanceof ScalarEvent scalar && scalar.getTag() != null) {
            feature = tag(scalar.getTag());
        } else if (event instanceof CollectionStartEvent collection && collection.getTag() != null) {
            feature = tag(collection.getTag());
        }
        if (feature == null) {
            return false;
        }
        String message =
                Spelling.oneLine(marks.restore(feature)) + " has no meaning in a model; write the value itself";
        if (event.getAnchor() != null) {
            sharing.add(location, parent == null ? "" : parent.context(), message);
        } else {
            addAt(ProblemCode.YAML_FEATURE, location, parent, message);
        }
        return true;
    }

    private static String tag(String tag) {
        return "a tag (" + tag.replace("tag:yaml.org,2002:", "!!") + ")";
    }

    private YamlList list(YamlList list, int depth) {
        for (int number = 1; !parser.checkEvent(Event.ID.SequenceEnd); number++) {
            YamlNode item = node(list, "[" + number + "]", depth + 1);
            if (item != null) {
                list.add(item);
            }
        }
        parser.getEvent();
        return list;
    }

    private YamlMapping mapping(YamlMapping mapping, int depth) {
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            YamlNode key = node(mapping, "", depth + 1);
            YamlNode value = node(mapping, key instanceof YamlScalar scalar ? scalar.text() : "", depth + 1);
            if (key == null) {
                continue;
            }
            if (!(key instanceof YamlScalar name)) {
                problems.add(ProblemCode.WRONG_KIND, key, "a key is a text, and this is " + key.kind());
            } else if (name.isWord("<<")) {
                problems.add(
                        ProblemCode.YAML_FEATURE,
                        key,
                        "a merge key (<<) has no meaning in a model; write the keys themselves");
            } else if (value == null) {
                mapping.drop(name.text());
            } else if (!mapping.add(name, value)) {
                problems.add(
                        ProblemCode.DUPLICATE_KEY,
                        key,
                        "the key " + Spelling.quote(name.text()) + " is here for the second time");
            }
        }
        parser.getEvent();
        return mapping;
    }

    private YamlScalar scalar(ScalarEvent event, Location location, @Nullable YamlNode parent, String label) {
        String value = marks.restore(event.getValue());
        // Only escapes in double quotes can make these two, which neither SQL nor Java source can hold.
        if (value.indexOf('\0') >= 0 || hasLoneSurrogate(value)) {
            addAt(
                    ProblemCode.INVALID_CHARACTER,
                    location,
                    parent,
                    "the text holds " + (value.indexOf('\0') >= 0 ? "U+0000" : "half of a surrogate pair"));
        }
        Location content = event.isPlain() ? location : contentOf(event, location);
        return new YamlScalar(location, content, parent, label, value, event.isPlain());
    }

    private static boolean hasLoneSurrogate(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                if (!Character.isSurrogatePair(value.charAt(i), i + 1 < value.length() ? value.charAt(i + 1) : ' ')) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private Location contentOf(ScalarEvent event, Location location) {
        if (event.isLiteral() || event.isFolded()) {
            return blocks.content(location);
        }
        return new Location(location.file(), location.line(), location.column() + 1);
    }

    private void addAt(ProblemCode code, Location location, @Nullable YamlNode parent, String message) {
        problems.add(code, location, parent == null ? "" : parent.context(), message);
    }

    private Location location(Mark mark) {
        return new Location(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
