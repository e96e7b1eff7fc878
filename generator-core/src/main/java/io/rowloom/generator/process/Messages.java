package io.rowloom.generator.process;

import io.rowloom.generator.DocumentSettings;
import io.rowloom.generator.GenerationRequest;
import io.rowloom.generator.GenerationResult;
import io.rowloom.generator.Strictness;
import io.rowloom.generator.docs.DocsLayout;
import io.rowloom.generator.output.OtherExecution;
import io.rowloom.model.Location;
import io.rowloom.model.problem.Problem;
import io.rowloom.model.problem.ProblemCode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What two JVMs tell each other, field by field in the order of the records.
 *
 * <p>By hand, because Java's own serialization takes a cold JVM longer than generating the code of some tables.
 */
final class Messages {
    private Messages() {}

    static void write(GenerationRequest request, DataOutputStream out) throws IOException {
        path(request.baseDirectory(), out);
        path(request.model(), out);
        path(request.javaDirectory(), out);
        path(request.migrationDirectory(), out);
        path(request.docs(), out);
        path(request.stateFile(), out);
        text(request.toolVersion(), out);
        text(request.command(), out);
        texts(request.acknowledged(), out);
        text(request.fullScans().name(), out);
        text(request.lint().name(), out);
        text(request.documents().layout().name(), out);
        text(request.documents().html().map(Path::toString).orElse(""), out);
        out.writeInt(request.documents().minimumCoverage());
        text(request.documents().coverageSince().orElse(""), out);
        out.writeInt(request.others().size());
        for (OtherExecution other : request.others()) {
            text(other.name(), out);
            path(other.baseDirectory(), out);
            path(other.stateFile(), out);
        }
    }

    static GenerationRequest readRequest(DataInputStream in) throws IOException {
        return new GenerationRequest(
                path(in),
                path(in),
                path(in),
                path(in),
                path(in),
                path(in),
                text(in),
                text(in),
                new LinkedHashSet<>(texts(in)),
                Strictness.valueOf(text(in)),
                Strictness.valueOf(text(in)),
                new DocumentSettings(
                        DocsLayout.valueOf(text(in)),
                        optional(text(in)).map(Path::of),
                        in.readInt(),
                        optional(text(in))),
                others(in));
    }

    private static List<OtherExecution> others(DataInputStream in) throws IOException {
        List<OtherExecution> others = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            others.add(new OtherExecution(text(in), path(in), path(in)));
        }
        return others;
    }

    static void write(GenerationResult result, DataOutputStream out) throws IOException {
        out.writeBoolean(result.upToDate());
        texts(result.written(), out);
        texts(result.removed(), out);
        texts(result.notes(), out);
        out.writeInt(result.unchanged());
    }

    static GenerationResult readResult(DataInputStream in) throws IOException {
        return new GenerationResult(in.readBoolean(), texts(in), texts(in), texts(in), in.readInt());
    }

    static void write(List<Problem> problems, DataOutputStream out) throws IOException {
        out.writeInt(problems.size());
        for (Problem problem : problems) {
            text(problem.code().name(), out);
            text(problem.location().file(), out);
            out.writeInt(problem.location().line());
            out.writeInt(problem.location().column());
            text(problem.message(), out);
            text(problem.context(), out);
            text(problem.suggestion().orElse(""), out);
        }
    }

    static List<Problem> readProblems(DataInputStream in) throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            problems.add(new Problem(
                    ProblemCode.valueOf(text(in)),
                    new Location(text(in), in.readInt(), in.readInt()),
                    text(in),
                    text(in),
                    optional(text(in))));
        }
        return problems;
    }

    private static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static void path(Path path, DataOutputStream out) throws IOException {
        text(path.toString(), out);
    }

    private static Path path(DataInputStream in) throws IOException {
        return Path.of(text(in));
    }

    private static void texts(Collection<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(text, out);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(text(in));
        }
        return texts;
    }

    /** Not {@code writeUTF}, which takes no more than 65,535 bytes. */
    static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
