package io.rowloom.generator.java;

import io.rowloom.model.ModelReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaRendererTest {
    @Test
    void theExamplesCompileWithoutWarnings(@TempDir Path folder) throws Exception {
        Path root = Path.of("..").toAbsolutePath().normalize();
        for (String name : new String[] {"coordination", "agents", "broker", "sessions"}) {
            Path model = root.resolve("examples/" + name + "/src/main/rowloom/" + name + ".yaml");
            GeneratedCode code = GeneratedCode.of(ModelReader.read(model, root));
            code.write(Path.of("/tmp/jp/out/" + name));
            code.compile(folder);
        }
    }
}
