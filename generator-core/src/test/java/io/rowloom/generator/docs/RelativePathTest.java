package io.rowloom.generator.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RelativePathTest {
    private final RelativePath paths = new RelativePath("/srv/shop/orders");

    @Test
    void withinTheProject() {
        assertEquals("../src/main/rowloom", paths.between("docs/database.md", "src/main/rowloom"));
        assertEquals("database/tables/a.md", paths.between("docs/database.md", "docs/database/tables/a.md"));
        assertEquals("../../database.md", paths.between("docs/database/tables/a.md", "docs/database.md"));
        assertEquals("b.md", paths.between("docs/database/tables/a.md", "docs/database/tables/b.md"));
        assertEquals("model.yaml", paths.between("database.md", "model.yaml"));
    }

    @Test
    void fromADocumentAboveTheProjectTheWayLeadsThroughItsFolder() {
        assertEquals("../orders/src/main/rowloom", paths.between("../docs/orders.md", "src/main/rowloom"));
        assertEquals("orders/model.yaml", paths.between("../orders.md", "model.yaml"));
        assertEquals("shop/orders/model.yaml", paths.between("../../orders.md", "model.yaml"));
        assertEquals("orders/a.md", paths.between("../docs/orders.md", "../docs/orders/a.md"));
    }

    @Test
    void toAModelAboveTheProject() {
        assertEquals("../../models/shop.yaml", paths.between("docs/database.md", "../models/shop.yaml"));
    }
}
