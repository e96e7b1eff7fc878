package io.rowloom.runtime;

import org.jspecify.annotations.Nullable;

/** A row of one whole number that no statement has given. */
final class NumberRow extends ColumnRow {
    private final String column;
    private final long number;

    NumberRow(String column, long number) {
        super(0);
        this.column = column;
        this.number = number;
    }

    @Override
    int typeOf(int index) {
        return INTEGER;
    }

    @Override
    long wholeOf(int index) {
        return number;
    }

    @Override
    double fractionOf(int index) {
        return number;
    }

    @Override
    byte @Nullable [] textOf(int index) {
        return null;
    }

    @Override
    byte @Nullable [] blobOf(int index) {
        return null;
    }

    @Override
    String placeOf(int index) {
        return "column " + column;
    }

    @Override
    ColumnRow after(int columns) {
        return this;
    }
}
