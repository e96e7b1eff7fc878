package io.rowloom.generator.process;

import io.rowloom.generator.Generation;
import io.rowloom.generator.GenerationException;
import io.rowloom.generator.GenerationRequest;
import io.rowloom.model.problem.InvalidModelException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/** The other JVM: takes a request from its input, generates, and gives the answer to its output. */
final class GenerationMain {
    private GenerationMain() {}

    /** A mistake of ours ends the JVM with its stack trace and without an answer. */
    public static void main(String[] arguments) throws IOException {
        // Nothing else may come between, whatever a library prints.
        System.setOut(System.err);
        GenerationRequest request = Messages.readRequest(new DataInputStream(new BufferedInputStream(System.in)));
        Answer answer = generate(request);
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            answer.write(out);
        }
    }

    private static Answer generate(GenerationRequest request) {
        try {
            return new Answer.Done(Generation.run(request));
        } catch (InvalidModelException invalid) {
            return new Answer.Invalid(invalid.problems());
        } catch (GenerationException refused) {
            return new Answer.Refused(String.valueOf(refused.getMessage()));
        } catch (IOException failure) {
            return new Answer.Failed(String.valueOf(failure.getMessage()));
        }
    }
}
