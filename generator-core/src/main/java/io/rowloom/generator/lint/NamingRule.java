package io.rowloom.generator.lint;

import io.rowloom.model.Column;
import io.rowloom.model.LintRule;
import io.rowloom.model.Location;
import io.rowloom.model.Model;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.List;

/** Looks for names of tables and columns that are written in another way than most. */
final class NamingRule {
    private enum Style {
        SNAKE("snake_case"),
        CAMEL("camelCase"),
        PASCAL("PascalCase"),
        UPPER("UPPER_CASE"),
        /** One word of small letters is of every style. */
        ANY(""),
        OTHER("no common style");

        private final String shown;

        Style(String shown) {
            this.shown = shown;
        }
    }

    private record Name(String name, String what, String table, Location location, Style style) {}

    private NamingRule() {}

    static List<Finding> of(Model model) {
        List<Name> tables = new ArrayList<>();
        List<Name> columns = new ArrayList<>();
        for (Table table : model.tables()) {
            tables.add(new Name(table.name(), "table", table.name(), table.location(), style(table.name())));
            for (Column column : table.columns()) {
                columns.add(new Name(column.name(), "column", table.name(), column.location(), style(column.name())));
            }
        }
        List<Finding> found = new ArrayList<>();
        compare(tables, found);
        compare(columns, found);
        return found;
    }

    private static void compare(List<Name> names, List<Finding> found) {
        int[] counts = new int[Style.values().length];
        for (Name name : names) {
            counts[name.style.ordinal()]++;
        }
        Style usual = Style.SNAKE;
        for (Style style : List.of(Style.CAMEL, Style.PASCAL, Style.UPPER)) {
            usual = counts[style.ordinal()] > counts[usual.ordinal()] ? style : usual;
        }
        if (counts[usual.ordinal()] == 0) {
            return;
        }
        for (Name name : names) {
            if (name.style != usual && name.style != Style.ANY) {
                found.add(new Finding(
                        LintRule.MIXED_NAMING,
                        name.table,
                        name.location,
                        "the name of the " + name.what + " '" + name.name + "' is " + name.style.shown + ", most are "
                                + usual.shown,
                        "rename it with renamed_from, which keeps its data"));
            }
        }
    }

    private static Style style(String name) {
        boolean lower = false;
        boolean upper = false;
        boolean underscore = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            lower |= Character.isLowerCase(c);
            upper |= Character.isUpperCase(c);
            underscore |= c == '_';
            if (c != '_' && !Character.isLetterOrDigit(c) && !Character.isSurrogate(c)) {
                return Style.OTHER;
            }
        }
        if (upper && lower) {
            boolean first = Character.isUpperCase(name.charAt(0));
            return underscore ? Style.OTHER : first ? Style.PASCAL : Style.CAMEL;
        } else if (upper) {
            return Style.UPPER;
        }
        return underscore ? Style.SNAKE : Style.ANY;
    }
}
