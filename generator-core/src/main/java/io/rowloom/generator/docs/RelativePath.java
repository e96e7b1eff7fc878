package io.rowloom.generator.docs;

/** The way from one file of a project to another, for links. */
final class RelativePath {
    private final String project;

    /** Takes the absolute path of the project, by which files outside of it are reached, with {@code /} or {@code \}. */
    RelativePath(String project) {
        this.project = project.replace('\\', '/');
    }

    /**
     * The link that leads from a document to a file.
     *
     * @param document a file's path relative to the project, with {@code /}
     * @param target another such path
     */
    String between(String document, String target) {
        if (!document.startsWith("../")) {
            return relative(document, target);
        }
        // Above the project, the way back leads through folders that only the project's own path names.
        return relative(fromTop(document), fromTop(target));
    }

    private String fromTop(String path) {
        String folder = project;
        String rest = path;
        while (rest.startsWith("../")) {
            rest = rest.substring(3);
            folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
        }
        return folder + '/' + rest;
    }

    private static String relative(String document, String target) {
        int common = 0;
        for (int i = 0; i < document.length() && i < target.length() && document.charAt(i) == target.charAt(i); i++) {
            if (document.charAt(i) == '/') {
                common = i + 1;
            }
        }
        StringBuilder path = new StringBuilder();
        for (int i = common; i < document.length(); i++) {
            if (document.charAt(i) == '/') {
                path.append("../");
            }
        }
        return path.append(target, common, target.length()).toString();
    }
}
