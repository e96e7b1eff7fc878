package io.rowloom.generator.process;

import io.rowloom.generator.GenerationException;
import io.rowloom.generator.GenerationResult;
import io.rowloom.model.problem.InvalidModelException;
import io.rowloom.model.problem.Problem;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** How a generation ended, as one JVM tells another. What is a mistake of ours has no place here: it is told by no answer. */
sealed interface Answer {
    /** It was done. */
    record Done(GenerationResult result) implements Answer {}

    /** The model has mistakes. */
    record Invalid(List<Problem> problems) implements Answer {}

    /** The user has to decide something. */
    record Refused(String message) implements Answer {}

    /** A file could not be read or written. */
    record Failed(String message) implements Answer {}

    default void write(DataOutputStream out) throws IOException {
        if (this instanceof Done done) {
            out.writeByte('d');
            Messages.write(done.result(), out);
        } else if (this instanceof Invalid invalid) {
            out.writeByte('i');
            Messages.write(invalid.problems(), out);
        } else if (this instanceof Refused refused) {
            out.writeByte('r');
            Messages.text(refused.message(), out);
        } else if (this instanceof Failed failed) {
            out.writeByte('f');
            Messages.text(failed.message(), out);
        }
        out.flush();
    }

    static Answer read(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 'd' -> new Done(Messages.readResult(in));
            case 'i' -> new Invalid(Messages.readProblems(in));
            case 'r' -> new Refused(Messages.text(in));
            case 'f' -> new Failed(Messages.text(in));
            default -> throw new IOException("no answer begins with " + kind);
        };
    }

    /** What the generation would have given here. */
    default GenerationResult get() throws InvalidModelException, GenerationException, IOException {
        if (this instanceof Done done) {
            return done.result();
        } else if (this instanceof Invalid invalid) {
            throw new InvalidModelException(invalid.problems());
        } else if (this instanceof Refused refused) {
            throw new GenerationException(List.of(refused.message()));
        }
        throw new IOException(((Failed) this).message());
    }
}
