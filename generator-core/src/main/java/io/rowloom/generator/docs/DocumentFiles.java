package io.rowloom.generator.docs;

import io.rowloom.generator.output.Fingerprint;
import io.rowloom.model.name.ReservedNames;
import java.util.List;

/**
 * The files of a document; their names come from the names that they are about and from nothing else, so that they stay
 * when others come and go.
 */
final class DocumentFiles {
    private final String index;
    private final boolean divided;

    /**
     * @param index the page or the index, relative to the project
     * @param divided whether there are more files than that
     */
    DocumentFiles(String index, boolean divided) {
        this.index = index;
        this.divided = divided;
    }

    boolean isDivided() {
        return divided;
    }

    String index() {
        return index;
    }

    String table(String name) {
        return divided ? folder(index) + "/tables/" + fileName(name) : index;
    }

    String section(String title) {
        return divided ? folder(index) + "/sections/" + fileName(title) : index;
    }

    String types() {
        return divided ? folder(index) + "/types.md" : index;
    }

    String views() {
        return divided ? folder(index) + "/views.md" : index;
    }

    String triggers() {
        return divided ? folder(index) + "/triggers.md" : index;
    }

    String queries() {
        return divided ? folder(index) + "/queries.md" : index;
    }

    static List<String> places(String index) {
        String folder = folder(index);
        return List.of(
                folder + "/queries.md",
                folder + "/sections",
                folder + "/tables",
                folder + "/triggers.md",
                folder + "/types.md",
                folder + "/views.md");
    }

    /** The folder beside an index that is all the document's own, {@code docs/database} for {@code docs/database.md}. */
    static String folder(String index) {
        int dot = index.lastIndexOf('.');
        return dot > index.lastIndexOf('/') + 1 ? index.substring(0, dot) : index + "-pages";
    }

    private static String fileName(String name) {
        return plainName(name) + ".md";
    }

    /** A name of small letters, digits, underscores and hyphens that says which one it is and no other has. */
    static String plainName(String name) {
        String slug = Anchors.slug(name);
        // SQL names that differ in case alone are equal, so lower case makes no two of them one.
        boolean same = slug.equalsIgnoreCase(name) && slug.length() <= 100 && !ReservedNames.isDevice(slug);
        return same ? slug : cut(slug) + '-' + Fingerprint.of(name).substring(0, 8);
    }

    private static String cut(String slug) {
        return slug.isEmpty() ? "x" : slug.substring(0, Math.min(slug.length(), 60));
    }
}
