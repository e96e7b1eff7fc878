package io.rowloom.generator.dao;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowloom.model.ModelReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableDaoTest {
    @TempDir
    private Path folder;

    @Test
    void findsEveryWayToLookUpRowsByAnIndex() throws Exception {
        TableDao table = table("""
                columns:
                  id: {type: bigint, primary_key: auto}
                  name: {type: text, unique: true}
                  kind: {type: text, collate: NOCASE}
                  size: integer
                  made: timestamp
                unique: [[kind, size]]
                indexes:
                  - [made, kind]
                  - [size, kind, made]
                  - {columns: [size, {expression: "lower(name)"}], name: idx_lower}
                  - {columns: [{column: kind, collate: BINARY}, made], name: idx_binary}
                  - {columns: [made], name: idx_partial, where: size > 3}
                """);
        assertEquals(
                List.of(
                        "Id, a search by the primary key, unique",
                        "Name, a search by the unique constraint uq_t_name, unique",
                        "KindAndSize, a search by the unique constraint uq_t_kind_size, unique",
                        "Kind, a search by the unique constraint uq_t_kind_size",
                        "MadeAndKind, a search by the index idx_t_made_kind",
                        "Made, a search by the index idx_t_made_kind",
                        "SizeAndKindAndMade, a search by the index idx_t_size_kind_made, unique",
                        "Size, a search by the index idx_t_size_kind_made"),
                table.lookups().stream()
                        .map(lookup -> lookup.suffix() + ", " + lookup.words() + (lookup.unique() ? ", unique" : ""))
                        .toList());
    }

    @Test
    void saysWhatEachMethodTakesAndRuns() throws Exception {
        TableDao table = table("""
                columns:
                  day: date
                  limit: integer
                  state: {enum: [open, closed]}
                  version: {type: integer, version: true}
                primary_key: [day, limit]
                """);
        assertEquals(
                List.of(
                        "T insert(NewT values): INSERT INTO \"t\" AS t (...) VALUES (...)",
                        "T upsert(NewT values): INSERT INTO \"t\" AS t (...) VALUES (...)"
                                + " ON CONFLICT (\"day\", \"limit\") DO UPDATE SET ... RETURNING ...",
                        "T update(T row): UPDATE \"t\" AS t SET ... WHERE t.\"day\" = ? AND t.\"limit\" = ?"
                                + " AND t.\"version\" = ?2 - 1, a search by the primary key",
                        "Optional<T> findByDayAndLimit(LocalDate day, int limit_): SELECT ... FROM \"t\" AS t"
                                + " WHERE t.\"day\" = ? AND t.\"limit\" = ?, a search by the primary key"),
                table.methods().stream()
                        .filter(method -> Set.of("insert", "upsert", "update", "findByDayAndLimit")
                                .contains(method.name()))
                        .map(method -> method.returns() + ' ' + method.signature() + ": " + method.brief()
                                + (method.access().isEmpty() ? "" : ", " + method.access()))
                        .toList());
    }

    private TableDao table(String body) throws Exception {
        Path file = Files.writeString(
                folder.resolve("model.yaml"),
                "rowloom: 1\ndatabase: {name: shop, package: com.example}\ntables:\n  t:\n" + body.indent(4));
        return TableDao.of(ModelReader.read(file, folder).tables().get(0));
    }
}
