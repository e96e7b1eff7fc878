package io.rowloom.generator.docs;

import io.rowloom.generator.docs.BoxLayout.Place;
import io.rowloom.generator.text.PlainText;
import java.util.HashMap;
import java.util.Map;

/** Draws a diagram as SVG that stands in an HTML page and takes its colours from there. */
final class SvgDiagram {
    private static final int MOST_LETTERS = 40;

    private final Diagram diagram;
    private final BoxLayout layout;
    private final StringBuilder svg = new StringBuilder(2048);
    private final Map<String, Integer> leftPorts = new HashMap<>();
    private final Map<String, Integer> rightPorts = new HashMap<>();
    private final Map<String, Integer> leftUsed = new HashMap<>();
    private final Map<String, Integer> rightUsed = new HashMap<>();

    private SvgDiagram(Diagram diagram) {
        this.diagram = diagram;
        this.layout = BoxLayout.of(diagram);
    }

    /**
     * The drawing.
     *
     * @param id what the names of its parts begin with, unlike those of other drawings of the page
     */
    static String svg(Diagram diagram, String id) {
        return new SvgDiagram(diagram).draw(id);
    }

    private String draw(String id) {
        svg.append("<svg class=\"diagram\" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("-title ");
        svg.append(id).append("-text\" width=\"").append(layout.width());
        svg.append("\" height=\"").append(layout.height()).append("\" viewBox=\"0 0 ");
        svg.append(layout.width()).append(' ').append(layout.height()).append("\">\n<title id=\"");
        svg.append(id).append("-title\">").append(HtmlText.of(diagram.title())).append("</title>\n<desc id=\"");
        svg.append(id).append("-text\">").append(diagram.boxes().size());
        svg.append(diagram.boxes().size() == 1 ? " box, " : " boxes, ")
                .append(diagram.edges().size());
        svg.append(diagram.edges().size() == 1 ? " reference" : " references")
                .append(", which the page lists as text</desc>\n");
        for (Diagram.Edge edge : diagram.edges()) {
            count(edge);
        }
        for (Diagram.Edge edge : diagram.edges()) {
            edge(edge);
        }
        for (Diagram.Box box : diagram.boxes()) {
            box(layout.place(box.name()));
        }
        return svg.append("</svg>").toString();
    }

    private void count(Diagram.Edge edge) {
        rightPorts.merge(edge.to(), 1, Integer::sum);
        (isForward(edge) ? leftPorts : rightPorts).merge(edge.from(), 1, Integer::sum);
    }

    /** Whether the line goes from the right side of a box to the left side of another one further right. */
    private boolean isForward(Diagram.Edge edge) {
        return layout.place(edge.from()).column() > layout.place(edge.to()).column();
    }

    private void edge(Diagram.Edge edge) {
        Place to = layout.place(edge.to());
        Place from = layout.place(edge.from());
        boolean forward = isForward(edge);
        int x1 = to.x() + to.width();
        int y1 = port(to, rightPorts, rightUsed);
        int x2 = forward ? from.x() : from.x() + from.width();
        int y2 = port(from, forward ? leftPorts : rightPorts, forward ? leftUsed : rightUsed);
        int side = forward ? -1 : 1;
        int bend = forward ? Math.max(30, (x2 - x1) / 2) : 44;
        svg.append("<g class=\"edge\"><title>")
                .append(HtmlText.of(edge.from() + " (" + edge.label() + ") → " + edge.to()))
                .append("</title><path d=\"M")
                .append(x1)
                .append(' ')
                .append(y1);
        svg.append(" C").append(x1 + bend).append(' ').append(y1).append(' ');
        svg.append(x2 + side * bend).append(' ').append(y2).append(' ');
        svg.append(x2).append(' ').append(y2).append("\"/>");
        if (edge.optional()) {
            svg.append("<circle cx=\"")
                    .append(x1 + 9)
                    .append("\" cy=\"")
                    .append(y1)
                    .append("\" r=\"4\"/>");
        } else {
            bar(x1 + 5, y1);
            bar(x1 + 9, y1);
        }
        if (edge.single()) {
            bar(x2 + side * 7, y2);
        } else {
            svg.append("<path d=\"M").append(x2).append(' ').append(y2 - 5);
            svg.append(" L").append(x2 + side * 10).append(' ').append(y2);
            svg.append(" L").append(x2).append(' ').append(y2 + 5).append("\"/>");
        }
        svg.append("</g>\n");
    }

    private void bar(int x, int y) {
        svg.append("<path d=\"M")
                .append(x)
                .append(' ')
                .append(y - 5)
                .append(" V")
                .append(y + 5)
                .append("\"/>");
    }

    /** Lines that end at the same side of a box share it evenly, in their order. */
    private static int port(Place place, Map<String, Integer> all, Map<String, Integer> used) {
        String name = place.box().name();
        int number = used.merge(name, 1, Integer::sum);
        return place.y() + place.height() * number / (all.getOrDefault(name, 1) + 1);
    }

    private void box(Place place) {
        Diagram.Box box = place.box();
        boolean linked = !box.link().isEmpty();
        svg.append("<g class=\"box\">");
        if (linked) {
            svg.append("<a href=\"").append(HtmlText.of(box.link())).append("\" tabindex=\"-1\">");
        }
        svg.append("<title>")
                .append(HtmlText.of(box.name()))
                .append("</title><rect x=\"")
                .append(place.x());
        svg.append("\" y=\"").append(place.y()).append("\" width=\"").append(place.width());
        svg.append("\" height=\"").append(place.height()).append("\" rx=\"4\"/>");
        text(place.x() + 10, place.y() + 19, "name", "start", shortened(box.name()));
        if (linked) {
            svg.append("</a>");
        }
        int y = place.y() + BoxLayout.HEAD;
        if (!box.lines().isEmpty()) {
            svg.append("<path d=\"M").append(place.x()).append(' ').append(y);
            svg.append(" H").append(place.x() + place.width()).append("\"/>");
        }
        for (Diagram.Line line : box.lines()) {
            y += BoxLayout.LINE;
            text(place.x() + 10, y - 2, "column", "start", shortened(line.name()));
            if (!line.roles().isEmpty()) {
                text(place.x() + place.width() - 10, y - 2, "role", "end", String.join(",", line.roles()));
            }
        }
        svg.append("</g>\n");
    }

    private void text(int x, int y, String style, String anchor, String text) {
        svg.append("<text x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\" class=\"")
                .append(style);
        svg.append("\" text-anchor=\"")
                .append(anchor)
                .append("\">")
                .append(HtmlText.of(text))
                .append("</text>");
    }

    static String shortened(String name) {
        String line = PlainText.oneLine(name);
        if (line.codePointCount(0, line.length()) <= MOST_LETTERS) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, MOST_LETTERS - 1)) + '…';
    }
}
