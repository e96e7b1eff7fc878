package io.rowloom.generator.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SqlExpressionTest {
    private static String canonical(String expression) {
        return SqlExpression.canonical(expression, "t");
    }

    @Test
    void spellingMakesNoDifference() {
        assertEquals(canonical("State IN ('a','b')"), canonical("(\"state\"  in ( 'a' , -- first\n 'b' ))"));
        assertEquals(canonical("t.a != 1"), canonical("[A] <> 1"));
        assertEquals(canonical("a == 0xAB"), canonical("`a` = 0xab"));
    }

    @Test
    void meaningMakesADifference() {
        assertNotEquals(canonical("a = 'A'"), canonical("a = 'a'"));
        assertNotEquals(canonical("(a) + (b)"), canonical("a) + (b"));
        assertNotEquals(canonical("\"null\""), canonical("null"));
        assertNotEquals(canonical("u.a"), canonical("a"));
    }

    @Test
    void aStringIsNoMention() {
        assertTrue(SqlExpression.mentions("[Col] > 1", "col"));
        assertFalse(SqlExpression.mentions("x = 'col' /* col */", "col"));
    }

    @Test
    void aQuoteThatIsNeverClosedIsToldWithItsLine() {
        SqlTextException problem = assertThrows(SqlTextException.class, () -> SqlTokenizer.tokens("a\nb 'c"));
        assertEquals(2, problem.line());
    }
}
