package io.rowloom.generator.docs;

import io.rowloom.generator.text.PlainText;

/** Spells text as HTML that shows it and does nothing else, between tags and within attributes in double quotes. */
final class HtmlText {
    private HtmlText() {}

    static String of(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        String safe = PlainText.lines(text);
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                default -> html.append(c);
            }
        }
        return html.toString();
    }
}
