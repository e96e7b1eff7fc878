package io.rowloom.generator.testing;

import io.rowloom.model.Model;
import io.rowloom.model.ModelReader;
import io.rowloom.model.problem.InvalidModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Models of as many tables as a test wants, in sections of 20; each refers to the one before and to the first of all. */
public final class LargeModel {
    private LargeModel() {}

    /** The model, written to a file of the folder and read again. */
    public static Model of(Path folder, int tables) throws IOException, InvalidModelException {
        StringBuilder yaml = new StringBuilder("rowloom: 1\ndatabase: {name: large, package: com.example}\ntables:\n");
        for (int i = 0; i < tables; i++) {
            yaml.append("  table_").append(i).append(":\n    section: Section ").append(i / 20);
            yaml.append("\n    description: The table number ").append(i).append(".\n    columns:\n");
            yaml.append("      id: {type: bigint, primary_key: auto}\n");
            yaml.append("      hub_id: {type: \"bigint?\", references: table_0}\n");
            yaml.append("      before_id: {type: bigint, references: table_")
                    .append(Math.max(0, i - 1))
                    .append("}\n");
            yaml.append("      name: {type: text, description: What people call it.}\n");
            yaml.append("      state: {enum: [open, done], default: open}\n");
            yaml.append("      created_at: {type: timestamp, default: now}\n");
            yaml.append("    indexes: [[hub_id], [before_id, state]]\n");
        }
        Path file = folder.resolve("large.yaml");
        Files.writeString(file, yaml);
        return ModelReader.read(file, folder);
    }
}
