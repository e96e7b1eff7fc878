package io.rowloom.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rowloom.benchmarks.db.Message;
import io.rowloom.benchmarks.db.NewMessage;
import io.rowloom.benchmarks.library.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is compared reads the same rows and leaves the same database behind. */
class LibrariesTest {
    private static final int MESSAGES = 3000;
    private static final int ACCOUNTS = 200;

    @TempDir
    private static Path folder;

    private static Path base;

    @BeforeAll
    static void rows() {
        base = folder.resolve("base.db");
        Rows.create(base, MESSAGES, ACCOUNTS);
    }

    @ParameterizedTest
    @EnumSource
    void readsTheSameRows(Libraries libraries) throws IOException {
        try (Library<?, ?> expected = Libraries.HAND_WRITTEN.open(copy("expected-" + libraries));
                Library<?, ?> library = libraries.open(copy("read-" + libraries))) {
            assertIterableEquals(read(expected), read(library));
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsTheSameRowsInOneTransaction(Libraries libraries) throws IOException {
        try (Library<?, ?> expected = Libraries.HAND_WRITTEN.open(copy("expected-in-" + libraries));
                Library<?, ?> library = libraries.open(copy("read-in-" + libraries))) {
            assertIterableEquals(read(expected), readAtOnce(library));
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesTheSameRows(Libraries libraries) throws IOException, SQLException {
        Path expected = copy("expected-writes-" + libraries);
        Path file = copy("writes-" + libraries);
        List<Long> keys = new ArrayList<>();
        try (Library<?, ?> byHand = Libraries.HAND_WRITTEN.open(expected);
                Library<?, ?> library = libraries.open(file)) {
            assertIterableEquals(write(byHand), write(library));
            byHand.insertAllAlone(Rows.news(77));
            library.insertAllAlone(Rows.news(77));
            undo(library, keys);
        }
        assertEquals(List.of(MESSAGES + 1081L), keys);
        assertIterableEquals(dump(expected), dump(file));
    }

    private static <M, A> List<Object> read(Library<M, A> library) {
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            rows.add(library.record(library.message(i * 13L + 1)));
            rows.add(library.accountRecord(library.account(Rows.region(i), i)));
        }
        List<M> conversation = library.conversation(Rows.conversation(7));
        assertEquals(100, conversation.size());
        conversation.forEach(row -> rows.add(library.record(row)));
        library.first(1500, row -> rows.add(library.record(row)));
        assertEquals(2 * ACCOUNTS + 1600, rows.size());
        return rows;
    }

    private static <M, A> List<Object> readAtOnce(Library<M, A> library) {
        List<Object> rows = new ArrayList<>();
        library.read(snapshot -> rows.addAll(read(snapshot)));
        return rows;
    }

    private static <M, A> List<Long> write(Library<M, A> library) {
        List<NewMessage> news = Rows.news(1003);
        List<Long> keys = new ArrayList<>();
        keys.add(library.insert(news.get(0)));
        library.transaction(transaction -> {
            keys.add(transaction.insert(news.get(1)));
            keys.add(transaction.insert(news.get(2)));
            Message message = transaction.record(transaction.message(17));
            transaction.change(message, Message.State.FAILED, message.tokens() + 1);
            transaction.insertAll(news.subList(3, 1003));
        });
        return keys;
    }

    private static <M, A> void undo(Library<M, A> library, List<Long> keys) {
        assertThrows(
                Undone.class,
                () -> library.transaction(transaction -> {
                    keys.add(transaction.insert(Rows.news(1).get(0)));
                    throw new Undone();
                }));
    }

    private static List<String> dump(Path file) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM messages ORDER BY id")) {
            while (rows.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    line.append(rows.getString(i)).append('|');
                }
                lines.add(line.toString());
            }
        }
        assertEquals(MESSAGES + 1080, lines.size());
        return lines;
    }

    private static Path copy(String name) throws IOException {
        return Files.copy(base, folder.resolve(name + ".db"));
    }
}
