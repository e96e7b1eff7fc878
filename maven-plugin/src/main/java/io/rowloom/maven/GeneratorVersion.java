package io.rowloom.maven;

import java.io.File;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/** What tells two builds of the generator apart: another one may spell the same model in another way. */
final class GeneratorVersion {
    private GeneratorVersion() {}

    /** The version of a release; for a snapshot, which says nothing, also length and time of its jars. */
    static String of(PluginDescriptor plugin) {
        StringBuilder version = new StringBuilder(plugin.getVersion());
        if (plugin.getVersion().endsWith("-SNAPSHOT")) {
            for (Artifact artifact : plugin.getArtifacts()) {
                if (artifact.getGroupId().equals(plugin.getGroupId())) {
                    version.append(' ').append(stamp(artifact.getFile()));
                }
            }
        }
        return version.toString();
    }

    /** A build that has no jar yet uses folders of classes, of which nothing is known: they count as changed. */
    private static String stamp(File file) {
        return file.isFile() ? file.length() + "-" + file.lastModified() : "classes-" + System.nanoTime();
    }
}
