package io.rowloom.examples.checklists;

import io.rowloom.examples.checklists.Reference.Column;
import io.rowloom.examples.checklists.Reference.Detail;
import io.rowloom.examples.checklists.Reference.ForeignKey;
import io.rowloom.examples.checklists.Reference.Index;
import io.rowloom.examples.checklists.Reference.Pragma;
import io.rowloom.examples.checklists.Reference.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A checklist page of the documentation, read as the list of facts that it is.
 *
 * <p>A fact is a row of a table: its kind, what the reference says, where Rowloom has it. What follows a dash is a remark.
 */
final class Checklist {
    private static final Pattern TABLE = Pattern.compile("### \\[(\\w+)]\\(.*\\)");
    private static final Pattern ROW = Pattern.compile("\\| ([a-z ]+) \\| (.+?)(?: — .*?)? \\| (.+) \\|");
    private static final Pattern COLUMN = Pattern.compile("`(\\w+)` (\\w+), (not null|nullable)(?:, default (.+))?");
    private static final Pattern FOREIGN_KEY =
            Pattern.compile("`(\\w+)` → `(\\w+)` \\(`(\\w+)`\\), on delete ([a-z ]+)");

    private final List<String> lines;

    private Checklist(List<String> lines) {
        this.lines = lines;
    }

    static Checklist read(Path file) throws IOException {
        return new Checklist(Files.readAllLines(file));
    }

    List<String> lines() {
        return lines;
    }

    Reference reference() {
        List<Pragma> pragmas = new ArrayList<>();
        List<String> sections = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        List<Detail> details = new ArrayList<>();
        String section = "";
        for (int line = 0; line < lines.size(); line++) {
            Matcher table = TABLE.matcher(lines.get(line));
            if (lines.get(line).startsWith("## ")) {
                section = lines.get(line).substring(3);
            } else if (table.matches()) {
                if (!sections.contains(section)) {
                    sections.add(section);
                }
                tables.add(table(table.group(1), below(line), details));
            } else if (lines.get(line).startsWith("| pragma |")) {
                List<String> codes = Document.codes(lines.get(line));
                pragmas.add(new Pragma(codes.get(0), codes.get(1)));
            }
        }
        return new Reference(pragmas, sections, tables, details);
    }

    private List<String> below(int heading) {
        return lines.subList(heading + 1, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("#"))
                .toList();
    }

    private static Table table(String name, List<String> below, List<Detail> details) {
        List<String> primaryKey = new ArrayList<>();
        boolean autoIncrement = false;
        List<Column> columns = new ArrayList<>();
        List<ForeignKey> foreignKeys = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        for (String line : below) {
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                continue;
            }
            String text = row.group(2);
            List<String> codes = Document.codes(text);
            switch (row.group(1)) {
                case "primary key" -> {
                    primaryKey.addAll(codes);
                    autoIncrement = text.endsWith(", auto-increment");
                }
                case "column" -> columns.add(column(text));
                case "foreign key" -> foreignKeys.add(foreignKey(text));
                case "index" -> indexes.add(new Index(codes.get(0), false, codes.subList(1, codes.size())));
                case "unique index" -> indexes.add(new Index(codes.get(0), true, codes.subList(1, codes.size())));
                default -> details.add(new Detail(name, row.group(1), text));
            }
        }
        foreignKeys.sort(Comparator.comparing(ForeignKey::column));
        indexes.sort(Comparator.comparing(Index::name));
        return new Table(name, primaryKey, autoIncrement, columns, foreignKeys, indexes);
    }

    private static Column column(String text) {
        Matcher column = match(COLUMN, text);
        Optional<String> defaultValue = Optional.ofNullable(column.group(4)).map(value -> value.replace("`", ""));
        return new Column(column.group(1), column.group(2), column.group(3).equals("nullable"), defaultValue);
    }

    private static ForeignKey foreignKey(String text) {
        Matcher key = match(FOREIGN_KEY, text);
        return new ForeignKey(key.group(1), key.group(2), key.group(3), key.group(4));
    }

    private static Matcher match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new AssertionError("not a fact: " + text);
        }
        return matcher;
    }
}
