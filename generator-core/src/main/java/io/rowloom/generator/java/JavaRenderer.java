package io.rowloom.generator.java;

import io.rowloom.generator.dao.Daos;
import io.rowloom.generator.dao.TableDao;
import io.rowloom.generator.migration.MigrationSource;
import io.rowloom.generator.output.GeneratedFile;
import io.rowloom.generator.query.AnalysedView;
import io.rowloom.generator.query.QueryAnalysis;
import io.rowloom.model.EnumType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.Model;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Java of a whole model: records, DAOs, enums, shapes and the database class. */
public final class JavaRenderer {
    private JavaRenderer() {}

    /** The files, with paths from the root of a source folder; equal models and migrations give equal bytes. */
    public static List<GeneratedFile> render(
            Model model, QueryAnalysis analysis, Daos decided, List<MigrationSource> migrations) {
        Scope scope = Scope.of(model);
        Map<String, NestedTypes> nested = NestedTypes.of(model);
        List<GeneratedFile> files = new ArrayList<>();
        files.add(new GeneratedFile(
                scope.path("package-info"), DescriptorText.of(scope), () -> packageInfo(scope, model)));
        List<TableDao> daos = model.tables().stream().map(decided::of).toList();
        List<QueryDescriptor> queries = QueryDescriptor.of(model, analysis.queries(), daos);
        List<QueryDescriptor> ofDatabase =
                queries.stream().filter(query -> query.table().isEmpty()).toList();
        DatabaseDescriptor database = DatabaseDescriptor.of(model, scope, !ofDatabase.isEmpty());
        String fingerprint = DescriptorText.of(database);
        files.add(new GeneratedFile(
                scope.path(database.databaseClass()), fingerprint, () -> DatabaseWriter.write(database)));
        files.add(
                new GeneratedFile(scope.path(database.tablesClass()), fingerprint, () -> TablesWriter.write(database)));
        files.add(new GeneratedFile(
                scope.path(database.migrationsClass()),
                DescriptorText.of(database, migrations),
                () -> MigrationsWriter.write(database, List.copyOf(migrations))));
        if (!ofDatabase.isEmpty()) {
            files.add(new GeneratedFile(
                    scope.path(database.queriesClass()),
                    DescriptorText.of(scope, ofDatabase),
                    () -> QueriesWriter.write(database, ofDatabase)));
        }
        for (EnumType type : model.enums()) {
            if (type.owner().isEmpty()) {
                files.add(new GeneratedFile(
                        scope.path(type.name()), DescriptorText.of(scope, type), () -> EnumWriter.file(type, scope)));
            }
        }
        for (JsonShape shape : model.shapes()) {
            if (shape.owner().isEmpty()) {
                NestedTypes inner = nested.getOrDefault(shape.name(), NestedTypes.NONE);
                files.add(new GeneratedFile(
                        scope.path(shape.name()),
                        DescriptorText.of(scope, shape, inner),
                        () -> ShapeWriter.file(shape, inner, scope)));
            }
        }
        for (int i = 0; i < daos.size(); i++) {
            Table table = model.tables().get(i);
            NestedTypes inner = nested.getOrDefault(table.recordName(), NestedTypes.NONE);
            add(TableDescriptor.of(table, daos.get(i), scope, inner, joining(table, queries)), files);
        }
        for (AnalysedView analysed : analysis.views()) {
            Table table = analysed.table();
            TableDescriptor view =
                    TableDescriptor.of(table, decided.of(table), scope, NestedTypes.NONE, joining(table, queries));
            String text = DescriptorText.of(view);
            files.add(new GeneratedFile(scope.path(view.record()), text, () -> RowWriter.ofView(view)));
            files.add(new GeneratedFile(scope.path(view.dao()), text, () -> ViewDaoWriter.write(view)));
        }
        return List.copyOf(files);
    }

    private static List<QueryDescriptor> joining(Table table, List<QueryDescriptor> queries) {
        return queries.stream()
                .filter(query -> query.table().filter(table.name()::equals).isPresent())
                .toList();
    }

    private static void add(TableDescriptor table, List<GeneratedFile> files) {
        Scope scope = table.scope();
        String fingerprint = DescriptorText.of(table);
        files.add(new GeneratedFile(scope.path(table.record()), fingerprint, () -> RowWriter.write(table)));
        files.add(new GeneratedFile(scope.path(table.newRecord()), fingerprint, () -> InsertWriter.write(table)));
        if (table.rows().isPatched()) {
            files.add(new GeneratedFile(scope.path(table.rows().patch()), fingerprint, () -> PatchWriter.write(table)));
        }
        files.add(new GeneratedFile(scope.path(table.dao()), fingerprint, () -> DaoWriter.write(table)));
    }

    private static String packageInfo(Scope scope, Model model) {
        return "// " + scope.header() + "\n/** The database "
                + JavaText.code(model.database().name())
                + ": its rows, its DAOs and the class that opens it. */\n@NullMarked\npackage " + scope.packageName()
                + ";\n\nimport org.jspecify.annotations.NullMarked;\n";
    }
}
