package io.rowloom.generator.docs;

import io.rowloom.generator.dao.Daos;
import io.rowloom.generator.output.GeneratedFile;
import io.rowloom.generator.query.QueryAnalysis;
import io.rowloom.model.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * The reference document as one HTML page with drawings and a search, which needs no network and no other file.
 *
 * <p>It is made of the very text of the Markdown page, so it cannot say anything else.
 */
public final class HtmlDocument {
    private final StringBuilder html = new StringBuilder(1 << 16);
    private final HtmlNodes nodes;
    private final List<Diagram> diagrams;

    private HtmlDocument(List<Diagram> diagrams) {
        this.diagrams = diagrams;
        this.nodes = new HtmlNodes(diagrams);
    }

    /**
     * Renders the page.
     *
     * @param context where {@code documentPath} is that of the HTML file
     */
    public static GeneratedFile render(Model model, QueryAnalysis analysed, Daos daos, DocsContext context) {
        List<Diagram> diagrams = new ArrayList<>();
        String markdown = ReferenceDocument.onePage(model, analysed, daos, context, diagram -> {
            diagrams.add(diagram);
            return Optional.of("```" + HtmlNodes.DIAGRAM + "\n" + (diagrams.size() - 1) + "\n```");
        });
        String title = IndexPage.title(model);
        return new GeneratedFile(
                context.documentPath(), markdown, () -> new HtmlDocument(diagrams).page(title, markdown));
    }

    private String page(String title, String markdown) {
        String script = resource("page.js");
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<!-- ").append(GeneratedFile.MARK);
        html.append(". -->\n<meta charset=\"utf-8\">\n");
        html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                + "style-src 'unsafe-inline'; script-src 'sha256-");
        html.append(digest(script)).append("'\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        html.append(HtmlText.of(title)).append("</title>\n<style>\n").append(resource("page.css"));
        html.append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n");
        Node document = nodes.parse(markdown);
        HtmlNodes.widen(document);
        appendNavigation(document);
        html.append("<main id=\"main\" tabindex=\"-1\">\n");
        appendContent(document);
        html.append("</main>\n<script>").append(script).append("</script>\n</body>\n</html>\n");
        return html.toString();
    }

    /** The table of contents with the search above it; it is taken out of the text. */
    private void appendNavigation(Node document) {
        html.append("<nav aria-label=\"Contents\">\n<div class=\"search\" role=\"search\">\n"
                + "<label for=\"search\">Search</label>\n"
                + "<input id=\"search\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\" "
                + "aria-describedby=\"found\" placeholder=\"table, column, text\">\n"
                + "<p id=\"found\" role=\"status\"></p>\n</div>\n<details id=\"contents\" open>\n"
                + "<summary>Contents</summary>\n");
        Node node = document.getFirstChild();
        while (node != null && !(node.getNext() instanceof BulletList && isContents(node))) {
            node = node.getNext();
        }
        if (node != null) {
            Node list = node.getNext();
            html.append(nodes.html(list));
            list.unlink();
            node.unlink();
        }
        html.append("</details>\n</nav>\n");
    }

    /** By what it says and not by its anchor, which it has another of where a table has the name of the chapter. */
    private static boolean isContents(Node node) {
        return node instanceof Heading heading
                && heading.getLevel() == 2
                && heading.getLastChild() instanceof Text text
                && text.getLiteral().equals("Contents");
    }

    /** Everything below a heading of the third level is one entry, which the search shows or hides as a whole. */
    private void appendContent(Node document) {
        boolean entry = false;
        boolean section = false;
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            int level = node instanceof Heading heading ? heading.getLevel() : 0;
            if (level == 2 || level == 3) {
                html.append(entry ? "</article>\n" : "");
                entry = level == 3;
            }
            if (level == 2) {
                html.append(section ? "</section>\n<section>\n" : "<section>\n");
                section = true;
            }
            html.append(level == 3 ? "<article>\n" : "");
            html.append(nodes.html(node));
        }
        html.append(entry ? "</article>\n" : "").append(section ? "</section>\n" : "");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlDocument.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** By which the browser knows our script from any other. */
    private static String digest(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JVM has SHA-256", missing);
        }
    }
}
