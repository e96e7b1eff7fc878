package io.rowloom.model.roundtrip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.rowloom.model.Model;
import io.rowloom.model.ModelReader;
import io.rowloom.model.problem.InvalidModelException;
import io.rowloom.model.yaml.ModelFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** read(write(m)) = m: however a model is written, it means what was meant. */
class RoundTripTest {
    private static final int SEEDS = 250;

    /** In the order in which a model reads them; {@code 10} stands before {@code 2}. */
    private static final List<String> PATHS = List.of("10.yaml", "2/a b.yaml", "2/c.d/e.yaml", "\u00e4.yaml");

    @TempDir
    private Path folder;

    @Test
    void whateverWayAModelIsWrittenItIsReadAsItWasMeant() throws IOException, ReflectiveOperationException {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Model meant = RandomModels.of(random);
            List<Map<String, Object>> files =
                    new ModelSpelling(meant, random).files(random.nextBoolean() ? 1 : 1 + random.nextInt(PATHS.size()));
            Path path = folder.resolve(String.valueOf(seed));
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < files.size(); i++) {
                Path file = path.resolve(PATHS.get(i));
                Files.createDirectories(file.getParent());
                String yaml = new YamlText(random).file(files.get(i));
                Files.writeString(file, yaml);
                text.append("--- ").append(PATHS.get(i)).append('\n').append(yaml);
            }
            if (files.size() == 1 && random.nextBoolean()) {
                path = path.resolve(PATHS.get(0));
            }
            try {
                Model read = ModelReader.read(path, folder);
                int number = seed;
                assertEquals(Meaning.of(meant), Meaning.of(read), () -> "seed " + number + "\n" + text);
            } catch (InvalidModelException e) {
                fail("seed " + seed + ": " + e.getMessage() + "\n" + text);
            }
        }
    }

    /** A key that is new in the format is not read as it was meant until these models say it. */
    @Test
    void everyKeyOfTheFormatIsWritten() {
        Set<String> missing = new TreeSet<>(FormatKeys.of(ModelFormat.FILE));
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Model meant = RandomModels.of(random);
            for (Map<String, Object> file : new ModelSpelling(meant, random).files(1)) {
                FormatKeys.removeWritten(file, ModelFormat.FILE, missing);
            }
        }
        assertEquals(Set.of(), missing);
    }
}
