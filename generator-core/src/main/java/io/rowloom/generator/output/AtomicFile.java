package io.rowloom.generator.output;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that others see the old one or the new one, and never a part. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes beside the file and moves it there; makes missing folders. */
    public static void write(Path target, byte[] bytes) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (!folder.toFile().isDirectory()) {
            Files.createDirectories(folder);
        }
        // Not Files.createTempFile: that draws a secure random number and leaves files that only the owner may read.
        File temporary =
                new File(folder.toFile(), target.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".tmp");
        try {
            try (OutputStream out = new FileOutputStream(temporary)) {
                out.write(bytes);
            }
            move(temporary.toPath(), target);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(temporary.toPath());
            throw failure;
        }
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
