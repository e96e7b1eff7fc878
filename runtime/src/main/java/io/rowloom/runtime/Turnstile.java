package io.rowloom.runtime;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets a number of users in, in the order in which they came. */
final class Turnstile {
    private final String what;
    private final int places;
    private final Duration wait;
    private final Supplier<String> users;
    private final Semaphore free;

    /**
     * @param what there is, for messages
     * @param users who has it now, for messages
     */
    Turnstile(String what, int places, Duration wait, Supplier<String> users) {
        this.what = what;
        this.places = places;
        this.wait = wait;
        this.users = users;
        this.free = new Semaphore(places, true);
    }

    /** Takes a place if that needs no waiting; who comes while others wait does not overtake them. */
    boolean tryEnter() {
        return !free.hasQueuedThreads() && free.tryAcquire();
    }

    /** Waits for a place, as long as the options say. */
    void enter(Object purpose) {
        if (!tryEnter() && !waited(purpose, wait)) {
            throw new SqlBusyException(
                    SqlFailure.of(
                            purpose + ": waited " + wait.toMillis() + " ms for " + what + ", used by " + users.get()
                                    + "; close streams, keep transactions short, or wait longer (SqliteOptions.maxWait)"),
                    null);
        }
    }

    /** Waits for all places; says how many it got within the time, or until the thread was interrupted. */
    int enterAll(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        int entered = 0;
        try {
            while (entered < places && free.tryAcquire(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                entered++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return entered;
    }

    void leave() {
        free.release();
    }

    void leave(int places) {
        free.release(places);
    }

    private boolean waited(Object purpose, Duration atMost) {
        try {
            return free.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SqlInterruptedException(
                    SqlFailure.of(purpose + ": interrupted while waiting for " + what + "; nothing was done"), e);
        }
    }
}
