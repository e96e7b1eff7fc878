package io.rowloom.examples.coordination;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The facts of the published reference, as {@code reference.txt} states them. */
record Reference(List<Pragma> pragmas, List<String> sections, List<Table> tables) {
    record Pragma(String name, String value) {}

    /** A table and all that is said of it; columns as they are listed, foreign keys and indexes in alphabetical order. */
    record Table(
            String name,
            List<String> primaryKey,
            boolean autoIncrement,
            List<Column> columns,
            List<ForeignKey> foreignKeys,
            List<Index> indexes) {
        /** Without the columns that {@code other} does not have. */
        Table withColumnsOf(Table other) {
            List<String> names = other.columns().stream().map(Column::name).toList();
            return new Table(
                    name,
                    primaryKey,
                    autoIncrement,
                    columns.stream()
                            .filter(column -> names.contains(column.name()))
                            .toList(),
                    foreignKeys,
                    indexes);
        }
    }

    /** A column; the default is worded for people: {@code UTC now}, {@code #888}. */
    record Column(String name, String type, boolean nullable, Optional<String> defaultValue) {}

    record ForeignKey(String column, String targetTable, String targetColumn) {}

    record Index(String name, boolean unique, List<String> columns) {}

    static Reference read() throws IOException {
        List<Pragma> pragmas = new ArrayList<>();
        List<String> sections = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        for (Fact fact : facts()) {
            switch (fact.kind()) {
                case "pragma" -> pragmas.add(new Pragma(fact.word(0), fact.word(1)));
                case "section" -> sections.add(fact.text());
                case "table" -> tables.add(table(fact.word(0), fact.details()));
                default -> throw new IllegalStateException("unknown fact: " + fact);
            }
        }
        return new Reference(pragmas, sections, tables);
    }

    private static Table table(String name, List<Fact> details) {
        List<String> primaryKey = new ArrayList<>();
        boolean autoIncrement = false;
        List<Column> columns = new ArrayList<>();
        List<ForeignKey> foreignKeys = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        for (Fact fact : details) {
            switch (fact.kind()) {
                case "primary-key" -> primaryKey.addAll(fact.words());
                case "auto-increment" -> autoIncrement = true;
                case "column" -> columns.add(column(fact));
                case "foreign-key" -> foreignKeys.add(new ForeignKey(fact.word(0), fact.word(1), fact.word(2)));
                case "index" -> indexes.add(new Index(fact.word(0), false, fact.wordsFrom(1)));
                case "unique-index" -> indexes.add(new Index(fact.word(0), true, fact.wordsFrom(1)));
                default -> throw new IllegalStateException("unknown fact: " + fact);
            }
        }
        foreignKeys.sort(Comparator.comparing(ForeignKey::column));
        indexes.sort(Comparator.comparing(Index::name));
        return new Table(name, primaryKey, autoIncrement, columns, foreignKeys, indexes);
    }

    private static Column column(Fact fact) {
        Optional<String> defaultValue =
                fact.words().size() > 3 ? Optional.of(String.join(" ", fact.wordsFrom(4))) : Optional.empty();
        return new Column(fact.word(0), fact.word(1), fact.word(2).equals("nullable"), defaultValue);
    }

    /** A line, with the indented lines that follow it. */
    private record Fact(String kind, String text, List<Fact> details) {
        List<String> words() {
            return List.of(text.split(" "));
        }

        List<String> wordsFrom(int start) {
            return words().subList(start, words().size());
        }

        String word(int position) {
            return words().get(position);
        }
    }

    private static List<Fact> facts() throws IOException {
        List<Fact> facts = new ArrayList<>();
        try (InputStream resource = Reference.class.getResourceAsStream("/reference.txt")) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] parts = line.strip().split(" ", 2);
                Fact fact = new Fact(parts[0], parts[1], new ArrayList<>());
                (line.startsWith(" ") ? facts.get(facts.size() - 1).details() : facts).add(fact);
            }
        }
        return facts;
    }
}
