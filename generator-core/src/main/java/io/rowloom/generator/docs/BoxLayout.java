package io.rowloom.generator.docs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the boxes of a diagram go: in columns from left to right, what is referred to left of what refers to it, and within a
 * column near to their neighbours. The same diagram always gives the same places.
 */
final class BoxLayout {
    static final int HEAD = 28;
    static final int LINE = 18;
    private static final int MARGIN = 12;
    private static final int GAP_ACROSS = 72;
    private static final int GAP_DOWN = 20;
    private static final int SWEEPS = 4;

    private final Map<String, Place> places = new HashMap<>();
    private int width = 2 * MARGIN;
    private int height = 2 * MARGIN;

    /** A box with its corner and size in pixels, and the column that it is in. */
    record Place(Diagram.Box box, int column, int x, int y, int width, int height) {
        int middle() {
            return y + height / 2;
        }
    }

    private BoxLayout() {}

    static BoxLayout of(Diagram diagram) {
        BoxLayout layout = new BoxLayout();
        Map<String, Integer> columns = columns(diagram);
        List<List<Diagram.Box>> byColumn = new ArrayList<>();
        for (Diagram.Box box : diagram.boxes()) {
            int column = columns.getOrDefault(box.name(), 0);
            while (byColumn.size() <= column) {
                byColumn.add(new ArrayList<>());
            }
            byColumn.get(column).add(box);
        }
        arrange(byColumn, neighbours(diagram));
        layout.place(byColumn);
        return layout;
    }

    Place place(String name) {
        Place place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("no box " + name);
        }
        return place;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** One more than the furthest of what a box refers to; a reference that closes a circle does not count. */
    private static Map<String, Integer> columns(Diagram diagram) {
        Map<String, List<String>> targets = new HashMap<>();
        for (Diagram.Edge edge : diagram.edges()) {
            if (!edge.from().equals(edge.to())) {
                targets.computeIfAbsent(edge.from(), name -> new ArrayList<>()).add(edge.to());
            }
        }
        Map<String, Integer> columns = new HashMap<>();
        Set<String> open = new HashSet<>();
        for (Diagram.Box box : diagram.boxes()) {
            column(box.name(), targets, columns, open);
        }
        return columns;
    }

    private static int column(
            String name, Map<String, List<String>> targets, Map<String, Integer> columns, Set<String> open) {
        Integer known = columns.get(name);
        if (known != null) {
            return known;
        }
        open.add(name);
        int column = 0;
        for (String target : targets.getOrDefault(name, List.of())) {
            if (!open.contains(target)) {
                column = Math.max(column, column(target, targets, columns, open) + 1);
            }
        }
        open.remove(name);
        columns.put(name, column);
        return column;
    }

    private static Map<String, List<String>> neighbours(Diagram diagram) {
        Map<String, List<String>> neighbours = new HashMap<>();
        for (Diagram.Edge edge : diagram.edges()) {
            neighbours.computeIfAbsent(edge.from(), name -> new ArrayList<>()).add(edge.to());
            neighbours.computeIfAbsent(edge.to(), name -> new ArrayList<>()).add(edge.from());
        }
        return neighbours;
    }

    /** Moves each box to the mean place of its neighbours in the other columns, there and back a few times. */
    private static void arrange(List<List<Diagram.Box>> byColumn, Map<String, List<String>> neighbours) {
        Map<String, Double> order = new HashMap<>();
        for (List<Diagram.Box> column : byColumn) {
            number(column, order);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i < byColumn.size(); i++) {
                List<Diagram.Box> column = byColumn.get(sweep % 2 == 0 ? i : byColumn.size() - 1 - i);
                Map<String, Double> wish = new HashMap<>();
                for (Diagram.Box box : column) {
                    double sum = 0;
                    List<String> near = neighbours.getOrDefault(box.name(), List.of());
                    for (String other : near) {
                        sum += order.getOrDefault(other, 0.0);
                    }
                    wish.put(box.name(), near.isEmpty() ? order.get(box.name()) : sum / near.size());
                }
                column.sort(Comparator.comparingDouble(box -> wish.get(box.name())));
                number(column, order);
            }
        }
    }

    /** Places from 0 to 1, so that columns of different length compare. */
    private static void number(List<Diagram.Box> column, Map<String, Double> order) {
        for (int i = 0; i < column.size(); i++) {
            order.put(column.get(i).name(), (i + 0.5) / column.size());
        }
    }

    private void place(List<List<Diagram.Box>> byColumn) {
        int tallest = 0;
        for (List<Diagram.Box> column : byColumn) {
            tallest = Math.max(tallest, tall(column));
        }
        int x = MARGIN;
        for (int i = 0; i < byColumn.size(); i++) {
            List<Diagram.Box> column = byColumn.get(i);
            int widest = 0;
            for (Diagram.Box box : column) {
                widest = Math.max(widest, boxWidth(box));
            }
            int y = MARGIN + (tallest - tall(column)) / 2;
            for (Diagram.Box box : column) {
                int tall = boxHeight(box);
                places.put(box.name(), new Place(box, i, x, y, widest, tall));
                y += tall + GAP_DOWN;
            }
            x += widest + GAP_ACROSS;
        }
        width = x - GAP_ACROSS + MARGIN;
        height = tallest + 2 * MARGIN;
    }

    private static int tall(List<Diagram.Box> column) {
        int tall = -GAP_DOWN;
        for (Diagram.Box box : column) {
            tall += boxHeight(box) + GAP_DOWN;
        }
        return Math.max(0, tall);
    }

    private static int boxHeight(Diagram.Box box) {
        return HEAD + (box.lines().isEmpty() ? 0 : box.lines().size() * LINE + 6);
    }

    private static int boxWidth(Diagram.Box box) {
        int widest = textWidth(SvgDiagram.shortened(box.name())) * 8 + 20;
        for (Diagram.Line line : box.lines()) {
            int letters = textWidth(SvgDiagram.shortened(line.name())) + textWidth(String.join(",", line.roles())) + 2;
            widest = Math.max(widest, letters * 8 + 20);
        }
        return Math.max(90, widest);
    }

    /** Letters of the scripts of East Asia are twice as wide. */
    private static int textWidth(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            width += c >= 0x1100 && Character.isLetter(c) || c > 0xffff ? 2 : 1;
        }
        return width;
    }
}
