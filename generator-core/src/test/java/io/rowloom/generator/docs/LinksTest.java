package io.rowloom.generator.docs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LinksTest {
    private static final String PAGE =
            "# shop\n\n| [`id`][@orders.id] | A number, #L1 |\n\n[@orders.id]: ../shop.yaml#L12\n";

    @Test
    void aLineThatMovedIsNoOtherDifference() {
        assertTrue(ReferenceDocument.differInLinesAlone(PAGE, PAGE.replace("#L12", "#L7")));
        assertFalse(ReferenceDocument.differInLinesAlone(PAGE, PAGE.replace("#L1 ", "#L2 ")));
        assertFalse(ReferenceDocument.differInLinesAlone(PAGE, PAGE.replace("shop.yaml", "orders.yaml")));
    }
}
