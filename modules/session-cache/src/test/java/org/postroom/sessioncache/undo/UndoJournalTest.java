package org.postroom.sessioncache.undo;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.Flag;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;
import org.postroom.protocol.UidValidity;
import org.postroom.sessioncache.signin.People;
import org.postroom.sessioncache.signin.SignedInSession;
import org.postroom.sessioncache.undo.UndoableChange.FlagsChanged;
import org.postroom.sessioncache.undo.UndoableChange.Moved;

@QuarkusTest
class UndoJournalTest {

    private static final MailboxName INBOX = MailboxName.inbox('.');
    private static final MailboxName ARCHIVE = new MailboxName("Ärchiv \"1\" \\ 郵便", '.');

    private final SignedInSession kim = People.session("kim");

    @Inject UndoJournal journal;
    @Inject EntityManager database;

    @Test
    void anActionComesBackAsItWas() {
        UndoableAction action = new UndoableAction("archive", 3, List.of(flags(), move()));

        assertThat(journal.take(kim, journal.record(kim, action))).contains(action);
    }

    @Test
    void aMailboxOfAServerWithoutLevelsComesBackToo() {
        MailboxName flat = new MailboxName("Only", MailboxName.FLAT);
        MessageRefs messages = new MessageRefs(flat, new UidValidity(1), UidSet.parse("1"));
        FlagsChanged change = new FlagsChanged(messages, FlagChange.add(Flag.SEEN));
        UndoableAction action = new UndoableAction("read", 1, List.of(change));

        assertThat(journal.take(kim, journal.record(kim, action))).contains(action);
    }

    @Test
    void itIsGivenOutOnce() {
        UndoId id = journal.record(kim, action());
        journal.take(kim, id);

        assertThat(journal.take(kim, id)).isEmpty();
    }

    @Test
    void ofManyWhoAskAtTheSameTimeOneGetsIt() throws Exception {
        UndoId id = journal.record(kim, action());
        List<Future<Optional<UndoableAction>>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                all.add(threads.submit(() -> journal.take(kim, id)));
            }
        }
        int given = 0;
        for (Future<Optional<UndoableAction>> each : all) {
            given += each.get().isPresent() ? 1 : 0;
        }

        assertThat(given).isEqualTo(1);
    }

    @Test
    void nobodyElseGetsIt() {
        UndoId id = journal.record(kim, action());

        assertThat(journal.take(People.session("eve"), id)).isEmpty();
        assertThat(journal.take(kim, id)).isPresent();
    }

    @Test
    void anUnknownOrMalformedNameGivesNothing() {
        assertThat(journal.take(kim, new UndoId(""))).isEmpty();
        assertThat(journal.take(kim, new UndoId("' OR true --"))).isEmpty();
    }

    @Test
    void afterTenMinutesItIsTooLate() {
        UndoId id = journal.record(kim, action());
        age(id, "9 minutes");
        journal.expire();
        age(id, "61 seconds");

        assertThat(journal.take(kim, id)).isEmpty();
        assertThat(journal.expire()).isEqualTo(1);
    }

    @Test
    void aHundredThousandNeighboursTakeLittleRoom() {
        Moved moved = moved(100_000, 1);
        String text = ActionText.write(new UndoableAction("move", 100_000, List.of(moved)));

        assertThat(text).hasSizeLessThan(500);
        assertThat(ActionText.read(text).changes()).containsExactly(moved);
    }

    @Test
    void aHundredThousandScatteredMessagesComeBackToo() {
        UndoableAction action = new UndoableAction("move", 100_000, List.of(moved(100_000, 3)));

        assertThat(journal.take(kim, journal.record(kim, action))).contains(action);
    }

    private static UndoableAction action() {
        return new UndoableAction("archive", 3, List.of(move()));
    }

    private static FlagsChanged flags() {
        UidSet uids = UidSet.parse("1:5,9,4294967295");
        FlagChange change =
                new FlagChange(Set.of(Flag.SEEN, new Flag("$Label1")), Set.of(Flag.FLAGGED));
        return new FlagsChanged(new MessageRefs(INBOX, new UidValidity(Uid.MAX), uids), change);
    }

    private static Moved move() {
        return new Moved(
                INBOX,
                new UidValidity(7),
                ARCHIVE,
                new UidValidity(8),
                Map.of(
                        new Uid(1), new Uid(11),
                        new Uid(2), new Uid(12),
                        new Uid(3), new Uid(20),
                        new Uid(9), new Uid(10)));
    }

    private static Moved moved(int count, int step) {
        Map<Uid, Uid> newUids = new HashMap<>();
        for (int i = 1; i <= count; i++) {
            newUids.put(new Uid((long) i * step), new Uid(1_000_000L + i));
        }
        return new Moved(INBOX, new UidValidity(7), ARCHIVE, new UidValidity(8), newUids);
    }

    private void age(UndoId id, String interval) {
        String statement =
                "UPDATE undo SET recorded_at = recorded_at - interval '%s' WHERE id = '%s'";
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.createNativeQuery(statement.formatted(interval, id))
                                        .executeUpdate());
    }
}
