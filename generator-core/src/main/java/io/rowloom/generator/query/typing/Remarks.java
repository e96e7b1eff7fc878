package io.rowloom.generator.query.typing;

/** What is noted on the way of values that SQLite takes and that do not mean what they seem to. */
record Remarks(DecimalUses decimals, MomentUses moments, EnumWords words) {
    Remarks() {
        this(new DecimalUses(), new MomentUses(), new EnumWords());
    }
}
