package org.postroom.testing.pop3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.DropItem;
import org.postroom.protocol.MailException.BadResponse;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.Maildrop;
import org.postroom.testing.server.DropMessage;
import org.postroom.testing.server.Play;

/** Header blocks, on servers that have TOP and on those that have not. */
class Pop3HeadersTest extends ScriptedDrops {

    private List<String> headers() {
        try (Maildrop drop = open()) {
            return List.copyOf(Drops.headers(drop, drop.list()).values());
        }
    }

    private static String header(String uidl, String subject) {
        String text =
                new String(DropMessage.of(uidl, subject, "").octets(), StandardCharsets.US_ASCII);
        return text.substring(0, text.indexOf("\r\n\r\n") + 4);
    }

    private static List<String> ofAllThree() {
        return List.of(header("u1", "First"), header("u2", "Second"), header("u3", "Third"));
    }

    @Test
    void withPipeliningTheyAreAskedForAhead() {
        server.messages(
                IntStream.range(0, 500)
                        .mapToObj(i -> DropMessage.of("u" + i, "No. " + i, "Text"))
                        .toList());

        assertThat(headers()).hasSize(500).last().isEqualTo(header("u499", "No. 499"));
        assertThat(received("TOP")).hasSize(500);
        assertThat(server.received()).as("no empty lines").doesNotContain("");
    }

    @Test
    void withoutPipeliningOneAfterTheOther() {
        server.capabilities("USER", "TOP");
        List<Integer> waiting = new ArrayList<>();
        server.on(
                "TOP",
                stage -> {
                    waiting.add(received("TOP").size());
                    stage.behave();
                });

        assertThat(headers()).isEqualTo(ofAllThree());
        assertThat(waiting).containsExactly(1, 2, 3);
    }

    @Test
    void withoutTopTheMessageIsReadAndTheHeaderKept() {
        server.on("TOP", Play.says("-ERR unknown command"));

        assertThat(headers()).isEqualTo(ofAllThree());
        assertThat(received("TOP")).hasSize(1);
        assertThat(received("RETR")).hasSize(3);
    }

    @Test
    void withoutTopAGiantIsPassedOver() {
        server.on("TOP", Play.says("-ERR unknown command"));
        server.on("LIST", Play.says("+OK", "1 100", "2 999999999", "3 100", "."));

        assertThat(headers()).containsExactly(header("u1", "First"), header("u3", "Third"));
        assertThat(received("RETR")).containsExactly("RETR 1", "RETR 3");
    }

    @Test
    void whatTheServerWillNotGiveIsPassedOver() {
        server.on("TOP 2", Play.says("-ERR no such message"));

        assertThat(headers()).containsExactly(header("u1", "First"), header("u3", "Third"));
    }

    @Test
    void aServerInTroubleWithTheFirstIsAskedForTheOthers() {
        server.on("TOP 1", Play.says("-ERR [SYS/TEMP] disk"));

        assertThat(headers()).containsExactly(header("u2", "Second"), header("u3", "Third"));
        assertThat(received("RETR")).isEmpty();
    }

    @Test
    void moreThanTheHeaderIsNotKept() {
        server.on("TOP", Play.says("+OK", "Subject: a", "", "text", "", "more", "."));

        assertThat(headers()).containsOnly("Subject: a\r\n\r\n");
    }

    @Test
    void aHeaderWithoutItsEmptyLineGetsOne() {
        server.on("TOP", Play.saysRaw("+OK\r\nSubject: a\r\n.\r\n"));

        assertThat(headers()).containsOnly("Subject: a\r\n\r\n");
    }

    @Test
    void noHeaderAtAllIsAnEmptyLine() {
        server.on("TOP 1", Play.says("+OK", "."));
        server.on("TOP 2", Play.says("+OK", "", "text", "."));

        assertThat(headers()).startsWith("\r\n", "\r\n");
    }

    @Test
    void anImmenseHeaderIsCutAtALine() {
        String field = "X-Long: " + "x".repeat(990);
        server.on("TOP", Play.says("+OK", (field + "\r\n").repeat(1_000), "."));

        assertThat(headers())
                .hasSize(3)
                .allSatisfy(
                        header ->
                                assertThat(header)
                                        .hasSizeBetween(255 << 10, 256 << 10)
                                        .endsWith(field + "\r\n\r\n"));
    }

    @Test
    void aHeaderWithoutEndEndsTheConnection() {
        server.on("TOP", Play.endless("+OK\r\n", "X-More: and more\r\n"));

        assertThatThrownBy(this::headers).isInstanceOf(BadResponse.class);
    }

    @Test
    void whatWasToldBeforeACutStands() {
        server.on("TOP 3", Play.saysRaw("+OK\r\nSubject: ha").then(Play.cuts()));
        List<DropItem> told = new ArrayList<>();
        Maildrop drop = open();

        assertThatThrownBy(() -> drop.headers(drop.list(), (item, _) -> told.add(item)))
                .isInstanceOf(ConnectionLost.class);
        assertThat(told).extracting(DropItem::number).containsExactly(1, 2);
        assertEnded(drop);
    }

    @Test
    void whoeverFailsWhileToldEndsTheSession() {
        Maildrop drop = open();

        assertThatThrownBy(
                        () ->
                                drop.headers(
                                        drop.list(),
                                        (_, _) -> {
                                            throw new IllegalStateException("mine");
                                        }))
                .hasMessage("mine");
        assertEnded(drop);
    }
}
