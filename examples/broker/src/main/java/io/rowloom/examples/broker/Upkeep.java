package io.rowloom.examples.broker;

import io.rowloom.examples.broker.db.BrokerDatabase;
import io.rowloom.runtime.SqliteIntegrity;
import io.rowloom.runtime.SqliteMaintenance;
import io.rowloom.runtime.SqliteOrphan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What the reference does with the {@code sqlite3} command line, while the broker runs. */
final class Upkeep {
    private final SqliteMaintenance maintenance;

    Upkeep(BrokerDatabase database) {
        this.maintenance = database.sqlSession().maintenance();
    }

    /** Copies the database beside it, named after the day; writers go on meanwhile. */
    Path backup(Path file, LocalDate day) {
        String name = file.getFileName().toString().replaceFirst("\\.db$", "");
        Path copy = file.resolveSibling(name + "-backup-" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + ".db");
        maintenance.backup(copy);
        return copy;
    }

    /** Gives back the space of deleted rows; returns how many bytes the file has become shorter. */
    long shrink() {
        long before = maintenance.size().bytes();
        maintenance.vacuum();
        return before - maintenance.size().bytes();
    }

    /** What is wrong with the file, and rows that refer to none; nothing, as it should be. */
    List<String> problems() {
        SqliteIntegrity integrity = maintenance.integrityCheck();
        List<String> problems = new ArrayList<>(integrity.problems());
        integrity.orphans().stream().map(SqliteOrphan::toString).forEach(problems::add);
        return problems;
    }
}
