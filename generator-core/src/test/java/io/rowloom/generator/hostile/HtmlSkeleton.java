package io.rowloom.generator.hostile;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often each element is in a page, as a browser would find it, and which attributes such elements have. */
final class HtmlSkeleton {
    /** A tag or a comment; within scripts and styles nothing but their end is one. */
    private static final Pattern TAG = Pattern.compile(
            "<!--.*?-->|<!\\w[^>]*>|<(script|style)([^>]*)>.*?</\\1>|</?([a-zA-Z][^\\s/>]*)((?:[^>\"]|\"[^\"]*\")*)>",
            Pattern.DOTALL);

    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=\"/]+)(=\"[^\"]*\")?");

    private HtmlSkeleton() {}

    /** The elements with the names of their attributes, but for those that a text itself may have: paragraphs, code, links. */
    static Map<String, Integer> of(String page) {
        Map<String, Integer> elements = new TreeMap<>();
        Matcher tag = TAG.matcher(page);
        while (tag.find()) {
            StringBuilder element = new StringBuilder(tag.group().replaceFirst("(?s)^(</?[a-zA-Z!-]*).*", "$1"));
            Matcher attribute = ATTRIBUTE.matcher(tag.group(4) == null ? "" : tag.group(4));
            while (attribute.find()) {
                element.append(' ').append(attribute.group(1));
            }
            elements.merge(element.toString(), 1, Integer::sum);
        }
        elements.keySet().removeIf(element -> element.matches("</?(p|br|code)( /)?|</?a( href| rel href)?"));
        return elements;
    }
}
