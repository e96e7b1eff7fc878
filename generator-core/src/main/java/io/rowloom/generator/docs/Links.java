package io.rowloom.generator.docs;

import io.rowloom.model.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Spells the links of one file of the document. */
final class Links {
    private static final Pattern DEFINITION = Pattern.compile("(?m)^(\\[@[^]]+]: \\S+)#L\\d+$");

    private final String from;
    private final DocumentFiles files;
    private final PageAnchors anchors;
    private final RelativePath paths;
    /** The addresses of lines of the model by their labels, in the order in which they are first used. */
    private final Map<String, String> lines = new LinkedHashMap<>();

    /** Takes the file that the links stand in. */
    Links(String from, DocumentFiles files, PageAnchors anchors, RelativePath paths) {
        this.from = from;
        this.files = files;
        this.anchors = anchors;
        this.paths = paths;
    }

    /** A link to a table or view. */
    String table(String name) {
        return anchors.hasView(name)
                ? to(name, files.views(), anchors.view(name).name())
                : table(name, name);
    }

    /** A link to a table under another text than its name. */
    String table(String name, String text) {
        return files.isDivided()
                ? Markdown.linkTo(text, paths.between(from, files.table(name)))
                : Markdown.anchorLink(text, anchors.table(name).name());
    }

    /** Where a table is, as an address. */
    String tableAddress(String name) {
        return files.isDivided()
                ? paths.between(from, files.table(name))
                : '#' + anchors.table(name).name();
    }

    /** Where a section is, as an address. */
    String sectionAddress(String title) {
        return files.isDivided()
                ? paths.between(from, files.section(title))
                : '#' + anchors.section(title).name();
    }

    /** The table with that column, as a link to the column if it has a place of its own. */
    String column(String table, String column) {
        String place = anchors.column(table, column);
        String link = place.isEmpty() ? table(table) : to(table, files.table(table), place);
        return link + " (" + Markdown.codeCell(column) + ')';
    }

    /** What makes the place of a column, or nothing. */
    String columnTag(String table, String column) {
        return anchors.columnTag(table, column);
    }

    String section(String title) {
        return files.isDivided()
                ? Markdown.linkTo(title, paths.between(from, files.section(title)))
                : Markdown.anchorLink(title, anchors.section(title).name());
    }

    /** A link to a type of the model, or the other text for one that has no place of its own. */
    String type(String name, String otherwise) {
        return anchors.hasType(name)
                ? to(name, files.types(), anchors.type(name).name())
                : otherwise;
    }

    String query(String name) {
        return to(name, files.queries(), anchors.query(name).name());
    }

    String view(String name) {
        return to(name, files.views(), anchors.view(name).name());
    }

    String types(String title) {
        return chapter(title, files.types());
    }

    String views(String title) {
        return chapter(title, files.views());
    }

    String triggers(String title) {
        return chapter(title, files.triggers());
    }

    String queries(String title) {
        return chapter(title, files.queries());
    }

    /** A chapter of the index. */
    String chapter(String title) {
        return to(title, files.index(), anchors.chapter(title).name());
    }

    private String chapter(String title, String file) {
        return files.isDivided()
                ? Markdown.linkTo(title, paths.between(from, file))
                : Markdown.anchorLink(title, anchors.chapter(title).name());
    }

    String index(String text) {
        return Markdown.linkTo(text, paths.between(from, files.index()));
    }

    /** A link to a file of the project. */
    String file(String text, String path) {
        return Markdown.linkTo(text, paths.between(from, path));
    }

    /** A link to the line of a table or view. */
    String tableLine(String name, Location location) {
        return line(fileName(location), DocumentFiles.plainName(name), location);
    }

    /** The name of a column as a link to its line. */
    String columnLine(String table, String column, Location location) {
        String label = DocumentFiles.plainName(table) + '.' + DocumentFiles.plainName(column);
        return line(Markdown.codeCell(column), label, location);
    }

    String queryLine(String name, Location location) {
        return line(fileName(location), "query:" + DocumentFiles.plainName(name), location);
    }

    String triggerLine(String name, Location location) {
        return line(fileName(location), "trigger:" + DocumentFiles.plainName(name), location);
    }

    private static String fileName(Location location) {
        return Markdown.text(location.file().substring(location.file().lastIndexOf('/') + 1));
    }

    /**
     * A link by a label whose address stands at the end of the file: lines move with every edit above them, and then
     * nothing else of the file does.
     */
    private String line(String text, String name, Location location) {
        String address = Markdown.address(paths.between(from, location.file())) + "#L" + location.line();
        String label = '@' + name;
        lines.put(label, address);
        return '[' + text + "][" + label + ']';
    }

    /** The addresses of the lines that the file has links to; asked for when it has them all. */
    List<String> lines() {
        List<String> definitions = new ArrayList<>();
        lines.forEach((label, address) -> definitions.add('[' + label + "]: " + address));
        return definitions;
    }

    /** A file of the document without the numbers of those lines. */
    static String withoutLines(String text) {
        return DEFINITION.matcher(text).replaceAll("$1");
    }

    /** Whether the type is shown under a heading of its own. */
    boolean hasType(String name) {
        return anchors.hasType(name);
    }

    private String to(String text, String file, String anchor) {
        return file.equals(from)
                ? Markdown.anchorLink(text, anchor)
                : Markdown.linkTo(text, paths.between(from, file), anchor);
    }
}
