package io.rowloom.generator.java;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.model.Model;
import io.rowloom.model.ModelReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What {@link DaoContractTest} and {@link WriteContractTest} check notices a DAO that is wrong in one place. */
class ContractFailsTest {
    private static final String MODEL = """
            rowloom: 1
            database: {name: league, package: com.example.db}
            tables:
              teams: {columns: {id: {type: bigint, primary_key: auto}, name: text}}
              players:
                columns:
                  id: {type: bigint, primary_key: auto}
                  team_id: {type: bigint, references: teams}
                  town: text
                  age: integer?
                  version: {type: bigint, version: true}
                indexes: [[team_id], [town, {column: age, order: desc}]]
            """;

    /**
     * A fault.
     *
     * @param what what is wrong
     * @param file whose text it changes
     * @param right what is there
     * @param wrong what takes its place
     * @param said what has to be said about it: the start of one violation, and a part of it
     */
    private record Fault(String what, String file, String right, String wrong, String... said) {
        GeneratedCode in(Model model) {
            GeneratedCode code = GeneratedCode.of(model);
            String path = "com/example/db/" + file + ".java";
            String changed = code.sources().get(path).replace(right, wrong);
            assertNotEquals(code.sources().get(path), changed, "there is no " + right);
            return code.with(path, changed);
        }
    }

    private static final List<Fault> READS = List.of(
            new Fault(
                    "a condition that is another",
                    "PlayerDao",
                    "t.\\\"team_id\\\" = ?1",
                    "t.\\\"team_id\\\" >= ?1",
                    "listByTeamId(long teamId): ",
                    "expected: <[Player["),
            new Fault(
                    "another statement than the documented one",
                    "PlayerDao",
                    "t.\\\"team_id\\\" = ?1",
                    "?1 = t.\\\"team_id\\\"",
                    "countByTeamId(long teamId): ",
                    "expected: <SELECT count(*) FROM \"players\" AS t WHERE t.\"team_id\" = ?1>"),
            new Fault(
                    "a condition that the index does not serve",
                    "PlayerDao",
                    "t.\\\"town\\\" = ?1\"",
                    "+t.\\\"town\\\" = ?1\"",
                    "listByTownWithTeam(String town, PageRequest page): ",
                    "[SCAN t"),
            new Fault(
                    "an order the other way around",
                    "PlayerDao",
                    "SqlOrder.by(\"age\").descending()",
                    "SqlOrder.by(\"age\")",
                    "listByTown(String town): ",
                    "expected: <[Player["),
            new Fault(
                    "pages in another order",
                    "PlayerDao",
                    "SqlOrder.by(\"team_id\"), SqlOrder.by(\"id\"));",
                    "SqlOrder.by(\"id\"));",
                    "listOrderedByTeamId(PageRequest page): ",
                    "expected: <[Player["),
            new Fault(
                    "a value that is not bound",
                    "PlayerDao",
                    "parameters.integer(2, age);",
                    "",
                    "listByTownAndAge(String town, @Nullable Integer age, PageRequest page): ",
                    "but was: <[]>"),
            new Fault(
                    "a join by another column",
                    "PlayerDao",
                    "p.\\\"id\\\" = t.\\\"team_id\\\"",
                    "p.\\\"id\\\" = t.\\\"id\\\"",
                    "findWithTeam(long id): ",
                    "Team["),
            new Fault(
                    "a count of one too many",
                    "PlayerDao",
                    "BY_TEAM_ID.count(sql, whereTeamId(teamId))",
                    "BY_TEAM_ID.count(sql, whereTeamId(teamId)) + 1",
                    "countByTeamId(long teamId): ",
                    "expected: <"),
            new Fault(
                    "an answer without a question",
                    "PlayerDao",
                    "BY_ID.exists(sql, whereId(id))",
                    "true",
                    "existsById(long id): ",
                    "ran nothing"),
            new Fault(
                    "a delete that only counts",
                    "PlayerDao",
                    "BY_TEAM_ID.delete(sql, whereTeamId(teamId))",
                    "(int) BY_TEAM_ID.count(sql, whereTeamId(teamId))",
                    "deleteByTeamId(long teamId): ",
                    "deleted 0"),
            new Fault(
                    "a stream that ends early",
                    "PlayerDao",
                    "BY_TEAM_ID.stream(sql, whereTeamId(teamId), PlayerDao::read)",
                    "BY_TEAM_ID.stream(sql, whereTeamId(teamId), PlayerDao::read).limit(1)",
                    "streamByTeamId(long teamId): ",
                    "expected: <"));

    private static final List<Fault> WRITES = List.of(
            new Fault("a new value that is not bound", "PlayerDao", "parameters.integer(4, row.age());", ""),
            new Fault("a changed value that is not bound", "PlayerDao", "parameters.integer(3, row.age());", ""),
            new Fault("a value that is read otherwise", "PlayerDao", "row.text(3)", "row.text(3) + ' '"),
            new Fault("a patch of another column", "PlayerPatch", "changes.integer(4, age);", "changes.bigint(2, 0);"),
            new Fault("a patch that takes away", "PlayerPatch", ".add(4, by);", ".add(4, -by);"),
            new Fault("a patch of the same version", "PlayerPatch", "said.changes.add(5, 1L);", ""),
            new Fault("an upsert of the same version", "PlayerDao", ".counting(\"version\");", ";"),
            new Fault("an update of the same version", "PlayerDao", "row.version() + 1", "row.version()"),
            new Fault(
                    "a delete of none",
                    "PlayerDao",
                    "DELETE_ALL, parameters -> parameters.text(1, json)",
                    "DELETE_ALL, parameters -> parameters.text(1, \"[]\")"));

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> readsThatAreWrong() throws Exception {
        Model model = model();
        return READS.stream()
                .map(fault -> DynamicTest.dynamicTest(fault.what(), () -> {
                    Contract contract = Contract.of(model, fault.in(model), Files.createTempDirectory(folder, "reads"));
                    List<String> violations =
                            contract.violations(model.table("players").orElseThrow());
                    contract.close();
                    assertTrue(
                            violations.stream()
                                    .anyMatch(violation -> violation.startsWith(fault.said()[0])
                                            && violation.contains(fault.said()[1])),
                            violations::toString);
                }));
    }

    @TestFactory
    Stream<DynamicTest> writesThatAreWrong() throws Exception {
        Model model = model();
        return WRITES.stream()
                .map(fault -> DynamicTest.dynamicTest(fault.what(), () -> {
                    Path classes = Files.createTempDirectory(folder, "writes");
                    AssertionError failure = assertThrows(
                            AssertionError.class, () -> WriteContractTest.check(model, fault.in(model), classes, 1));
                    assertTrue(failure.getMessage().startsWith("table players: "), failure::toString);
                }));
    }

    private Model model() throws Exception {
        Path file = Files.writeString(folder.resolve("league.yaml"), MODEL);
        return ModelReader.read(file, folder);
    }
}
