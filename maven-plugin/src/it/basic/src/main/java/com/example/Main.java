package com.example;

import com.example.db.Author;
import com.example.db.Book;
import com.example.db.LibraryDatabase;
import com.example.db.NewAuthor;
import com.example.db.NewBook;
import java.nio.file.Path;

/** Writes to a database file and reads it again after closing it. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Path file = Path.of("target", "library.db");
        try (LibraryDatabase database = LibraryDatabase.open(file)) {
            Author author = database.authors().insert(NewAuthor.builder().name("Ada").build());
            database.books().insert(NewBook.builder().authorId(author.id()).title("Notes").build());
        }
        try (LibraryDatabase database = LibraryDatabase.open(file)) {
            for (Book book : database.books().list(10)) {
                System.out.println(book.title() + " by "
                        + database.authors().findById(book.authorId()).orElseThrow().name() + ", " + book.status());
            }
        }
    }
}
