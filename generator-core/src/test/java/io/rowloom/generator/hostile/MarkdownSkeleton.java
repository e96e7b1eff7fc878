package io.rowloom.generator.hostile;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * What a page consists of, whatever the texts in it say.
 *
 * @param blocks its blocks in order, without paragraphs, of which a text may have several
 * @param headings what its headings of the third level say
 */
record MarkdownSkeleton(List<String> blocks, List<String> headings) {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    static MarkdownSkeleton of(String page) {
        MarkdownSkeleton skeleton = new MarkdownSkeleton(new ArrayList<>(), new ArrayList<>());
        skeleton.visit(PARSER.parse(page));
        return skeleton;
    }

    private void visit(Node node) {
        if (node instanceof Heading heading) {
            blocks.add("heading " + heading.getLevel());
            if (heading.getLevel() == 3) {
                headings.add(text(heading).strip());
            }
            return;
        } else if (node instanceof TableRow row) {
            blocks.add("row of " + children(row).size());
            return;
        } else if (node instanceof FencedCodeBlock code) {
            blocks.add("code " + code.getInfo());
        } else if (node instanceof HtmlBlock html) {
            blocks.add(html.getLiteral());
        } else if (node instanceof Block && !(node instanceof Paragraph)) {
            blocks.add(node.getClass().getSimpleName());
        }
        children(node).forEach(this::visit);
    }

    private static String text(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        } else if (node instanceof Code code) {
            return code.getLiteral();
        }
        StringBuilder all = new StringBuilder();
        children(node).forEach(child -> all.append(text(child)));
        return all.toString();
    }

    private static List<Node> children(Node node) {
        List<Node> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}
