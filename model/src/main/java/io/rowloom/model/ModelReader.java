package io.rowloom.model;

import io.rowloom.model.problem.InvalidModelException;
import java.io.IOException;
import java.nio.file.Path;

/** The door to this module: files in, a {@link Model} or every problem at once out. */
public final class ModelReader {
    private ModelReader() {}

    /**
     * Reads a model.
     *
     * @param path a YAML file, or a folder whose {@code *.yaml} files make one model
     * @param base the folder that paths in messages are relative to
     * @throws InvalidModelException if the model has mistakes, among them a missing or empty one
     * @throws IOException if a file cannot be read
     */
    public static Model read(Path path, Path base) throws InvalidModelException, IOException {
        throw new UnsupportedOperationException("not yet");
    }
}
