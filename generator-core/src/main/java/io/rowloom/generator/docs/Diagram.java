package io.rowloom.generator.docs;

import java.util.List;

/**
 * Boxes and the lines between them, decided before anyone spells them as Mermaid or draws them.
 *
 * @param title what it shows, for people who cannot see it
 * @param boxes the boxes, in the order of their first line
 * @param edges the lines; both ends are among the boxes
 */
record Diagram(String title, List<Box> boxes, List<Edge> edges) {
    Diagram {
        boxes = List.copyOf(boxes);
        edges = List.copyOf(edges);
    }

    /**
     * A table, or a section of tables.
     *
     * @param name its true name
     * @param link where it leads, as an address; empty if nowhere
     * @param lines its columns, as far as they are shown
     */
    record Box(String name, String link, List<Line> lines) {
        Box {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A column in a box.
     *
     * @param type the declared type
     * @param name the column
     * @param roles {@code PK}, {@code FK}
     */
    record Line(String type, String name, List<String> roles) {
        Line {
            roles = List.copyOf(roles);
        }
    }

    /**
     * A line from the box that refers to the one that is referred to.
     *
     * @param from the name of the box that refers
     * @param to the name of the other one
     * @param label the columns that do
     * @param optional whether a row need not refer to any
     * @param single whether no two rows refer to the same
     */
    record Edge(String from, String to, String label, boolean optional, boolean single) {}
}
