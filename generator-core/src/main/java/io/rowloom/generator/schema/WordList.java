package io.rowloom.generator.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A condition of the form {@code column in ('one', 'two')}, as an enum's check has it.
 *
 * @param column the name of the column
 * @param literals the values that the column may hold, as SQL spells them
 */
public record WordList(String column, List<String> literals) {
    public WordList {
        literals = List.copyOf(literals);
    }

    /** Reads a condition; empty if it is any other. */
    public static Optional<WordList> of(String expression) {
        List<SqlToken> tokens = SqlTokenizer.tokens(expression);
        if (tokens.size() < 5 || !tokens.get(1).is("in") || !tokens.get(2).isSymbol("(")) {
            return Optional.empty();
        }
        List<String> literals = new ArrayList<>();
        for (int i = 3; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            boolean literal = token.kind() == SqlToken.Kind.STRING || token.kind() == SqlToken.Kind.NUMBER;
            if (i % 2 == 1 ? !literal : !token.isSymbol(i == tokens.size() - 1 ? ")" : ",")) {
                return Optional.empty();
            }
            if (literal) {
                literals.add(token.text());
            }
        }
        return Optional.of(new WordList(tokens.get(0).name(), literals));
    }

    /** Whether whatever fits the other list fits this one. */
    public boolean covers(WordList other) {
        return column.equalsIgnoreCase(other.column) && literals.containsAll(other.literals);
    }
}
