package io.rowloom.model.resolve;

import io.rowloom.model.yaml.YamlMapping;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Java name that the author gave with {@code java: {name: …}}. */
final class JavaName {
    private JavaName() {}

    static Optional<String> given(@Nullable YamlMapping named) {
        YamlMapping java = named == null ? null : named.mapping("java");
        return java == null ? Optional.empty() : java.text("name");
    }
}
