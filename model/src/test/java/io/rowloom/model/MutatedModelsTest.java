package io.rowloom.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import io.rowloom.model.problem.InvalidModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutatedModelsTest {
    private static final int SEEDS = 2_000;

    @TempDir
    private Path folder;

    @Test
    void whateverIsDoneToAFileItIsReadOrItsProblemsAreTold() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (Path fixture : ModelFixtures.folders("accept")) {
            for (Path file : ModelReader.files(fixture)) {
                files.add(Files.readAllBytes(file));
            }
        }
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            byte[] mutated = files.get(random.nextInt(files.size()));
            for (int change = random.nextInt(4); change >= 0; change--) {
                mutated = mutate(mutated, files.get(random.nextInt(files.size())), random);
            }
            Path file = Files.write(folder.resolve("model.yaml"), mutated);
            try {
                ModelReader.read(file, folder);
            } catch (InvalidModelException e) {
                assertFalse(e.problems().isEmpty());
            } catch (RuntimeException | StackOverflowError e) {
                fail("seed " + seed, e);
            }
        }
    }

    /** Cuts, removes, repeats, replaces or inserts. */
    private static byte[] mutate(byte[] bytes, byte[] other, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(random.nextBoolean() ? 4 : 60));
        byte[] piece = switch (random.nextInt(6)) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOfRange(bytes, from, Math.min(bytes.length, to + 20));
            case 2 -> "{}[]:,?-|>&*!%@`'\"#\n\t~".substring(random.nextInt(20)).getBytes(StandardCharsets.UTF_8);
            case 3 -> new byte[] {(byte) random.nextInt(256)};
            case 4 -> lineOf(other, random);
            default -> " ".repeat(random.nextInt(5)).getBytes(StandardCharsets.UTF_8);
        };
        if (random.nextInt(20) == 0) {
            to = bytes.length;
        }
        byte[] mutated = Arrays.copyOf(bytes, from + piece.length + bytes.length - to);
        System.arraycopy(piece, 0, mutated, from, piece.length);
        System.arraycopy(bytes, to, mutated, from + piece.length, bytes.length - to);
        return mutated;
    }

    private static byte[] lineOf(byte[] bytes, Random random) {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        return ("\n" + lines.get(random.nextInt(lines.size())) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
