package org.postroom.testing.pop3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.DropItem;
import org.postroom.protocol.MailException.BadResponse;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.MailException.NoSuchMessage;
import org.postroom.protocol.MailException.OverQuota;
import org.postroom.protocol.MailException.ServerRefused;
import org.postroom.protocol.Maildrop;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.testing.server.DropMessage;
import org.postroom.testing.server.Play;

/** Messages as servers give them, and the end of a session. */
class Pop3MessagesTest extends ScriptedDrops {

    private static final String HEADER = "Subject: a\r\n\r\n";

    /** What is read when the server says this, and LIST this size. */
    private String retrieved(String said, int size) {
        server.on("RETR", Play.saysRaw("+OK\r\n" + said));
        try (Maildrop drop = open()) {
            String text = Drops.retrieved(drop, new DropItem(1, size, Optional.empty()));
            assertThat(drop.list()).as("the session goes on").hasSize(3);
            return text;
        }
    }

    private String retrieved(String said) {
        return retrieved(said, said.length() - 3);
    }

    private static DropItem first(Maildrop drop) {
        return drop.list().getFirst();
    }

    @Test
    void stuffedDotsAreTaken() {
        assertThat(retrieved(HEADER + "..\r\n...\r\n..a\r\n.\r\n"))
                .isEqualTo(HEADER + ".\r\n..\r\n.a\r\n");
    }

    @Test
    void aDotThatWasNotStuffedStays() {
        assertThat(retrieved(HEADER + ".a\r\n.\ta\r\n.\ra\r\n.\r\n"))
                .isEqualTo(HEADER + ".a\r\n.\ta\r\n.\ra\r\n");
    }

    @Test
    void lineEndsAreMadeTheSame() {
        assertThat(retrieved("Subject: a\n\nb\nc\rd\r\r\n\n.\n"))
                .isEqualTo("Subject: a\r\n\r\nb\r\nc\rd\r\r\n\r\n");
    }

    @Test
    void anyOctetIsKept() {
        String text = HEADER + "\u0000\u0001\u00ff\u0080 \u00c3\u00a9\r\n";

        assertThat(retrieved(text + ".\r\n")).isEqualTo(text);
    }

    @Test
    void anEmptyMessageIsEmpty() {
        assertThat(retrieved(".\r\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void aMissingLineEndBeforeTheLastDotIsSeen(int counted) {
        String text = HEADER + "the end";

        assertThat(retrieved(text + ".\r\n", text.length() + counted)).isEqualTo(text + "\r\n");
    }

    @Test
    void aSentenceThatEndsWhereTheMessageSeemedToIsNoEnd() {
        String text = HEADER + "the end.\r\n";
        server.on("RETR", stage -> stage.write("+OK\r\n" + text));
        server.on(
                "LIST 1",
                stage -> {
                    stage.write("+OK 17 more\r\n.\r\n");
                    stage.behave();
                });

        try (Maildrop drop = open()) {
            DropItem item = new DropItem(1, text.length() - 3, Optional.empty());

            assertThat(Drops.retrieved(drop, item)).isEqualTo(text + "+OK 17 more\r\n");
            assertThat(drop.list()).hasSize(3);
        }
    }

    @Test
    void aMessageThatSeemsToEndAtADotOfItsOwnIsNotTakenForWhole() {
        server.on(
                "RETR", Play.saysRaw("+OK\r\n" + HEADER + "before\r\n.\r\nafter the dot\r\n.\r\n"));
        Maildrop drop = open();

        assertThatThrownBy(() -> discard(drop, first(drop))).isInstanceOf(BadResponse.class);
        assertEnded(drop);
    }

    @Test
    void alsoWhenTheRestComesLate() {
        server.on("RETR", Play.saysRaw("+OK\r\n" + HEADER + ".\r\n"));
        server.on("NOOP", Play.saysRaw("after the dot\r\n.\r\n+OK\r\n"));
        Maildrop drop = open();

        assertThatThrownBy(() -> discard(drop, first(drop))).isInstanceOf(BadResponse.class);
    }

    @Test
    void alsoWhereTheListCountsLess() {
        server.on("RETR", Play.saysRaw("+OK\r\n" + HEADER + "before\r\n.\r\n"));
        server.on("NOOP", Play.saysRaw("after the dot\r\n.\r\n+OK\r\n"));
        Maildrop drop = open();

        assertThatThrownBy(() -> discard(drop, new DropItem(1, 12, Optional.empty())))
                .isInstanceOf(BadResponse.class);
    }

    @Test
    void anAnswerThatIsNoMessageYetIsShort() {
        server.on("RETR", Play.saysRaw("+OK " + "x".repeat(100_000) + "\r\n.\r\n"));
        Maildrop drop = open();

        assertThatThrownBy(() -> discard(drop, first(drop))).isInstanceOf(BadResponse.class);
        assertEnded(drop);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "half", "half\r\n", "half\r\n.", "half\r\n.\r", "half."})
    void aMessageThatIsCutIsNeverTakenForWhole(String half) {
        server.on("RETR", Play.saysRaw("+OK\r\n" + HEADER + half).then(Play.closes()));
        Maildrop drop = open();

        assertThatThrownBy(() -> discard(drop, first(drop))).isInstanceOf(ConnectionLost.class);
        assertEnded(drop);
    }

    @Test
    void aResetInTheMiddleIsALostConnection() {
        server.on("RETR", Play.saysRaw("+OK\r\n" + HEADER).then(Play.cuts()));
        Maildrop drop = open();

        assertThatThrownBy(() -> discard(drop, first(drop))).isInstanceOf(ConnectionLost.class);
    }

    @Test
    void aServerThatFallsSilentInTheMiddleIsGivenUp() {
        server.on("RETR", Play.saysRaw("+OK\r\n" + HEADER).then(Play.stalls()));
        Maildrop drop = open();

        assertThatThrownBy(() -> discard(drop, first(drop)))
                .isInstanceOfSatisfying(
                        ConnectionLost.class, e -> assertThat(e.timedOut()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"line\r\n", "x"})
    void aMessageWithoutEndEndsTheConnection(String rest) {
        server.on("RETR", Play.endless("+OK\r\n", rest));
        Maildrop drop = open();

        assertThatThrownBy(() -> discard(drop, first(drop))).isInstanceOf(BadResponse.class);
        assertEnded(drop);
    }

    @Test
    void aGiantIsNotAskedFor() {
        server.on("LIST", Play.says("+OK", "1 3000000", "2 10", "3 10", "."));

        try (Maildrop drop = open()) {
            assertThatThrownBy(() -> discard(drop, first(drop))).isInstanceOf(OverQuota.class);
            assertThat(received("RETR")).isEmpty();
        }
    }

    @Test
    void aLargeMessageIsNotHeldInMemory() {
        byte[] large = new byte[50 << 20];
        Arrays.fill(large, (byte) 'x');
        for (int i = 77; i < large.length; i += 78) {
            large[i] = '\n';
            large[i - 1] = '\r';
        }
        System.arraycopy(HEADER.getBytes(StandardCharsets.US_ASCII), 0, large, 0, HEADER.length());
        server.messages(new DropMessage("large", large));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        try (Maildrop drop = patient()) {
            DropItem item = first(drop);
            long before = threads.getCurrentThreadAllocatedBytes();
            assertThat(drop.retrieve(item, OutputStream.nullOutputStream()))
                    .isGreaterThanOrEqualTo(large.length);
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
        }
    }

    private Maildrop patient() {
        ServerEndpoint endpoint =
                new ServerEndpoint(
                        ServerEndpoint.Protocol.POP3,
                        "127.0.0.1",
                        server.port(),
                        ServerEndpoint.Security.NONE);
        return Drops.opened(
                Drops.impatient(100 << 20)
                        .open(endpoint, new Credentials.Password("ines", "secret")));
    }

    @Test
    void whatSomebodyElseHasDeletedIsGone() {
        server.on("RETR 1|LIST 1|DELE 1", Play.says("-ERR message 1 is gone"));

        try (Maildrop drop = open()) {
            DropItem item = first(drop);
            assertThatThrownBy(() -> discard(drop, item)).isInstanceOf(NoSuchMessage.class);
            assertThatThrownBy(() -> drop.delete(item)).isInstanceOf(NoSuchMessage.class);
            assertThat(Drops.retrieved(drop, drop.list().get(1))).contains("Second");
        }
    }

    @Test
    void whatIsStillListedIsNotGone() {
        server.on("RETR 1|DELE 1", Play.says("-ERR cannot"));

        try (Maildrop drop = open()) {
            DropItem item = first(drop);
            assertThatThrownBy(() -> discard(drop, item)).isInstanceOf(ServerRefused.class);
            assertThatThrownBy(() -> drop.delete(item)).isInstanceOf(ServerRefused.class);
        }
    }

    @Test
    void aServerInTroubleMayBeAskedLater() {
        server.on("RETR 1", Play.says("-ERR [SYS/TEMP] disk"));

        try (Maildrop drop = open()) {
            assertThatThrownBy(() -> discard(drop, first(drop)))
                    .isInstanceOfSatisfying(
                            ServerRefused.class, e -> assertThat(e.retryable()).isTrue());
            assertThat(received("LIST 1")).isEmpty();
        }
    }

    @Test
    void whereTheMessageCannotBeKeptTheSessionEnds() {
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int octet) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };
        Maildrop drop = open();

        assertThatThrownBy(() -> drop.retrieve(first(drop), full))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("No space left on device");
        assertEnded(drop);
    }

    @Test
    void aCutBeforeTheGoodbyeLeavesEverything() {
        server.on("QUIT", Play.cuts());
        Maildrop drop = open();
        drop.delete(first(drop));

        assertThatThrownBy(drop::quit).isInstanceOf(ConnectionLost.class);
        assertThat(server.messages()).hasSize(3);
        assertEnded(drop);
    }

    @Test
    void aCutAfterTheGoodbyeDoesNotTellWhatHappened() {
        server.on("QUIT", Play.behavesMutely());
        Maildrop drop = open();
        drop.delete(first(drop));

        assertThatThrownBy(drop::quit).isInstanceOf(ConnectionLost.class);
        assertThat(server.messages()).hasSize(2);
    }

    @Test
    void aGoodbyeThatIsNotAnsweredMattersOnlyWhenSomethingWasMarked() {
        server.on("QUIT", Play.cuts());
        Maildrop drop = open();
        drop.delete(first(drop));
        drop.reset();

        drop.quit();

        assertEnded(drop);
    }

    @Test
    void aServerThatDidNotDeleteAllSaysSo() {
        server.on("QUIT", Play.says("-ERR [SYS/TEMP] some messages were not removed"));
        Maildrop drop = open();
        drop.delete(first(drop));

        assertThatThrownBy(drop::quit).isInstanceOf(ServerRefused.class);
        assertEnded(drop);
    }

    @Test
    void closingSaysNothing() {
        Maildrop drop = open();
        drop.delete(first(drop));

        drop.close();
        drop.close();

        assertThat(received("QUIT")).isEmpty();
        open().close();
        assertThat(server.messages()).hasSize(3);
    }
}
