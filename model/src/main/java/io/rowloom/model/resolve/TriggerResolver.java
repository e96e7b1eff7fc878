package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.didYouMean;
import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.SqlText;
import io.rowloom.model.Table;
import io.rowloom.model.Trigger;
import io.rowloom.model.Trigger.Event;
import io.rowloom.model.Trigger.Timing;
import io.rowloom.model.View;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads triggers as they are written; what their SQL means is asked of the database later. */
final class TriggerResolver {
    private static final Pattern EVENT = Pattern.compile(
            "(?i)\\s*(before|after|instead\\s+of)\\s+(insert|delete|update)(?:\\s+of\\s+(.+?))?\\s*", Pattern.DOTALL);

    private final Tables tables;
    private final List<View> views;
    private final Problems problems;
    private final SqlNames names;

    TriggerResolver(Tables tables, List<View> views, Problems problems) {
        this.tables = tables;
        this.views = views;
        this.problems = problems;
        this.names = new SqlNames(problems);
    }

    List<Trigger> resolve(List<YamlMapping> roots, List<Table> fullTexts) {
        for (Table table : fullTexts) {
            table.fullText()
                    .ifPresent(index -> index.triggers().forEach(name -> names.reserve(name, "a full-text index")));
        }
        List<Trigger> triggers = new ArrayList<>();
        for (YamlMapping root : roots) {
            YamlMapping written = root.mapping("triggers");
            if (written != null) {
                written.entries().forEach(entry -> trigger(entry).ifPresent(triggers::add));
            }
        }
        return triggers;
    }

    private Optional<Trigger> trigger(YamlMapping.Entry entry) {
        YamlMapping yaml = (YamlMapping) entry.value();
        boolean named = SqlNames.checkOfSchema(entry.name(), entry, problems)
                && names.take(entry.name(), "a trigger", entry, "");
        YamlScalar target = yaml.scalar("table");
        YamlScalar event = yaml.scalar("event");
        YamlScalar body = yaml.scalar("sql");
        if (target == null || event == null || body == null || !named) {
            return Optional.empty();
        }
        TableDraft table = tables.find(target.text());
        Optional<View> view = views.stream()
                .filter(known -> known.name().equalsIgnoreCase(target.text()))
                .findFirst();
        if (table == null && view.isEmpty()) {
            if (!tables.dropped(target.text())) {
                List<String> known = new ArrayList<>(tables.names());
                views.forEach(other -> known.add(other.name()));
                problems.add(
                        ProblemCode.UNKNOWN_TABLE,
                        target,
                        "no table named " + quote(target.text()),
                        didYouMean(target.text(), known));
            }
            return Optional.empty();
        }
        Matcher words = EVENT.matcher(event.text());
        if (!words.matches() || words.group(3) != null && !words.group(2).equalsIgnoreCase("update")) {
            problems.add(
                    ProblemCode.INVALID_TRIGGER,
                    event,
                    quote(event.text()) + " does not say when a trigger acts",
                    "write it like  after insert  or  before update of title, state");
            return Optional.empty();
        }
        Timing timing = Timing.valueOf(words.group(1).toUpperCase(Locale.ROOT).replaceAll("\\s+", "_"));
        if (view.isPresent() != (timing == Timing.INSTEAD_OF)) {
            problems.add(
                    ProblemCode.CONTRADICTION,
                    event,
                    view.isPresent()
                            ? "a view holds no rows, so a trigger can only act instead of a change"
                            : "only a trigger of a view acts instead of a change");
            return Optional.empty();
        }
        YamlScalar when = yaml.scalar("when");
        return Optional.of(new Trigger(
                entry.name(),
                table == null ? view.get().name() : table.name(),
                yaml.text("description"),
                timing,
                Event.valueOf(words.group(2).toUpperCase(Locale.ROOT)),
                columns(words.group(3), event, table),
                Optional.ofNullable(when).map(TriggerResolver::text),
                text(body),
                entry.location()));
    }

    private List<String> columns(@Nullable String list, YamlScalar place, @Nullable TableDraft table) {
        List<String> columns = new ArrayList<>();
        if (list != null) {
            for (String written : list.split(",")) {
                String name = written.strip();
                Optional<ColumnDraft> column = table == null
                        ? Optional.empty()
                        : TableDraft.find(name, place, table.yaml(), table.columns(), problems);
                columns.add(column.map(ColumnDraft::name).orElse(name));
            }
        }
        return columns;
    }

    private static SqlText text(YamlScalar scalar) {
        return new SqlText(scalar.text(), scalar.contentLocation());
    }
}
