package io.rowloom.generator.migration;

import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.model.Column;
import io.rowloom.model.ForeignKey;
import io.rowloom.model.Index;
import io.rowloom.model.Location;
import io.rowloom.model.Model;
import io.rowloom.model.PrimaryKey;
import io.rowloom.model.Table;
import io.rowloom.model.UniqueConstraint;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a model speaks of what a hazard is about; what is gone from it has the place of its table or, if that is gone too, of
 * the database, where the hazard can be accepted.
 */
final class ModelPlaces {
    private static final Pattern UNKNOWN = Pattern.compile("^no such (?:column|function): (?:.*[.])?(?<name>[^.\n]+)");

    private final Model model;

    ModelPlaces(Model model) {
        this.model = model;
    }

    /** A hazard as a problem with its place. */
    MigrationProblem problem(Hazard hazard) {
        Location place = of(hazard).orElse(model.database().location());
        return new MigrationProblem(hazard.code().id(), place.file(), place.line(), place.column(), hazard.text());
    }

    /** What SQLite says of a name that it does not know, as a problem of the backfill that speaks of it; empty if none does. */
    Optional<MigrationProblem> backfill(String fault) {
        Matcher unknown = UNKNOWN.matcher(fault);
        if (!unknown.find()) {
            return Optional.empty();
        }
        String said = unknown.group();
        String name = unknown.group("name");
        for (Table table : model.tables()) {
            for (Column column : table.columns()) {
                if (column.backfill()
                        .filter(sql -> SqlExpression.mentions(sql, name))
                        .isPresent()) {
                    Location place = column.location();
                    String message =
                            "the backfill of " + table.name() + '.' + column.name() + " is refused by SQLite: " + said;
                    return Optional.of(new MigrationProblem(
                            "invalid-expression", place.file(), place.line(), place.column(), message));
                }
            }
        }
        return Optional.empty();
    }

    /** The key, foreign key or column that the hazard names, else its table. */
    private Optional<Location> of(Hazard hazard) {
        return model.tables().stream()
                .filter(table -> hazard.subject().equals(table.name())
                        || hazard.subject().startsWith(table.name() + "."))
                .findFirst()
                .map(table -> in(table, hazard));
    }

    private static Location in(Table table, Hazard hazard) {
        if (hazard.subject().length() == table.name().length()) {
            return table.location();
        }
        String columns = hazard.subject().substring(table.name().length() + 1);
        return key(table, hazard.code(), columns)
                .or(() -> table.column(columns).map(Column::location))
                .orElse(table.location());
    }

    private static Optional<Location> key(Table table, Hazard.Code code, String columns) {
        return switch (code) {
            case NEW_UNIQUE -> unique(table, columns).findFirst();
            case NEW_FOREIGN_KEY ->
                table.foreignKeys().stream()
                        .filter(key -> isOf(key.columns(), columns))
                        .map(ForeignKey::location)
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private static Stream<Location> unique(Table table, String columns) {
        Stream<Location> uniques = table.uniques().stream()
                .filter(unique -> isOf(unique.columns(), columns))
                .map(UniqueConstraint::location);
        Stream<Location> keys = table.primaryKey().stream()
                .filter(key -> isOf(key.columns(), columns))
                .map(PrimaryKey::location);
        Stream<Location> indexes = table.indexes().stream()
                .filter(index -> index.unique() && isOf(names(index), columns))
                .map(Index::location);
        return Stream.concat(uniques, Stream.concat(keys, indexes));
    }

    private static List<String> names(Index index) {
        return index.parts().stream()
                .map(part -> part instanceof Index.ColumnPart column ? column.column() : "")
                .toList();
    }

    private static boolean isOf(List<String> names, String columns) {
        return String.join("+", names).equals(columns);
    }
}
