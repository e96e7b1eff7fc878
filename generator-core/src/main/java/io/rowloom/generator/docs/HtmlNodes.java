package io.rowloom.generator.docs;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Turns the Markdown of a document into HTML: diagrams are drawn, wide tables can be scrolled, and of the HTML in it only what
 * the document itself writes is let through.
 */
final class HtmlNodes {
    /** The info string of a block that stands for a diagram; its content is the number of the diagram. */
    static final String DIAGRAM = "rowloom-diagram";

    private static final Set<String> OWN_TAGS =
            Set.of("</a>", "<br>", "<code>", "</code>", "<details>", "</details>", "<summary>", "</summary>");

    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final HtmlRenderer renderer;

    HtmlNodes(List<Diagram> diagrams) {
        this.renderer = HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .sanitizeUrls(true)
                .nodeRendererFactory(context -> new Scrolled(context))
                .nodeRendererFactory(context -> new Raw(context, diagrams))
                .build();
    }

    Node parse(String markdown) {
        return parser.parse(markdown);
    }

    String html(Node node) {
        return renderer.render(node);
    }

    /** Tables within something that scrolls, so that the page need not. */
    private record Scrolled(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Wide.class);
        }

        @Override
        public void render(Node node) {
            // Spelled out, because a map gives its entries in another order in each JVM.
            context.getWriter().raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">");
            context.render(node.getFirstChild());
            context.getWriter().tag("/div");
        }
    }

    /** What stands around a wide table. */
    static final class Wide extends org.commonmark.node.CustomBlock {}

    /** Puts every table of a tree into something that scrolls. */
    static void widen(Node parent) {
        Node child = parent.getFirstChild();
        while (child != null) {
            Node next = child.getNext();
            if (child instanceof TableBlock) {
                Wide wide = new Wide();
                child.insertBefore(wide);
                wide.appendChild(child);
            } else {
                widen(child);
            }
            child = next;
        }
    }

    /** Diagrams, and HTML as it was written. */
    private record Raw(HtmlNodeRendererContext context, List<Diagram> diagrams) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(FencedCodeBlock.class, HtmlBlock.class, HtmlInline.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof FencedCodeBlock code) {
                fenced(code);
            } else if (node instanceof HtmlBlock block) {
                html(block.getLiteral(), true);
            } else {
                html(((HtmlInline) node).getLiteral(), false);
            }
        }

        private void fenced(FencedCodeBlock code) {
            int number =
                    code.getInfo().equals(DIAGRAM) ? number(code.getLiteral().strip()) : -1;
            if (number >= 0 && number < diagrams.size()) {
                context.getWriter().raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Diagram\">");
                context.getWriter().raw(SvgDiagram.svg(diagrams.get(number), "diagram-" + number));
                context.getWriter().raw("</div>");
            } else {
                context.getWriter()
                        .raw("<pre tabindex=\"0\"><code>" + HtmlText.of(code.getLiteral()) + "</code></pre>");
            }
            context.getWriter().line();
        }

        private static int number(String text) {
            boolean digits = !text.isEmpty() && text.length() < 7;
            for (int i = 0; i < text.length(); i++) {
                digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
            }
            return digits ? Integer.parseInt(text) : -1;
        }

        private void html(String literal, boolean block) {
            for (String line : literal.split("\n")) {
                if (line.startsWith("<!--") && line.endsWith("-->")) {
                    continue;
                }
                context.getWriter().raw(isOwn(line) ? line : HtmlText.of(line));
                if (block) {
                    context.getWriter().line();
                }
            }
        }

        private static boolean isOwn(String html) {
            if (OWN_TAGS.contains(html)) {
                return true;
            }
            String anchor = "<a id=\"";
            if (html.startsWith(anchor) && html.endsWith("\">")) {
                return isPlain(html.substring(anchor.length(), html.length() - 2));
            }
            String summary = "<summary>";
            return html.startsWith(summary)
                    && html.endsWith("</summary>")
                    && isPlain(html.substring(summary.length(), html.length() - summary.length() - 1));
        }

        private static boolean isPlain(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (!Character.isLetterOrDigit(c) && "-_. $".indexOf(c) < 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
