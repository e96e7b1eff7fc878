package io.rowloom.model.resolve;

import java.util.Optional;

/**
 * A type as written, taken apart: {@code decimal(10,2)?} or {@code Step[]?}.
 *
 * @param name the word in front
 * @param parameters what stands in parentheses, without them
 * @param lists how many {@code []} follow
 * @param optional whether a {@code ?} ends it
 */
record TypeExpression(String name, Optional<String> parameters, int lists, boolean optional) {

    static TypeExpression of(String text) {
        String rest = text.strip();
        boolean optional = rest.endsWith("?");
        if (optional) {
            rest = rest.substring(0, rest.length() - 1).stripTrailing();
        }
        int lists = 0;
        while (rest.endsWith("[]")) {
            lists++;
            rest = rest.substring(0, rest.length() - 2).stripTrailing();
        }
        int open = rest.indexOf('(');
        if (open > 0 && rest.endsWith(")")) {
            String parameters = rest.substring(open + 1, rest.length() - 1);
            return new TypeExpression(
                    rest.substring(0, open).stripTrailing(), Optional.of(parameters), lists, optional);
        }
        return new TypeExpression(rest, Optional.empty(), lists, optional);
    }
}
