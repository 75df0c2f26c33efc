package org.postroom.testing.pop3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.DropAnswer;
import org.postroom.protocol.DropItem;
import org.postroom.protocol.MailException.NoSuchMessage;
import org.postroom.protocol.Maildrop;
import org.postroom.testing.corpus.CorpusMessage;
import org.postroom.testing.corpus.PlainMail;
import org.postroom.testing.server.MailServer;
import org.postroom.testing.server.MailUser;

/** What a maildrop does on every server. */
interface MaildropContract {

    MailServer server();

    private MailUser userWith(Stream<CorpusMessage> messages) {
        MailUser user = server().newUser();
        server().fill(user, "INBOX", messages);
        return user;
    }

    private MailUser userWith(int messages) {
        return userWith(plain(messages).stream());
    }

    private static List<CorpusMessage> plain(int messages) {
        return IntStream.range(0, messages).mapToObj(i -> PlainMail.of(4, i).message()).toList();
    }

    private Maildrop open(MailUser user) {
        return Drops.opened(Drops.answer(server().pop3Port(), user));
    }

    private static String text(CorpusMessage message) {
        return new String(message.raw(), StandardCharsets.ISO_8859_1);
    }

    private static String header(CorpusMessage message) {
        String text = text(message);
        return text.substring(0, text.indexOf("\r\n\r\n") + 4);
    }

    private static CorpusMessage odd(String body) {
        byte[] octets =
                ("From: a@example.org\r\nSubject: odd\r\n\r\n" + body)
                        .getBytes(StandardCharsets.ISO_8859_1);
        return new CorpusMessage(octets, Set.of(), Instant.EPOCH, "INBOX");
    }

    @Test
    default void whatIsThereIsListedInItsOrder() {
        try (Maildrop drop = open(userWith(7))) {
            List<DropItem> items = drop.list();

            assertThat(items).extracting(DropItem::number).containsExactly(1, 2, 3, 4, 5, 6, 7);
            assertThat(items).extracting(item -> item.uidl().orElseThrow()).doesNotHaveDuplicates();
        }
    }

    @Test
    default void sizesAreTold() {
        List<CorpusMessage> messages = plain(7);

        try (Maildrop drop = open(userWith(messages.stream()))) {
            assertThat(drop.list())
                    .extracting(DropItem::size)
                    .containsExactlyElementsOf(
                            messages.stream().map(message -> (long) message.raw().length).toList());
        }
    }

    @Test
    default void namesStayTheSame() {
        MailUser user = userWith(3);
        List<DropItem> before;

        try (Maildrop drop = open(user)) {
            before = drop.list();
            drop.quit();
        }
        try (Maildrop drop = open(user)) {
            assertThat(drop.list()).isEqualTo(before);
        }
    }

    @Test
    default void anEmptyDropIsAnEmptyList() {
        try (Maildrop drop = open(server().newUser())) {
            assertThat(drop.list()).isEmpty();
            drop.quit();
        }
    }

    @Test
    default void headersComeInTheOrderAskedFor() {
        List<CorpusMessage> messages = plain(300);

        try (Maildrop drop = open(userWith(messages.stream()))) {
            List<DropItem> newestFirst = new ArrayList<>(drop.list());
            Collections.reverse(newestFirst);

            assertThat(Drops.headers(drop, newestFirst).values())
                    .containsExactlyElementsOf(
                            messages.reversed().stream().map(MaildropContract::header).toList());
        }
    }

    @Test
    default void aMessageComesAsItIs() {
        CorpusMessage message =
                odd(".\r\n..\r\n.a dot\r\n\r\n" + "long ".repeat(500) + "\r\ncaf\u00e9\r\n.\r\n");

        try (Maildrop drop = open(userWith(Stream.of(message)))) {
            DropItem item = drop.list().getFirst();

            assertThat(Drops.retrieved(drop, item)).isEqualTo(text(message));
            assertThat(Drops.retrieved(drop, item)).isEqualTo(text(message));
        }
    }

    @Test
    default void aLargeMessageComesWhole() {
        CorpusMessage message = odd(("0123456789".repeat(7) + "\r\n").repeat(80_000));

        try (Maildrop drop = open(userWith(Stream.of(message)))) {
            assertThat(Drops.retrieved(drop, drop.list().getFirst())).isEqualTo(text(message));
        }
    }

    @Test
    default void whatIsMarkedGoesAtQuit() {
        MailUser user = userWith(4);
        List<DropItem> before;

        try (Maildrop drop = open(user)) {
            before = drop.list();
            drop.delete(before.get(1));
            drop.delete(before.get(3));
            drop.quit();
        }

        try (Maildrop drop = open(user)) {
            assertThat(drop.list())
                    .extracting(DropItem::uidl)
                    .containsExactly(before.get(0).uidl(), before.get(2).uidl());
        }
    }

    @Test
    default void withoutQuitNothingGoes() {
        MailUser user = userWith(2);

        try (Maildrop drop = open(user)) {
            drop.delete(drop.list().getFirst());
        }

        assertThat(stillThere(user)).isEqualTo(2);
    }

    @Test
    default void marksAreTakenBack() {
        MailUser user = userWith(2);

        try (Maildrop drop = open(user)) {
            drop.delete(drop.list().getFirst());
            drop.reset();
            drop.quit();
        }

        assertThat(stillThere(user)).isEqualTo(2);
    }

    // A server may still be busy with the end of the session before.
    private int stillThere(MailUser user) {
        DropAnswer answer = Drops.answer(server().pop3Port(), user);
        while (answer instanceof DropAnswer.InUse) {
            answer = Drops.answer(server().pop3Port(), user);
        }
        try (Maildrop drop = Drops.opened(answer)) {
            return drop.list().size();
        }
    }

    @Test
    default void aMessageThatIsNotThereIsTold() {
        try (Maildrop drop = open(userWith(1))) {
            DropItem item = drop.list().getFirst();
            DropItem none = new DropItem(9, 100, item.uidl());

            assertThatThrownBy(() -> drop.retrieve(none, OutputStream.nullOutputStream()))
                    .isInstanceOf(NoSuchMessage.class);
            assertThatThrownBy(() -> drop.delete(none)).isInstanceOf(NoSuchMessage.class);
            assertThat(Drops.headers(drop, List.of(none, item))).containsOnlyKeys(item);
        }
    }

    @Test
    default void aWrongPasswordIsRefused() {
        MailUser user = server().newUser();

        assertThat(Drops.answer(server().pop3Port(), new MailUser(user.login(), "wrong")))
                .isInstanceOf(DropAnswer.Refused.class);
    }

    @Test
    default void thereIsOneSessionAtATime() {
        MailUser user = userWith(1);

        try (Maildrop drop = open(user)) {
            assertThat(Drops.answer(server().pop3Port(), user)).isEqualTo(new DropAnswer.InUse());
            drop.quit();
        }
        open(user).close();
    }
}
