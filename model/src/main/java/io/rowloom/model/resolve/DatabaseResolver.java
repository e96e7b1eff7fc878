package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.Database;
import io.rowloom.model.Dialect;
import io.rowloom.model.Link;
import io.rowloom.model.Pragma;
import io.rowloom.model.name.JavaNames;
import io.rowloom.model.name.ReservedNames;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlNode;
import io.rowloom.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what a model says of the database as a whole. */
final class DatabaseResolver {
    private static final int LONGEST_PACKAGE = 200;

    private final JavaTypeNames javaTypes;
    private final Problems problems;

    DatabaseResolver(JavaTypeNames javaTypes, Problems problems) {
        this.javaTypes = javaTypes;
        this.problems = problems;
    }

    /** The database; empty, with a problem, if no file or more than one describes it. */
    Optional<Database> resolve(List<YamlMapping> roots) {
        List<YamlMapping.Entry> entries = new ArrayList<>();
        boolean reported = false;
        for (YamlMapping root : roots) {
            YamlMapping.Entry entry = root.entry("database");
            reported |= root.dropped("database");
            if (entry == null) {
                continue;
            }
            entries.add(entry);
            if (!root.has("rowloom") && !root.dropped("rowloom")) {
                problems.add(
                        ProblemCode.INCOMPLETE_MODEL,
                        root,
                        "a model needs the key 'rowloom'",
                        "write rowloom: 1 at its top");
            }
        }
        if (entries.isEmpty()) {
            if (!reported) {
                problems.add(ProblemCode.INCOMPLETE_MODEL, roots.get(0), "a model needs the key 'database'");
            }
            return Optional.empty();
        }
        for (YamlMapping.Entry entry : entries.subList(1, entries.size())) {
            problems.add(
                    ProblemCode.DUPLICATE_NAME,
                    entry,
                    "only one file of a model describes the database, and "
                            + entries.get(0).location().file() + " does");
        }
        return Optional.of(database(entries.get(0)));
    }

    private Database database(YamlMapping.Entry entry) {
        YamlMapping yaml = (YamlMapping) entry.value();
        String name = yaml.text("name").orElse("");
        String prefix = JavaNames.pascalCase(name);
        YamlMapping.Entry named = yaml.entry("name");
        if (named != null) {
            if (!JavaNames.isIdentifier(prefix)) {
                problems.add(
                        ProblemCode.INVALID_DATABASE_NAME,
                        named.value(),
                        quote(name) + " cannot begin the name of a Java class",
                        "use letters, and digits and underscores after them");
            } else {
                SqlNames.check(name, named.value(), problems);
                javaTypes.takeDatabase(prefix, named.value());
            }
        }
        YamlScalar packageName = yaml.scalar("package");
        if (packageName != null) {
            checkPackage(packageName);
        }
        return new Database(
                name,
                packageName == null ? "" : packageName.text(),
                prefix + "Database",
                yaml.text("description"),
                dialects(yaml),
                pragmas(yaml),
                links(yaml),
                acknowledged(yaml),
                entry.location());
    }

    private void checkPackage(YamlScalar scalar) {
        String name = scalar.text();
        boolean valid = name.length() <= LONGEST_PACKAGE && !name.startsWith("java.");
        for (String part : name.split("\\.", -1)) {
            valid &= JavaNames.isIdentifier(part) && !ReservedNames.isJavaWord(part) && !ReservedNames.isDevice(part);
        }
        if (!valid) {
            problems.add(
                    ProblemCode.INVALID_PACKAGE,
                    scalar,
                    quote(name) + " is not a Java package",
                    "write identifiers with dots between them, com.example.app.db");
        }
    }

    private List<Dialect> dialects(YamlMapping yaml) {
        Set<String> words = new HashSet<>();
        List<Dialect> dialects = new ArrayList<>();
        for (YamlNode node : yaml.items("dialects")) {
            String word = ((YamlScalar) node).text();
            if (!words.add(word)) {
                problems.add(ProblemCode.DUPLICATE_NAME, node, "the dialect " + quote(word) + " is here twice");
            }
            dialects.add(Dialect.valueOf(word.toUpperCase(Locale.ROOT)));
        }
        return dialects.isEmpty() ? List.of(Dialect.SQLITE) : dialects;
    }

    private List<Pragma> pragmas(YamlMapping yaml) {
        YamlMapping written = yaml.mapping("pragmas");
        List<Pragma> pragmas = new ArrayList<>();
        if (written != null) {
            PragmaRules rules = new PragmaRules(problems);
            for (YamlMapping.Entry entry : written.entries()) {
                rules.check(entry).ifPresent(pragmas::add);
            }
        }
        return pragmas;
    }

    private static List<String> acknowledged(YamlMapping yaml) {
        return yaml.items("acknowledge").stream()
                .map(item -> ((YamlScalar) item).text())
                .toList();
    }

    private static List<Link> links(YamlMapping yaml) {
        List<Link> links = new ArrayList<>();
        for (YamlNode node : yaml.items("links")) {
            YamlMapping link = (YamlMapping) node;
            links.add(new Link(link.text("title").orElse(""), link.text("href").orElse(""), link.text("note")));
        }
        return links;
    }
}
