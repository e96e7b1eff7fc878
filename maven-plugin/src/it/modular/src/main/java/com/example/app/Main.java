package com.example.app;

import com.example.app.db.Mark;
import com.example.app.db.NewNote;
import com.example.app.db.NotesDatabase;
import io.rowloom.runtime.SqlUniqueException;
import java.nio.file.Path;
import java.util.List;

/** Writes and reads with everything on the module path. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println(Main.class.getModule() + " uses " + SqlUniqueException.class.getModule());
        try (NotesDatabase database = NotesDatabase.open(Path.of("target", "notes.db"))) {
            NewNote note = NewNote.builder().title("one").marks(List.of(new Mark("here", 3))).build();
            database.notes().insert(note);
            System.out.println(database.notes().list(10).get(0).marks());
            database.notes().insert(note);
        } catch (SqlUniqueException expected) {
            System.out.println(expected.table() + " refused it");
        }
    }
}
