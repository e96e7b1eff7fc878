package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.didYouMean;
import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.Pragma;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlNode;
import io.rowloom.model.yaml.YamlScalar;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads settings of SQLite.
 *
 * <p>SQLite ignores a setting that it does not know without a word (<a href="https://sqlite.org/pragma.html">PRAGMA
 * statements</a>), so the names are listed here: those that set something for a connection or for the file. Names of
 * pragmas that only read, check or repair are left out, as are those that would let generated code write a broken file.
 */
final class PragmaRules {
    private static final Set<String> KNOWN = Set.of(
            "analysis_limit",
            "application_id",
            "auto_vacuum",
            "automatic_index",
            "busy_timeout",
            "cache_size",
            "cache_spill",
            "case_sensitive_like",
            "cell_size_check",
            "checkpoint_fullfsync",
            "defer_foreign_keys",
            "encoding",
            "foreign_keys",
            "fullfsync",
            "hard_heap_limit",
            "ignore_check_constraints",
            "journal_mode",
            "journal_size_limit",
            "legacy_alter_table",
            "locking_mode",
            "max_page_count",
            "mmap_size",
            "page_size",
            "query_only",
            "read_uncommitted",
            "recursive_triggers",
            "reverse_unordered_selects",
            "secure_delete",
            "soft_heap_limit",
            "synchronous",
            "temp_store",
            "threads",
            "trusted_schema",
            "wal_autocheckpoint");

    private final Problems problems;
    private final Set<String> seen = new HashSet<>();

    PragmaRules(Problems problems) {
        this.problems = problems;
    }

    /** The setting; empty, with a problem, if it is none. */
    Optional<Pragma> check(YamlMapping.Entry entry) {
        String name = SqlNames.folded(entry.name());
        YamlMapping yaml = entry.value() instanceof YamlMapping mapping ? mapping : null;
        YamlNode node = yaml == null ? entry.value() : yaml.get("value");
        if (!(node instanceof YamlScalar value)) {
            return Optional.empty();
        }
        if (!KNOWN.contains(name)) {
            problems.add(
                    ProblemCode.INVALID_PRAGMA,
                    entry,
                    "SQLite has no setting " + quote(entry.name()) + " for a connection or a file",
                    didYouMean(name, KNOWN));
        } else if (!seen.add(name)) {
            problems.add(ProblemCode.DUPLICATE_NAME, entry, "the setting " + quote(name) + " is here twice");
        } else if (!isValue(settingOf(name, value))) {
            problems.add(
                    ProblemCode.INVALID_PRAGMA,
                    value,
                    quote(value.text()) + " is not the value of a setting",
                    "write a number or a word");
        } else {
            return Optional.of(new Pragma(
                    name,
                    settingOf(name, value),
                    yaml == null ? Optional.empty() : yaml.text("purpose"),
                    entry.location()));
        }
        return Optional.empty();
    }

    /** SQLite documents {@code UTF-8} in quotes and takes {@code UTF8} without. */
    private static String settingOf(String name, YamlScalar value) {
        return name.equals("encoding") ? value.text().replace("-", "") : value.text();
    }

    /** A word or a number, so that it needs no quotes. */
    private static boolean isValue(String text) {
        return text.length() <= 40
                && text.chars()
                        .allMatch(c -> c == '_'
                                || c == '-'
                                || c >= '0' && c <= '9'
                                || c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z')
                && text.lastIndexOf('-') <= 0
                && !text.equals("-");
    }
}
