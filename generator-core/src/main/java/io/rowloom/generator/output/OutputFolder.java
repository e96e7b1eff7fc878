package io.rowloom.generator.output;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A folder and the files that are to be in it; what else is there is somebody's own, but for places where every file that
 * bears the mark is ours.
 *
 * @param directory the folder, absolute
 * @param files the files, each path at most once
 * @param places folders and files below the folder, in which no generated file may be that is not among {@code files}
 */
public record OutputFolder(Path directory, List<GeneratedFile> files, List<String> places) {
    public OutputFolder {
        files = List.copyOf(files);
        places = List.copyOf(places);
        for (GeneratedFile file : files) {
            requireInside(file.path());
        }
    }

    /** A folder of which only the files of earlier runs are known. */
    public OutputFolder(Path directory, List<GeneratedFile> files) {
        this(directory, files, List.of());
    }

    /**
     * The files in the places that were generated and are no longer to be, in the order of their names.
     *
     * @throws IOException if one cannot be read
     */
    public List<String> orphans() throws IOException {
        List<String> orphans = new ArrayList<>();
        if (places.isEmpty()) {
            return orphans;
        }
        Set<String> wanted = new HashSet<>();
        files.forEach(file -> wanted.add(file.path()));
        for (String place : places) {
            File file = new File(directory.toFile(), place);
            String[] names = file.list();
            if (names == null) {
                addOrphan(orphans, wanted, place);
                continue;
            }
            Arrays.sort(names);
            for (String name : names) {
                addOrphan(orphans, wanted, place + '/' + name);
            }
        }
        return orphans;
    }

    private void addOrphan(List<String> orphans, Set<String> wanted, String path) throws IOException {
        if (!wanted.contains(path) && OutputPlan.isOurs(new File(directory.toFile(), path))) {
            orphans.add(path);
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
