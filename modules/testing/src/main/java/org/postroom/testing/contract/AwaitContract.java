package org.postroom.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.MailStore.StopSign;
import org.postroom.protocol.MailboxEvent;
import org.postroom.protocol.MailboxEvent.Exists;
import org.postroom.protocol.MailboxEvent.Expunged;
import org.postroom.protocol.MailboxEvent.FlagsChanged;
import org.postroom.protocol.MessageRefs;

/** Waiting for changes. */
public interface AwaitContract extends StoreContract {

    /** A sign that is given by calling it. */
    final class Bell implements StopSign {
        private final CompletableFuture<Boolean> rung = new CompletableFuture<>();

        @Override
        public void onStop(Runnable end) {
            rung.thenRun(end);
        }

        void ring() {
            rung.complete(true);
        }
    }

    /** A wait on a thread of its own. */
    final class Wait {
        private final BlockingQueue<MailboxEvent> events = new LinkedBlockingQueue<>();
        private final Bell bell = new Bell();
        private final CompletableFuture<Void> end;

        Wait(StoreContract contract) {
            var store = contract.store();
            var inbox = contract.inbox();
            Listings.newestFirst(store, inbox); // from here on nothing is missed
            end =
                    CompletableFuture.runAsync(
                            () -> store.await(inbox, Duration.ofMinutes(2), events::add, bell),
                            Executors.newVirtualThreadPerTaskExecutor());
        }

        MailboxEvent next(Class<? extends MailboxEvent> type) throws InterruptedException {
            MailboxEvent event = events.poll(45, TimeUnit.SECONDS);
            while (event != null && !type.isInstance(event)) {
                event = events.poll(45, TimeUnit.SECONDS);
            }
            assertThat(event).isInstanceOf(type);
            return event;
        }

        void stop() throws InterruptedException, ExecutionException, TimeoutException {
            bell.ring();
            end.get(45, TimeUnit.SECONDS);
        }
    }

    private Mailroom room() {
        return new Mailroom(account());
    }

    @Test
    default void aNewMessageIsTold() throws Exception {
        room().putMany(inbox(), 1);
        Wait wait = new Wait(this);

        account().other().put(inbox(), Letter.about("new").sent());

        assertThat(wait.next(Exists.class)).isEqualTo(new Exists(2));
        wait.stop();
    }

    @Test
    default void anExpungedMessageIsTold() throws Exception {
        MessageRefs messages = room().putMany(inbox(), 2);
        Wait wait = new Wait(this);

        account().other().addFlags(inbox(), Mailroom.nth(messages, 0), "\\Deleted");
        account().other().expunge(inbox());

        wait.next(Expunged.class);
        wait.stop();
    }

    @Test
    default void changedFlagsAreTold() throws Exception {
        MessageRefs messages = room().putMany(inbox(), 1);
        Wait wait = new Wait(this);

        account().other().addFlags(inbox(), Mailroom.nth(messages, 0), "\\Flagged");

        wait.next(FlagsChanged.class);
        wait.stop();
    }

    @Test
    default void theStoreWorksAfterAWait() throws Exception {
        Wait wait = new Wait(this);
        wait.stop();

        room().putMany(inbox(), 1);

        assertThat(Listings.newestFirst(store(), inbox()).total()).isEqualTo(1);
        assertThat(store().isAlive()).isTrue();
    }

    @Test
    default void aWaitThatIsStoppedBeforeItBeginsEndsAtOnce() {
        Bell bell = new Bell();
        bell.ring();

        store().await(inbox(), Duration.ofMinutes(5), _ -> {}, bell);

        assertThat(store().isAlive()).isTrue();
    }

    @Test
    default void aWaitEndsWhenItsTimeIsOver() {
        store().await(inbox(), Duration.ofMillis(300), _ -> {}, new Bell());

        assertThat(store().isAlive()).isTrue();
    }
}
