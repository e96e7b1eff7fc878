package io.rowloom.benchmarks;

import io.rowloom.benchmarks.db.Message;
import io.rowloom.benchmarks.db.NewMessage;
import io.rowloom.benchmarks.library.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** The works of {@link Work}, done with one library in a JVM of its own on a copy of the rows. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Works {
    /** The file with the rows that each run copies. */
    static final String ROWS = "rowloom.benchmark.rows";

    private static final int FINDS = 100;
    private static final int CHANGES = 1000;
    private static final int HOT = 1000;

    /** Who does it. */
    @Param
    public Libraries library = Libraries.HAND_WRITTEN;

    private final int[] places = new Random(3).ints(1 << 13, 0, Rows.MESSAGES).toArray();
    private final List<NewMessage> news = Rows.news(HOT);
    private final List<Message> hot = new ArrayList<>();
    private int turn;
    private Path file = Path.of("");
    /** From {@link #open()} on. */
    private Library<?, ?> open;

    /** Opens a copy of the rows. */
    @Setup
    public void open() throws IOException {
        file = Rows.copy(Path.of(System.getProperty(ROWS)));
        open = library.open(file);
        remember(open, hot);
    }

    /** Forgets what an iteration has committed. */
    @TearDown(Level.Iteration)
    public void forget() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM messages WHERE id > " + Rows.MESSAGES);
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    /** Closes it. */
    @TearDown
    public void close() {
        open.close();
    }

    /** One row by a single key. */
    @Benchmark
    public Object find() {
        return open.message(next() + 1L);
    }

    /** The same, many in one read transaction. */
    @Benchmark
    @OperationsPerInvocation(FINDS)
    public void findInRead(Blackhole rows) {
        open.read(snapshot -> {
            for (int i = 0; i < FINDS; i++) {
                rows.consume(snapshot.message(next() + 1L));
            }
        });
    }

    /** One row by a composite key. */
    @Benchmark
    public Object findComposite() {
        int place = next();
        return open.account(Rows.region(place), place);
    }

    /** The same, many in one read transaction. */
    @Benchmark
    @OperationsPerInvocation(FINDS)
    public void findCompositeInRead(Blackhole rows) {
        open.read(snapshot -> {
            for (int i = 0; i < FINDS; i++) {
                int place = next();
                rows.consume(snapshot.account(Rows.region(place), place));
            }
        });
    }

    /** 100 rows by an index. */
    @Benchmark
    public Object list() {
        return open.conversation(Rows.conversation(next()));
    }

    /** 100 rows by an index, with SQL of the user's own. */
    @Benchmark
    public Object query() {
        return open.query(Rows.conversation(next()));
    }

    /** 10,000 rows, one at a time. */
    @Benchmark
    public void scan(Blackhole rows) {
        open.first(10_000, rows::consume);
    }

    /** One row in a transaction that has many. */
    @Benchmark
    @OperationsPerInvocation(CHANGES)
    public void insert(Blackhole keys) {
        undone(transaction -> {
            for (int i = 0; i < CHANGES; i++) {
                keys.consume(transaction.insert(news.get(i)));
            }
        });
    }

    /** 1,000 rows at once, committed. */
    @Benchmark
    public void insertAll() {
        open.insertAllAlone(news);
    }

    /** Two columns of a row in a transaction that has many. */
    @Benchmark
    @OperationsPerInvocation(CHANGES)
    public void patch() {
        undone(transaction -> {
            for (int i = 0; i < CHANGES; i++) {
                transaction.change(hot.get(i), Message.State.READ, turn++ & 0xFFF);
            }
        });
    }

    /** One row, committed at once. */
    @Benchmark
    public long insertAlone() {
        return open.insert(news.get(next() % HOT));
    }

    private int next() {
        return places[turn++ & (places.length - 1)];
    }

    private void undone(Change change) {
        try {
            open.transaction(transaction -> {
                change.in(transaction);
                throw new Undone();
            });
        } catch (Undone e) {
            // That is how it ends.
        }
    }

    private static <M, A> void remember(Library<M, A> library, List<Message> messages) {
        Random random = new Random(5);
        for (int i = 0; i < HOT; i++) {
            messages.add(library.record(library.message(random.nextInt(Rows.MESSAGES) + 1L)));
        }
    }

    private interface Change {
        void in(Library<?, ?> transaction);
    }
}
