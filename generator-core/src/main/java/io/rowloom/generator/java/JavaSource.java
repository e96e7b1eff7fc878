package io.rowloom.generator.java;

import com.squareup.javapoet.ArrayTypeName;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A Java file as it grows: lines with their indentation, and the imports that they turn out to need.
 *
 * <p>The one place that spells files; types come as values of JavaPoet, see {@code docs/decisions/0009-javapoet-for-types.md}.
 */
final class JavaSource {
    static final int WIDTH = 120;
    /** The indentation of each depth. */
    private static final String[] MARGINS = margins();

    private final Scope scope;
    private final Set<String> nested;
    /** By canonical name, as a type of JavaPoet spells itself anew to be compared. */
    private final Map<String, String> names = new HashMap<>();

    private final Set<String> imports = new TreeSet<>();
    private final StringBuilder body = new StringBuilder(8192);
    private String within = ".";
    private int indent;

    /** A file of the package; {@code nested} are the simple names of the types that it will nest. */
    JavaSource(Scope scope, Set<String> nested) {
        this.scope = scope;
        this.nested = nested;
    }

    /** How a type is called here. */
    String use(TypeName type) {
        if (type instanceof ClassName name) {
            return use(name);
        }
        if (type instanceof ArrayTypeName array) {
            return use(array.componentType) + "[]";
        }
        if (type instanceof ParameterizedTypeName generic) {
            return use(generic.rawType) + arguments(generic);
        }
        return type.toString();
    }

    /** A class by its simple name, imported, unless something else has that name here. */
    String use(ClassName type) {
        String name = type.canonicalName();
        String known = names.get(name);
        if (known != null) {
            return known;
        }
        if (type.packageName().equals(scope.packageName())) {
            return own(name.substring(scope.packageName().length() + 1));
        }
        String simple = type.simpleName();
        if (!type.packageName().equals("java.lang")) {
            if (nested.contains(simple) || scope.hides(simple)) {
                simple = name;
            } else {
                imports.add(name);
            }
        }
        names.put(name, simple);
        return simple;
    }

    /** As {@link #use}, of what may be null; the annotation stands at the simple name, JLS 9.7.4. */
    String nullable(TypeName type) {
        String annotation = '@' + use(JavaTypes.NULLABLE) + ' ';
        if (type instanceof ArrayTypeName array) {
            return use(array.componentType) + ' ' + annotation + "[]";
        }
        TypeName raw = type instanceof ParameterizedTypeName generic ? generic.rawType : type.box();
        String name = use(raw);
        int simple = name.lastIndexOf('.') + 1;
        String annotated = name.substring(0, simple) + annotation + name.substring(simple);
        return type instanceof ParameterizedTypeName generic ? annotated + arguments(generic) : annotated;
    }

    private String arguments(ParameterizedTypeName generic) {
        StringBuilder arguments = new StringBuilder("<");
        for (TypeName argument : generic.typeArguments) {
            arguments.append(arguments.length() == 1 ? "" : ", ").append(use(argument));
        }
        return arguments.append('>').toString();
    }

    /** A type of the same package, given its simple name or those of it and its owners. */
    ClassName ownType(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0
                ? ClassName.get(scope.packageName(), path)
                : ownType(path.substring(0, dot)).nestedClass(path.substring(dot + 1));
    }

    /** Says inside of which type the following lines stand, {@code Session.Metadata}. */
    void within(String path) {
        within = path + '.';
    }

    private String own(String name) {
        if (name.startsWith(within)) {
            return name.substring(within.length());
        }
        int dot = name.indexOf('.');
        String top = dot < 0 ? name : name.substring(0, dot);
        return nested.contains(top) ? scope.packageName() + '.' + name : name;
    }

    /** Adds lines at the present depth; each {@code $} of the template stands for the next of {@code parts}, verbatim. */
    JavaSource add(String template, Object... parts) {
        int part = 0;
        int from = 0;
        for (int at = template.indexOf('$'); at >= 0; at = template.indexOf('$', from)) {
            lines(template, from, at);
            String text = parts[part++].toString();
            lines(text, 0, text.length());
            from = at + 1;
        }
        lines(template, from, template.length());
        return this;
    }

    private void lines(String text, int from, int to) {
        int start = from;
        while (start < to) {
            int end = text.indexOf('\n', start);
            int stop = end < 0 || end >= to ? to : end;
            if (stop > start) {
                if (atLineStart()) {
                    body.append(indent < MARGINS.length ? MARGINS[indent] : "    ".repeat(indent));
                }
                // Not append(text, start, stop): that goes character by character, which a cold JVM does slowly.
                body.append(text.substring(start, stop));
            }
            if (stop < to) {
                body.append('\n');
            }
            start = stop + 1;
        }
    }

    private static String[] margins() {
        String[] margins = new String[16];
        for (int depth = 0; depth < margins.length; depth++) {
            margins[depth] = "    ".repeat(depth);
        }
        return margins;
    }

    private boolean atLineStart() {
        return body.isEmpty() || body.charAt(body.length() - 1) == '\n';
    }

    /** Adds an empty line, but none after an opening brace. */
    JavaSource blank() {
        int length = body.length();
        if (length > 1 && body.charAt(length - 2) != '{') {
            body.append('\n');
        }
        return this;
    }

    JavaSource indent() {
        indent++;
        return this;
    }

    JavaSource outdent() {
        indent--;
        return this;
    }

    /** Items with commas between them, from {@code open} to {@code close}, in as few lines as they need. */
    JavaSource list(String open, List<String> items, String close) {
        StringBuilder line = new StringBuilder(open);
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i) + (i == items.size() - 1 ? close : ",");
            int space = i == 0 ? 0 : 1;
            if (indent * 4 + line.length() + space + item.length() > WIDTH && i > 0) {
                add("$\n", line);
                line = new StringBuilder("        ").append(item);
            } else {
                line.append(space == 0 ? "" : " ").append(item);
            }
        }
        return add("$\n", items.isEmpty() ? line.append(close) : line);
    }

    /** Items with commas between them, all in one line or each in one of its own. */
    JavaSource column(String open, List<String> items, String close) {
        String line = open + String.join(", ", items) + close;
        if (indent * 4 + line.length() <= WIDTH) {
            return add("$\n", line);
        }
        add("$\n", open);
        for (int i = 0; i < items.size(); i++) {
            add("        $$\n", items.get(i), i == items.size() - 1 ? close : ",");
        }
        return this;
    }

    /**
     * Adds a Javadoc comment, wrapped.
     *
     * @param parts paragraphs first, then block tags, which start with {@code @}; all of them safe already
     */
    JavaSource javadoc(List<String> parts) {
        if (parts.size() == 1
                && !parts.get(0).startsWith("@")
                && indent * 4 + parts.get(0).length() + 7 <= WIDTH) {
            return add("/** $ */\n", parts.get(0));
        }
        add("/**\n");
        boolean tags = false;
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            boolean tag = part.startsWith("@");
            if (i > 0 && !(tag && tags)) {
                add(" *\n");
            }
            wrapped(tag || i == 0 ? part : "<p>" + part, tag ? "    " : "");
            tags = tag;
        }
        return add(" */\n");
    }

    JavaSource javadoc(String... parts) {
        return javadoc(List.of(parts));
    }

    private void wrapped(String text, String continued) {
        int width = WIDTH - 3 - indent * 4;
        String prefix = "";
        String rest = text;
        while (prefix.length() + rest.length() > width) {
            int space = rest.lastIndexOf(' ', width - prefix.length());
            if (space <= 0) {
                space = rest.indexOf(' ', 1);
            }
            if (space < 0) {
                break;
            }
            if (rest.startsWith("{@code", space - 6)) {
                // Not between an inline tag and what it holds.
                int before = rest.lastIndexOf(' ', space - 1);
                space = before > 0 ? before : space;
            }
            add(" * $$\n", prefix, rest.substring(0, space).stripTrailing());
            rest = rest.substring(space + 1).stripLeading();
            prefix = continued;
        }
        add(" * $$\n", prefix, rest);
    }

    /** The whole file. */
    String text() {
        StringBuilder text = new StringBuilder(body.length() + 1024);
        text.append("// ").append(scope.header()).append('\n');
        text.append("package ").append(scope.packageName()).append(";\n\n");
        List<String> lines = new ArrayList<>(imports);
        for (String name : lines) {
            text.append("import ").append(name).append(";\n");
        }
        if (!lines.isEmpty()) {
            text.append('\n');
        }
        return text.append(body).toString();
    }
}
