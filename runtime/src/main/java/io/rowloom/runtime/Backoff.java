package io.rowloom.runtime;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits between two tries: twice as long each time up to a limit, and by chance half of that or more, so that rivals part. */
final class Backoff {
    private static final long FIRST_MILLIS = 2;
    private static final long LAST_MILLIS = 200;

    private Backoff() {}

    /** How long to wait after the given try, from 1. */
    static Duration delay(int attempt) {
        long full = Math.min(LAST_MILLIS, FIRST_MILLIS << Math.min(attempt - 1, 10));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(full / 2, full + 1));
    }

    static void sleep(int attempt, Object purpose) {
        sleep(delay(attempt), purpose);
    }

    static void sleep(Duration delay, Object purpose) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SqlInterruptedException(
                    SqlFailure.of(purpose + ": interrupted while waiting for a busy database; nothing was done"), e);
        }
    }
}
