package io.rowloom.generator.output;

import java.nio.file.Path;

/**
 * Another run of the same build, so that two do not write to one file by turns.
 *
 * @param name how a message names it, {@code execution 'audit' of example-app}
 * @param baseDirectory the folder of its project
 * @param stateFile where its {@link OutputState} is
 */
public record OtherExecution(String name, Path baseDirectory, Path stateFile) {}
