package io.rowloom.generator;

import io.rowloom.generator.output.Fingerprint;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Everything that a run depends on, as short texts: the request with the contents of the model, and those of the migrations.
 *
 * <p>By content, so that a fresh checkout or a restored cache is no change. Only classes of the JDK and few of them: this is
 * what every build pays for.
 */
final class InputFingerprint {
    private final Fingerprint fingerprint = new Fingerprint();

    private InputFingerprint() {}

    /** The request and the model as it is on disk now. */
    static String ofModel(GenerationRequest request) throws IOException {
        InputFingerprint inputs = new InputFingerprint();
        inputs.add(request);
        // A .yml file is not read, but the user is told about it.
        inputs.add(request.model().toFile(), "", ".yaml", ".yml");
        return inputs.fingerprint.toString();
    }

    /** The migrations as they are on disk now, with what is kept beside them. */
    static String ofMigrations(GenerationRequest request) throws IOException {
        InputFingerprint inputs = new InputFingerprint();
        inputs.add(request.migrationDirectory().toFile(), "", ".sql", ".yaml");
        return inputs.fingerprint.toString();
    }

    private void add(GenerationRequest request) {
        fingerprint.add(request.command());
        fingerprint.add(request.fullScans().name());
        fingerprint.add(request.lint().name());
        fingerprint.add(request.documents().layout().name());
        fingerprint.add(request.documents().html().map(request::shown).orElse(""));
        for (Path path :
                new Path[] {request.model(), request.javaDirectory(), request.migrationDirectory(), request.docs()}) {
            // A project that was moved as a whole is not a change.
            fingerprint.add(request.shown(path));
        }
    }

    /** Adds a file, or each file below a folder whose name has one of two endings. */
    private void add(File file, String name, String ending, String otherEnding) throws IOException {
        String[] children = file.list();
        if (children == null) {
            if (file.isFile()) {
                fingerprint.add(name);
                try (InputStream in = new FileInputStream(file)) {
                    fingerprint.add(in.readAllBytes());
                }
            }
            return;
        }
        Arrays.sort(children);
        for (String child : children) {
            File next = new File(file, child);
            if (child.endsWith(ending) || child.endsWith(otherEnding) || next.isDirectory()) {
                add(next, name + '/' + child, ending, otherEnding);
            }
        }
    }
}
