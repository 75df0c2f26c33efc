package org.postroom.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.AppendResult;
import org.postroom.protocol.Flag;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.NoSuchMailbox;
import org.postroom.protocol.MessageSummary;
import org.postroom.protocol.NewMessage;
import org.postroom.protocol.Uid;

/** Putting messages into mailboxes. */
public interface AppendContract extends StoreContract {

    private static NewMessage message(byte[] octets, Flag... flags) {
        Instant when = Instant.parse("2026-04-05T06:07:08Z");
        return new NewMessage(
                Set.of(flags), when, octets.length, () -> new ByteArrayInputStream(octets));
    }

    @Test
    default void anAppendedMessageIsThereWithItsFlagsItsDateAndItsOctets() {
        byte[] octets = Letter.about("draft").sent().raw();

        AppendResult result = store().append(inbox(), message(octets, Flag.DRAFT, Flag.SEEN));

        Uid uid = account().other().uids(inbox()).getFirst();
        assertThat(account().other().source(inbox(), uid)).isEqualTo(octets);
        assertThat(account().other().flags(inbox(), uid))
                .containsExactlyInAnyOrder("\\Draft", "\\Seen");
        MessageSummary summary = Listings.newestFirst(store(), inbox()).messages().getFirst();
        assertThat(summary.internalDate()).isEqualTo("2026-04-05T06:07:08Z");
        result.ref().ifPresent(ref -> assertThat(ref).isEqualTo(summary.ref()));
    }

    @Test
    default void aLargeMessageArrivesWhole() {
        byte[] octets =
                Letter.about("large").saying("0123456789abcde\r\n".repeat(150_000)).sent().raw();

        store().append(inbox(), message(octets));

        Uid uid = account().other().uids(inbox()).getFirst();
        assertThat(account().other().source(inbox(), uid)).isEqualTo(octets);
    }

    @Test
    default void theMailboxMayHaveANameOfAnyScript() {
        store().create(mailbox("Entwürfe – 草稿"));

        store().append(mailbox("Entwürfe – 草稿"), message(Letter.about("x").sent().raw()));

        assertThat(account().other().uids(mailbox("Entwürfe – 草稿"))).hasSize(1);
    }

    @Test
    default void aMailboxThatIsNotThereTakesNothing() {
        NewMessage message = message(Letter.about("x").sent().raw());

        assertThatThrownBy(() -> store().append(mailbox("Nowhere"), message))
                .isInstanceOf(NoSuchMailbox.class);

        assertThat(store().isAlive()).isTrue();
        assertThat(account().other().mailboxes()).doesNotContain(mailbox("Nowhere").value());
    }

    @Test
    default void theContentIsOpenedOnceAndClosed() {
        byte[] octets = Letter.about("x").sent().raw();
        AtomicInteger opened = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();

        store().append(
                        inbox(),
                        new NewMessage(
                                Set.of(),
                                Instant.EPOCH.plusSeconds(1_000_000_000),
                                octets.length,
                                () -> watched(octets, opened, closed)));

        assertThat(opened).hasValue(1);
        assertThat(closed).hasValue(1);
    }

    private static ByteArrayInputStream watched(
            byte[] octets, AtomicInteger opened, AtomicInteger closed) {
        opened.incrementAndGet();
        return new ByteArrayInputStream(octets) {
            @Override
            public void close() throws IOException {
                closed.incrementAndGet();
                super.close();
            }
        };
    }

    @Test
    default void aMessageThatIsShorterThanItSaysIsNotKept() {
        byte[] octets = Letter.about("x").sent().raw();
        NewMessage lying =
                new NewMessage(
                        Set.of(),
                        Instant.parse("2026-04-05T06:07:08Z"),
                        octets.length + 100,
                        () -> new ByteArrayInputStream(octets));

        assertThatThrownBy(() -> store().append(inbox(), lying)).isInstanceOf(MailException.class);

        assertThat(account().other().uids(inbox())).isEmpty();
    }
}
