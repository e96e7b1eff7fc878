package io.rowloom.generator.output;

import java.nio.file.Path;
import java.util.List;

/**
 * A folder and the files that are to be in it; what else is there is somebody's own.
 *
 * @param directory the folder, absolute
 * @param files the files, each path at most once
 */
public record OutputFolder(Path directory, List<GeneratedFile> files) {
    public OutputFolder {
        files = List.copyOf(files);
        for (GeneratedFile file : files) {
            requireInside(file.path());
        }
    }

    /**
     * Refuses a path that could lead out of the folder. Names come from the model and were checked there; this is the lock on
     * the door all the same.
     */
    private static void requireInside(String path) {
        boolean plain = path.indexOf('\\') < 0 && path.indexOf(':') < 0 && path.indexOf('\0') < 0;
        if (!plain) {
            throw new IllegalArgumentException("not a plain relative path: " + path);
        }
        int start = 0;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String segment = path.substring(start, end);
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException("not a plain relative path: " + path);
            }
            start = end + 1;
        }
    }
}
