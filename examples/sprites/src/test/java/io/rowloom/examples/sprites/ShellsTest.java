package io.rowloom.examples.sprites;

import static io.rowloom.examples.sprites.Fixture.KEY;
import static io.rowloom.examples.sprites.Fixture.NOON;
import static io.rowloom.examples.sprites.Fixture.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.examples.sprites.db.SpriteSession;
import io.rowloom.examples.sprites.db.SpritesDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The functions of the reference's repository of shell sessions. */
class ShellsTest {
    private final SpritesDatabase database = Fixture.open();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theDatabaseMakesUpTheId() {
        SpriteSession shell = shell(NOON, KEY, "scout");

        assertTrue(shell.id().matches("[0-9a-f]{32}"), shell.id());
        assertEquals(SpriteSession.Status.ACTIVE, shell.status());
        assertEquals(shell, stored(shell));
    }

    @Test
    void aConversationGoesOnUsingItsShell() {
        SpriteSession first = shell(NOON, KEY, "scout");
        SpriteSession again = shell(NOON.plusSeconds(60), KEY, "scout");

        assertEquals(first.id(), again.id());
        assertEquals(NOON.plusSeconds(60), again.lastActiveAt());
        assertNotEquals(first.id(), shell(NOON, "telegram:43", "scout").id());
        assertNotEquals(first.id(), shell(NOON, KEY, "another").id());
    }

    @Test
    void aClosedShellIsNotUsedAgain() {
        SpriteSession first = shell(NOON, KEY, "scout");

        assertTrue(new Shells(database, at(NOON)).close(first.id()));

        assertEquals(SpriteSession.Status.CLOSED, stored(first).status());
        assertNotEquals(first.id(), shell(NOON, KEY, "scout").id());
        assertFalse(new Shells(database, at(NOON)).close("no such shell"));
    }

    @Test
    void closingAConversationLeavesOtherConversations() {
        SpriteSession first = shell(NOON, KEY, "scout");
        SpriteSession other = shell(NOON, "telegram:43", "scout");

        assertEquals(1, new Shells(database, at(NOON)).closeConversation(KEY, "scout"));
        assertEquals(0, new Shells(database, at(NOON)).closeConversation(KEY, "scout"));

        assertEquals(SpriteSession.Status.CLOSED, stored(first).status());
        assertEquals(SpriteSession.Status.ACTIVE, stored(other).status());
    }

    @Test
    void staleShellsAreOpenAndUnusedAndComeTheOldestFirst() {
        SpriteSession old = shell(NOON.minusSeconds(7200), "a", "scout");
        SpriteSession older = shell(NOON.minusSeconds(9000), "b", "scout");
        SpriteSession closed = shell(NOON.minusSeconds(9000), "c", "scout");
        shell(NOON.minusSeconds(60), "d", "scout");
        new Shells(database, at(NOON)).close(closed.id());

        assertEquals(List.of(older, old), new Shells(database, at(NOON)).stale(Duration.ofHours(1)));
    }

    private SpriteSession shell(Instant now, String sessionKey, String agent) {
        return new Shells(database, at(now)).of(sessionKey, agent, "box", () -> "s-1");
    }

    private SpriteSession stored(SpriteSession shell) {
        return database.spriteSessions().findById(shell.id()).orElseThrow();
    }
}
