package io.rowloom.generator.diff;

import io.rowloom.generator.schema.CheckSchema;
import io.rowloom.generator.schema.ColumnSchema;
import io.rowloom.generator.schema.ForeignKeySchema;
import io.rowloom.generator.schema.IndexSchema;
import io.rowloom.generator.schema.PrimaryKeySchema;
import io.rowloom.generator.schema.SchemaObject;
import io.rowloom.generator.schema.TableSchema;
import io.rowloom.generator.schema.UniqueSchema;
import java.util.Optional;

/** One difference between two schemas. Names are those after the change, but for what is dropped or renamed. */
public sealed interface Change {
    /** The table it is about. */
    String table();

    /** The one column that it is about, if there is one. */
    default Optional<String> column() {
        return Optional.empty();
    }

    /** The change in a few words for people, {@code add column priority}; the table is not named. */
    String summary();

    /** A table that is new. */
    record CreateTable(TableSchema after) implements Change {
        @Override
        public String table() {
            return after.name();
        }

        @Override
        public String summary() {
            return "create the table";
        }
    }

    /** A table that is gone. */
    record DropTable(TableSchema before) implements Change {
        @Override
        public String table() {
            return before.name();
        }

        @Override
        public String summary() {
            return "drop the table";
        }
    }

    /** A table with another name. */
    record RenameTable(String from, String to) implements Change {
        @Override
        public String table() {
            return to;
        }

        @Override
        public String summary() {
            return "rename the table from " + from;
        }
    }

    /** A column with another name. */
    record RenameColumn(String table, String from, String to) implements Change {
        @Override
        public Optional<String> column() {
            return Optional.of(to);
        }

        @Override
        public String summary() {
            return "rename column " + from + " to " + to;
        }
    }

    /** A column that is new. */
    record AddColumn(String table, ColumnSchema after) implements Change {
        @Override
        public Optional<String> column() {
            return Optional.of(after.name());
        }

        @Override
        public String summary() {
            return "add column " + after.name();
        }
    }

    /** A column that is gone. */
    record DropColumn(String table, ColumnSchema before) implements Change {
        @Override
        public Optional<String> column() {
            return Optional.of(before.name());
        }

        @Override
        public String summary() {
            return "drop column " + before.name();
        }
    }

    /** A column with another declared type. */
    record ChangeType(String table, ColumnSchema before, ColumnSchema after) implements Change {
        @Override
        public Optional<String> column() {
            return Optional.of(after.name());
        }

        @Override
        public String summary() {
            return "change column " + after.name() + " from " + typeName(before) + " to " + typeName(after);
        }

        private static String typeName(ColumnSchema column) {
            return column.type().isEmpty() ? "no type" : column.type();
        }
    }

    /** A column that may or may no longer be NULL. */
    record ChangeNullability(String table, ColumnSchema before, ColumnSchema after) implements Change {
        @Override
        public Optional<String> column() {
            return Optional.of(after.name());
        }

        @Override
        public String summary() {
            return (after.notNull() ? "forbid" : "allow") + " NULL in column " + after.name();
        }
    }

    /** A column with another default. */
    record ChangeDefault(String table, ColumnSchema before, ColumnSchema after) implements Change {
        @Override
        public Optional<String> column() {
            return Optional.of(after.name());
        }

        @Override
        public String summary() {
            return after.defaultValue()
                    .map(value -> "change the default of column " + after.name() + " to " + value)
                    .orElse("drop the default of column " + after.name());
        }
    }

    /** A column with another collation. */
    record ChangeCollation(String table, ColumnSchema before, ColumnSchema after) implements Change {
        @Override
        public Optional<String> column() {
            return Optional.of(after.name());
        }

        @Override
        public String summary() {
            return "change the collation of column " + after.name() + " to "
                    + after.collation().orElse("binary");
        }
    }

    /** A column that is computed in another way, no longer or only now. */
    record ChangeGenerated(String table, ColumnSchema before, ColumnSchema after) implements Change {
        @Override
        public Optional<String> column() {
            return Optional.of(after.name());
        }

        @Override
        public String summary() {
            return "change how column " + after.name() + " is computed";
        }
    }

    /** Another primary key, or none. */
    record ChangePrimaryKey(String table, Optional<PrimaryKeySchema> before, Optional<PrimaryKeySchema> after)
            implements Change {
        @Override
        public String summary() {
            return after.map(key -> "change the primary key to " + key.signature())
                    .orElse("drop the primary key");
        }
    }

    /** A unique constraint that is new. */
    record AddUnique(String table, UniqueSchema after) implements Change {
        @Override
        public Optional<String> column() {
            return after.parts().size() == 1 ? Optional.of(after.parts().get(0).column()) : Optional.empty();
        }

        @Override
        public String summary() {
            return "add unique (" + after.signature() + ")";
        }
    }

    /** A unique constraint that is gone. */
    record DropUnique(String table, UniqueSchema before) implements Change {
        @Override
        public Optional<String> column() {
            return before.parts().size() == 1
                    ? Optional.of(before.parts().get(0).column())
                    : Optional.empty();
        }

        @Override
        public String summary() {
            return "drop unique (" + before.signature() + ")";
        }
    }

    /** A check that is new. */
    record AddCheck(String table, CheckSchema after) implements Change {
        @Override
        public Optional<String> column() {
            return after.column();
        }

        @Override
        public String summary() {
            return "add check (" + after.expression() + ")";
        }
    }

    /** A check that is gone. */
    record DropCheck(String table, CheckSchema before) implements Change {
        @Override
        public Optional<String> column() {
            return before.column();
        }

        @Override
        public String summary() {
            return "drop check (" + before.expression() + ")";
        }
    }

    /** A foreign key that is new. */
    record AddForeignKey(String table, ForeignKeySchema after) implements Change {
        @Override
        public Optional<String> column() {
            return after.column();
        }

        @Override
        public String summary() {
            return "add foreign key " + after.signature();
        }
    }

    /** A foreign key that is gone. */
    record DropForeignKey(String table, ForeignKeySchema before) implements Change {
        @Override
        public Optional<String> column() {
            return before.column();
        }

        @Override
        public String summary() {
            return "drop foreign key " + before.signature();
        }
    }

    /** An index that is new, or new in what it says. */
    record CreateIndex(String table, IndexSchema after) implements Change {
        @Override
        public String summary() {
            return "create index " + after.name();
        }
    }

    /** An index that is gone, or is made anew with the same name. */
    record DropIndex(String table, IndexSchema before) implements Change {
        @Override
        public String summary() {
            return "drop index " + before.name();
        }
    }

    /** A table that becomes STRICT or WITHOUT ROWID, or ceases to be. */
    record ChangeOptions(TableSchema before, TableSchema after) implements Change {
        @Override
        public String table() {
            return after.name();
        }

        @Override
        public String summary() {
            String strict = before.strict() == after.strict() ? "" : after.strict() ? "STRICT" : "not STRICT";
            String rowid = before.withoutRowid() == after.withoutRowid()
                    ? ""
                    : after.withoutRowid() ? "WITHOUT ROWID" : "with rowid";
            return "make the table " + strict + (strict.isEmpty() || rowid.isEmpty() ? "" : ", ") + rowid;
        }
    }

    /** A view, trigger or virtual table that is new. */
    record CreateObject(SchemaObject after) implements Change {
        @Override
        public String table() {
            return after.table();
        }

        @Override
        public String summary() {
            return "create " + after.kind().word() + ' ' + after.name();
        }
    }

    /** A view, trigger or virtual table that is gone. */
    record DropObject(SchemaObject before) implements Change {
        @Override
        public String table() {
            return before.table();
        }

        @Override
        public String summary() {
            return "drop " + before.kind().word() + ' ' + before.name();
        }
    }

    /** A view, trigger or virtual table that says something else. */
    record ChangeObject(SchemaObject before, SchemaObject after) implements Change {
        @Override
        public String table() {
            return after.table();
        }

        @Override
        public String summary() {
            return "change " + after.kind().word() + ' ' + after.name();
        }
    }
}
