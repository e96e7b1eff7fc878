package io.rowloom.generator.dao;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowloom.model.Model;
import io.rowloom.model.ModelReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
                        "SizeAndKindAndMade, a search by the unique constraint uq_t_kind_size, unique",
                        "Size, a search by the index idx_t_size_kind_made"),
                table.lookups().stream()
                        .map(lookup -> lookup.suffix() + ", " + lookup.words() + (lookup.unique() ? ", unique" : ""))
                        .toList());
    }

    @Test
    void looksForNullWhereTheIndexHasIt() throws Exception {
        TableDao table = table("""
                columns:
                  id: {type: text, primary_key: true}
                  email: {type: text, nullable: true, unique: true}
                  phone: text?
                  town: text?
                  notes: {type: json, nullable: true}
                indexes:
                  - {name: idx_phone, columns: [phone], unique: true, where: phone IS NOT NULL}
                  - {name: idx_town, columns: [town, phone], where: '"town" notnull'}
                  - {name: idx_some, columns: [town, id], where: town = 'x' AND town IS NOT NULL}
                  - {name: idx_notes, columns: [phone, notes]}
                  - {name: idx_id, columns: [id, town]}
                """);
        assertEquals(
                List.of(
                        "find t.\"id\" = ?1",
                        "find list page t.\"email\" IS ?1 by rowid",
                        "find list page t.\"phone\" IS ?1 by notes, rowid",
                        "find t.\"id\" = ?1 AND t.\"town\" IS ?2",
                        "find list page t.\"town\" = ?1 AND t.\"phone\" IS ?2 by rowid",
                        "list page t.\"town\" = ?1 by phone, rowid"),
                conditions(table));
    }

    private static List<String> conditions(TableDao table) {
        Map<String, Set<String>> verbs = new LinkedHashMap<>();
        for (DaoMethod method : table.methods()) {
            Finder by = method.finder()
                    .filter(finder -> finder.lookup().isPresent())
                    .orElse(null);
            String verb = Map.of(
                            DaoMethod.Kind.FIND, "find ",
                            DaoMethod.Kind.LIST_FOUND, "list ",
                            DaoMethod.Kind.PAGE, "page ")
                    .getOrDefault(method.kind(), "");
            if (by != null) {
                String order = by.order()
                        .map(rows -> rows.columns().stream()
                                .map(RowOrder.Column::name)
                                .toList())
                        .map(names -> " by " + String.join(", ", names))
                        .orElse("");
                verbs.computeIfAbsent(by.where() + order, condition -> new LinkedHashSet<>())
                        .add(verb);
            }
        }
        return verbs.entrySet().stream()
                .map(entry -> String.join("", entry.getValue()) + entry.getKey())
                .toList();
    }

    @Test
    void ordersRowsAsIndexesDo() throws Exception {
        assertEquals(
                List.of(
                        "OrderedById: id",
                        "OrderedByKindDescendingAndSize: kind descending, size, id",
                        "OrderedByKindAndIdAndSize: kind, id, size"),
                orders("""
                        columns:
                          id: {type: bigint, primary_key: auto}
                          kind: text
                          size: integer?
                        indexes:
                          - [{column: kind, order: desc}, size]
                          - {name: idx_expression, columns: [kind, {expression: size + 1}]}
                          - {name: idx_partial, columns: [size], where: size IS NOT NULL}
                          - {name: idx_key, columns: [kind, id, size]}
                        """));
        assertEquals(List.of("OrderedByB: b", "OrderedByC: c, _rowid_", "OrderedByA: a, _rowid_"), orders("""
                        columns: {a: integer, b: text, c: {type: integer, nullable: true, unique: true}, rowid: text}
                        primary_key: [b]
                        indexes: [[a], [c]]
                        """));
        assertEquals(List.of("OrderedByBAndA: b, a", "OrderedByCAndA: c, a, b"), orders("""
                        columns: {a: integer, b: text, c: integer}
                        primary_key: [b, a]
                        without_rowid: true
                        indexes: [[c, a]]
                        """));
        assertEquals(List.of("OrderedBy: rowid"), orders("columns: {a: integer}"));
        assertEquals(
                List.of(),
                orders("columns: {rowid: integer, oid: integer, _rowid_: {type: integer, java: {name: third}}}"));
    }

    private List<String> orders(String body) throws Exception {
        return table(body).orders().stream()
                .map(order -> order.suffix() + ": "
                        + String.join(
                                ", ",
                                order.columns().stream()
                                        .map(column -> column.name() + (column.descending() ? " descending" : ""))
                                        .toList()))
                .toList();
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
                                + " WHERE t.\"day\" = ?1 AND t.\"limit\" = ?2, a search by the primary key",
                        "List<T> findAllByDayAndLimit(Collection<Key> keys): SELECT ... FROM \"t\" AS t"
                                + " WHERE (t.\"day\", t.\"limit\") IN (SELECT value ->> 0, value ->> 1 FROM json_each(?)),"
                                + " a search by the primary key",
                        "boolean existsByDayAndLimit(LocalDate day, int limit_): SELECT EXISTS (SELECT 1"
                                + " FROM \"t\" AS t WHERE t.\"day\" = ?1 AND t.\"limit\" = ?2), a search by the primary key",
                        "boolean deleteByDayAndLimit(LocalDate day, int limit_): DELETE FROM \"t\" AS t"
                                + " WHERE t.\"day\" = ?1 AND t.\"limit\" = ?2, a search by the primary key",
                        "List<T> listByDay(LocalDate day): SELECT ... FROM \"t\" AS t WHERE t.\"day\" = ?1"
                                + " ORDER BY t.\"limit\", a search by the primary key",
                        "Page<T> listByDay(LocalDate day, PageRequest page): SELECT ... FROM \"t\" AS t"
                                + " WHERE t.\"day\" = ?1 ORDER BY t.\"limit\" LIMIT ?2, a search by the primary key",
                        "Stream<T> streamByDay(LocalDate day): SELECT ... FROM \"t\" AS t WHERE t.\"day\" = ?1"
                                + " ORDER BY t.\"limit\", a search by the primary key",
                        "long countByDay(LocalDate day): SELECT count(*) FROM \"t\" AS t WHERE t.\"day\" = ?1,"
                                + " a search by the primary key",
                        "boolean existsByDay(LocalDate day): SELECT EXISTS (SELECT 1 FROM \"t\" AS t"
                                + " WHERE t.\"day\" = ?1), a search by the primary key",
                        "int deleteByDay(LocalDate day): DELETE FROM \"t\" AS t WHERE t.\"day\" = ?1,"
                                + " a search by the primary key",
                        "long count(): SELECT count(*) FROM \"t\", a scan of the whole table",
                        "List<T> list(int limit): SELECT ... FROM \"t\" AS t ORDER BY t.\"day\", t.\"limit\" LIMIT ?,"
                                + " in the order of the primary key",
                        "Page<T> list(PageRequest page): SELECT ... FROM \"t\" AS t ORDER BY t.\"day\", t.\"limit\""
                                + " LIMIT ?1, in the order of the primary key",
                        "Stream<T> stream(): SELECT ... FROM \"t\" AS t, a scan of the whole table"),
                table.methods().stream()
                        .filter(method -> !Set.of(
                                        "insertAll", "insertIfAbsent", "updateAll", "patch", "patchByDay", "deleteAll")
                                .contains(method.name()))
                        .map(method -> method.returns() + ' ' + method.signature() + ": " + method.brief()
                                + (method.access().isEmpty() ? "" : ", " + method.access()))
                        .toList());
    }

    @Test
    void rowsAreClaimedByWhatAPatchCanChangeOfThem() throws Exception {
        TableDao table = table("""
                columns:
                  id: {type: integer, primary_key: true}
                  parent: {type: integer, references: t, nullable: true}
                  state: {enum: [open, closed]}
                  weight: integer
                  seen: {type: timestamp, default: now, auto_update: true}
                indexes: [[parent, weight], [state, {column: weight, order: desc}], [seen]]
                """);
        assertEquals(
                List.of(
                        "boolean patch(int id, Consumer<TPatch> changes): UPDATE \"t\" AS t SET ... WHERE t.\"id\" = ?1",
                        "int patchByParentAndWeight(@Nullable Integer parent, int weight, Consumer<TPatch> changes):"
                                + " UPDATE \"t\" AS t SET ... WHERE t.\"parent\" IS ?1 AND t.\"weight\" = ?2",
                        "List<T> claimByParentAndWeight(@Nullable Integer parent, int weight, int limit,"
                                + " Consumer<TPatch> changes): SELECT ... FROM \"t\" AS t WHERE t.\"parent\" IS ?1 AND"
                                + " t.\"weight\" = ?2 ORDER BY t.\"id\" LIMIT ?3; UPDATE \"t\" AS t SET ... WHERE"
                                + " t.\"id\" = ?1 RETURNING ...",
                        "int patchByParent(@Nullable Integer parent, Consumer<TPatch> changes): UPDATE \"t\" AS t SET ..."
                                + " WHERE t.\"parent\" IS ?1",
                        "int patchByStateAndWeight(T.State state, int weight, Consumer<TPatch> changes): UPDATE \"t\" AS t"
                                + " SET ... WHERE t.\"state\" = ?1 AND t.\"weight\" = ?2",
                        "List<T> claimByStateAndWeight(T.State state, int weight, int limit, Consumer<TPatch> changes):"
                                + " SELECT ... FROM \"t\" AS t WHERE t.\"state\" = ?1 AND t.\"weight\" = ?2 ORDER BY"
                                + " t.\"id\" LIMIT ?3; UPDATE \"t\" AS t SET ... WHERE t.\"id\" = ?1 RETURNING ...",
                        "int patchByState(T.State state, Consumer<TPatch> changes): UPDATE \"t\" AS t SET ... WHERE"
                                + " t.\"state\" = ?1",
                        "List<T> claimByState(T.State state, int limit, Consumer<TPatch> changes): SELECT ... FROM \"t\""
                                + " AS t WHERE t.\"state\" = ?1 ORDER BY t.\"weight\" DESC, t.\"id\" LIMIT ?2; UPDATE"
                                + " \"t\" AS t SET ... WHERE t.\"id\" = ?1 RETURNING ...",
                        "int patchBySeen(Instant seen, Consumer<TPatch> changes): UPDATE \"t\" AS t SET ... WHERE"
                                + " t.\"seen\" = ?1"),
                table.methods().stream()
                        .filter(method -> method.name().startsWith("patch")
                                || method.name().startsWith("claim"))
                        .map(method -> method.returns() + ' ' + method.signature() + ": " + method.brief())
                        .toList());
    }

    private TableDao table(String body) throws Exception {
        Path file = Files.writeString(
                folder.resolve("model.yaml"),
                "rowloom: 1\ndatabase: {name: shop, package: com.example}\ntables:\n  t:\n" + body.indent(4));
        Model model = ModelReader.read(file, folder);
        return Daos.of(model).of(model.tables().get(0));
    }
}
