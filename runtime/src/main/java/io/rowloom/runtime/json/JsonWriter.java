package io.rowloom.runtime.json;

/** Writes one value; {@code JsonOutput::text} is one, and {@code (output, metadata) -> metadata.writeJson(output)}. */
@FunctionalInterface
public interface JsonWriter<T> {
    /** Writes exactly one value. */
    void write(JsonOutput output, T value);
}
