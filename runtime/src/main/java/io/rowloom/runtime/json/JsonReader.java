package io.rowloom.runtime.json;

/** Reads the value at which the input stands; {@code JsonInput::text} is one, and {@code Metadata::readJson}. */
@FunctionalInterface
public interface JsonReader<T> {
    /**
     * Reads the whole value.
     *
     * @throws IllegalArgumentException when it is not what is expected
     */
    T read(JsonInput input);
}
