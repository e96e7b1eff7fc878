package io.rowloom.model;

import io.rowloom.model.problem.InvalidModelException;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.resolve.ModelResolver;
import io.rowloom.model.yaml.ModelFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The door to this module: files in, a {@link Model} or every problem at once out. */
public final class ModelReader {
    private ModelReader() {}

    /**
     * The files that {@link #read} would read, in that order; none if there is nothing at the path.
     *
     * @throws IOException if a folder cannot be read
     */
    public static List<Path> files(Path path) throws IOException {
        return ModelFiles.find(path);
    }

    /**
     * Reads a model.
     *
     * @param path a YAML file, or a folder whose {@code *.yaml} files make one model
     * @param base the folder that paths in messages are relative to
     * @throws InvalidModelException if the model has mistakes, among them a missing or empty one
     * @throws IOException if a file cannot be read
     */
    public static Model read(Path path, Path base) throws InvalidModelException, IOException {
        Problems problems = new Problems();
        return ModelResolver.resolve(ModelFiles.read(path, base, problems), problems);
    }
}
