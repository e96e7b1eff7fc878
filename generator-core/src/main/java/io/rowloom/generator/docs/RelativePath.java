package io.rowloom.generator.docs;

/** The way from one file of a project to another, for links. */
final class RelativePath {
    private RelativePath() {}

    /**
     * The link that leads from a document to a file.
     *
     * @param document a file's path relative to the project, with {@code /}
     * @param target another such path
     */
    static String between(String document, String target) {
        String[] from = document.split("/");
        String[] to = target.split("/");
        int same = 0;
        while (same < from.length - 1 && same < to.length - 1 && from[same].equals(to[same])) {
            same++;
        }
        StringBuilder path = new StringBuilder("../".repeat(from.length - 1 - same));
        for (int i = same; i < to.length; i++) {
            path.append(to[i]).append(i < to.length - 1 ? "/" : "");
        }
        return path.toString();
    }
}
