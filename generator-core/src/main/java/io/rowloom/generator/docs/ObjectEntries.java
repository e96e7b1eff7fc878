package io.rowloom.generator.docs;

import io.rowloom.generator.docs.Islands.Placement;
import io.rowloom.generator.query.AnalysedView;
import io.rowloom.generator.sqlite.SqliteSchema;
import io.rowloom.model.Column;
import io.rowloom.model.Table;
import io.rowloom.model.Trigger;
import io.rowloom.model.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Decides what the document shows of views and triggers. */
final class ObjectEntries {
    private final PageAnchors anchors;
    private final Links links;
    private final TypeWords types;
    private final Placement islands;
    private final String level;

    /**
     * @param links the links of the file that the entries stand in
     * @param islands what people wrote about them
     * @param level the mark of their headings, {@code ###}
     */
    ObjectEntries(PageAnchors anchors, Links links, Placement islands, String level) {
        this.anchors = anchors;
        this.links = links;
        this.types = new TypeWords(links);
        this.islands = islands;
        this.level = level;
    }

    /** The entries of views in the order of the model; without what was found of one, only what the model says. */
    List<EntryPage> views(List<View> views, List<AnalysedView> analysed) {
        List<EntryPage> entries = new ArrayList<>();
        for (View view : views) {
            List<String> parts = new ArrayList<>();
            view.description().map(Markdown::paragraphs).ifPresent(parts::add);
            view.section().ifPresent(section -> parts.add("Section: " + Markdown.text(section) + '.'));
            parts.add("Java: record " + Markdown.code(view.recordName()) + ", read by "
                    + Markdown.code(view.recordName() + "Dao") + " from `" + view.javaName() + "()`.");
            analysed.stream()
                    .filter(found -> found.view().equals(view))
                    .findFirst()
                    .ifPresent(found -> parts.add(columns(found.table())));
            parts.add(Markdown.fenced("sql", SqliteSchema.createView(view)));
            parts.add("Source: " + links.tableLine(view.name(), view.location()));
            addIsland(parts, islands.view(view.name()));
            entries.add(new EntryPage(level, anchors.view(view.name()).tag(), view.name(), String.join("\n\n", parts)));
        }
        return entries;
    }

    private static void addIsland(List<String> parts, String island) {
        if (!island.isEmpty()) {
            parts.add(island);
        }
    }

    private String columns(Table view) {
        List<String> lines = new ArrayList<>();
        for (Column column : view.columns()) {
            lines.add("- " + Markdown.code(column.name()) + ": " + types.type(column.type())
                    + (column.nullable() ? ", nullable" : ""));
        }
        return String.join("\n", lines);
    }

    List<EntryPage> triggers(List<Trigger> triggers) {
        List<EntryPage> entries = new ArrayList<>();
        for (Trigger trigger : triggers) {
            List<String> parts = new ArrayList<>();
            trigger.description().map(Markdown::paragraphs).ifPresent(parts::add);
            String columns = trigger.columns().isEmpty() ? "" : " of " + Markdown.codes(trigger.columns());
            parts.add("Acts " + trigger.timing().sql().toLowerCase(Locale.ROOT) + ' '
                    + trigger.event().word() + columns + " on " + links.table(trigger.table()) + '.');
            parts.add(Markdown.fenced("sql", SqliteSchema.createTrigger(trigger)));
            parts.add("Source: " + links.triggerLine(trigger.name(), trigger.location()));
            addIsland(parts, islands.trigger(trigger.name()));
            entries.add(new EntryPage(
                    level, anchors.trigger(trigger.name()).tag(), trigger.name(), String.join("\n\n", parts)));
        }
        return entries;
    }
}
