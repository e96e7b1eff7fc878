package io.rowloom.generator.testing;

import java.util.UUID;

/** An interface as a user has one, which records of fixtures implement. */
public interface HasId {
    UUID id();

    default String shown() {
        return id() + "!";
    }
}
