package org.postroom.sessioncache.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.Flag;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.MailException.MailboxExists;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.NewMessage;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;

/** Two stores of one account, at work at the same time as on two replicas. */
@QuarkusTest
class TwoStoresTest {

    private static final int MESSAGES = 120;

    private final LocalTestAccount account = new LocalTestAccount();
    private final Judge judge = new Judge(account.id());
    private final AtomicInteger twice = new AtomicInteger();

    /** Somebody who does something at random, again and again. */
    private final class Hand {
        private final Random random;
        private final MailStore store = account.openAnother();

        Hand(int seed) {
            random = new Random(seed);
        }

        Hand work(int steps) {
            for (int i = 0; i < steps; i++) {
                step();
            }
            return this;
        }

        private void step() {
            boolean inInbox = random.nextBoolean();
            MailboxName here = inInbox ? Letters.INBOX : Letters.ARCHIVE;
            MailboxName there = inInbox ? Letters.ARCHIVE : Letters.INBOX;
            MessageRefs some = Letters.refs(store, here, some(here));
            switch (random.nextInt(6)) {
                case 0, 1 -> store.move(some, there);
                case 2 -> store.changeFlags(some, FlagChange.add(Flag.SEEN));
                case 3 -> store.changeFlags(some, FlagChange.remove(Flag.SEEN));
                case 4 -> store.changeFlags(some, FlagChange.add(Flag.DELETED, new Flag("Work")));
                default -> expungeOne(some);
            }
        }

        private UidSet some(MailboxName mailbox) {
            List<Uid> all = judge.uids(mailbox);
            return UidSet.of(all.stream().filter(_ -> random.nextInt(8) == 0).toList());
        }

        private void expungeOne(MessageRefs some) {
            UidSet one = some.uids().highest(1);
            store.expunge(some.with(one));
            twice.addAndGet((int) store.expunge(some.with(one)).done().size());
        }
    }

    @Test
    void nothingIsLostDoubledOrMiscounted() throws Exception {
        for (int i = 0; i < MESSAGES; i++) {
            Letters.put(account.store(), Letters.INBOX, "number " + i);
        }
        List<Future<Hand>> hands = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int seed = 0; seed < 4; seed++) {
                Hand hand = new Hand(seed);
                hands.add(threads.submit(() -> hand.work(60)));
            }
        }
        for (Future<Hand> hand : hands) {
            hand.get();
        }

        assertThat(twice).hasValue(0);
        everyMessageIsCountedAndHasItsOwnContent();
    }

    private void everyMessageIsCountedAndHasItsOwnContent() {
        assertThat(judge.miscounted()).isEmpty();
        assertThat(judge.misjudgedRoom()).isZero();
        long messages = count("message WHERE account = ?");
        long contents =
                judge.number(
                        "SELECT count(DISTINCT content) FROM message WHERE account = ?",
                        judge.account());
        assertThat(contents).isEqualTo(messages);
        assertThat(count("content WHERE NOT forgotten AND account = ?")).isEqualTo(messages);
        assertThat(count("content_chunk WHERE account = ?")).isEqualTo(messages);
        assertThat(count("content WHERE forgotten AND account = ?")).isEqualTo(MESSAGES - messages);
    }

    private long count(String what) {
        return judge.number("SELECT count(*) FROM " + what, judge.account());
    }

    @Test
    void ofManyWhoMakeTheSameMailboxOneDoes() throws Exception {
        MailboxName name = new MailboxName("Projects", '/');
        AtomicInteger made = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.submit(() -> make(name, made, refused));
            }
        }

        assertThat(made).hasValue(1);
        assertThat(refused).hasValue(7);
    }

    private void make(MailboxName name, AtomicInteger made, AtomicInteger refused) {
        try {
            account.openAnother().create(name);
            made.incrementAndGet();
        } catch (MailboxExists _) {
            refused.incrementAndGet();
        }
    }

    @Test
    void identifiersAreNeverGivenTwice() throws Exception {
        account.store();
        List<Future<Uid>> appended = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                NewMessage message = Letters.message(Letters.about("number " + i));
                appended.add(threads.submit(() -> appended(message)));
            }
        }
        Set<Uid> uids = new HashSet<>();
        for (Future<Uid> one : appended) {
            uids.add(one.get());
        }
        assertThat(uids).hasSize(20);
        assertThat(judge.miscounted()).isEmpty();
    }

    private Uid appended(NewMessage message) {
        try (MailStore store = account.openAnother()) {
            return store.append(Letters.INBOX, message).ref().orElseThrow().uid();
        }
    }
}
