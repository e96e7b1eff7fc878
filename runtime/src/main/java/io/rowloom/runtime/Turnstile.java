package io.rowloom.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets a number of users in, in the order in which they came, and knows who is in, for the message of one who waited in vain. */
final class Turnstile {
    private final String what;
    private final int places;
    private final Duration wait;
    private final Semaphore free;
    private final Map<Object, User> users = new ConcurrentHashMap<>();

    Turnstile(String what, int places, Duration wait) {
        this.what = what;
        this.places = places;
        this.wait = wait;
        this.free = new Semaphore(places, true);
    }

    /** Waits for a place, as long as the options say. */
    void enter(Object purpose) {
        // Who comes while others wait does not overtake them.
        boolean entered = !free.hasQueuedThreads() && free.tryAcquire();
        if (!entered && !waited(purpose, wait)) {
            throw new SqlBusyException(
                    SqlFailure.of(
                            purpose + ": waited " + wait.toMillis() + " ms for " + what + ", held by " + users.values()
                                    + "; close streams, keep transactions short, or wait longer (SqliteOptions.maxWait)"),
                    null);
        }
    }

    /** Waits for all places; says how many it got within the time. */
    int enterAll(Object purpose, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        int entered = 0;
        while (entered < places && waited(purpose, Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
            entered++;
        }
        return entered;
    }

    void leave() {
        free.release();
    }

    /** Notes who holds what was taken; only for holders that a message shall name. */
    void note(Object held, Object purpose) {
        users.put(held, new User(purpose.toString(), Thread.currentThread().getName()));
    }

    void forget(Object held) {
        users.remove(held);
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

    private record User(String purpose, String thread) {
        @Override
        public String toString() {
            return purpose + " on thread " + thread;
        }
    }
}
