package org.postroom.testing.pop3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.protocol.DropItem;
import org.postroom.protocol.MailException.BadResponse;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.MailException.ServerRefused;
import org.postroom.protocol.Maildrop;
import org.postroom.testing.server.DropMessage;
import org.postroom.testing.server.Play;

/** What LIST and UIDL may say, and what they may not. */
class Pop3ListsTest extends ScriptedDrops {

    private List<Optional<String>> names() {
        try (Maildrop drop = open()) {
            return drop.list().stream().map(DropItem::uidl).toList();
        }
    }

    private void name(String... names) {
        server.messages(
                List.of(names).stream()
                        .map(name -> DropMessage.of(name, "Hello", "Text"))
                        .toList());
    }

    private static Play lines(String... lines) {
        return Play.says("+OK", String.join("\r\n", lines), ".");
    }

    @Test
    void withoutUidlThereAreNoNames() {
        server.capabilities("USER").on("UIDL", Play.says("-ERR unknown command"));

        assertThat(names()).hasSize(3).containsOnly(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"'USER,UIDL', -ERR no", "USER, -ERR [SYS/TEMP] later"})
    void namesThatAreRefusedAreNotMissing(String capabilities, String answer) {
        server.capabilities(capabilities.split(","));
        server.on("UIDL", Play.says(answer));

        try (Maildrop drop = open()) {
            assertThatThrownBy(drop::list).isInstanceOf(ServerRefused.class);
            server.on("UIDL", Play.behaves());
            assertThat(drop.list()).hasSize(3);
        }
    }

    @Test
    void namesNeedNotBeUnique() {
        name("same", "same", "other");

        assertThat(names())
                .containsExactly(Optional.of("same"), Optional.of("same"), Optional.of("other"));
    }

    @Test
    void aNameMayBeLongButNotWithoutEnd() {
        name("x".repeat(71), "x".repeat(1_000), "x".repeat(1_001));

        assertThat(names())
                .containsExactly(
                        Optional.of("x".repeat(71)),
                        Optional.of("x".repeat(1_000)),
                        Optional.empty());
    }

    @Test
    void aNameThatCannotBeKeptIsNone() {
        server.on("UIDL", lines("1 \u0000zero", "2", "3  two words \u00e9 "));

        assertThat(names())
                .containsExactly(
                        Optional.empty(), Optional.empty(), Optional.of("two words \u00e9"));
    }

    @Test
    void aSizeIsOnlyAHint() {
        server.on("LIST", lines("1 0", "2 999999999999 and more", "3 7"));

        try (Maildrop drop = open()) {
            assertThat(drop.list())
                    .extracting(DropItem::size)
                    .containsExactly(0L, 999_999_999_999L, 7L);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 -5",
                "1 9999999999999999999999",
                "1",
                "0 10",
                "-1 10",
                "99999999999 10",
                "2000000 10",
                "one ten",
                ""
            })
    void aLineThatIsNotUnderstoodMakesTheListUnusable(String line) {
        server.on("LIST", lines(line, "2 10", "3 10"));
        Maildrop drop = open();

        assertThatThrownBy(drop::list).isInstanceOf(BadResponse.class);
        assertEnded(drop);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 a,2 b", "1 a,2 b,3 c,4 d", "1 a,2 b,4 d"})
    void listsThatContradictEachOtherAreUnusable(String uidl) {
        server.on("UIDL", lines(uidl.split(",")));
        Maildrop drop = open();

        assertThatThrownBy(drop::list).isInstanceOf(BadResponse.class);
        assertThat(received("LIST")).hasSize(2);
        assertEnded(drop);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "UIDL"})
    void aMessageListedTwiceMakesTheListUnusable(String command) {
        server.on(command, lines("1 10", "2 11", "2 11", "3 12"));

        assertThatThrownBy(open()::list).isInstanceOf(BadResponse.class);
        assertThat(received("LIST")).hasSize(1);
    }

    @Test
    void whatSomebodyElseDeletesInBetweenIsAskedForAgain() {
        AtomicInteger times = new AtomicInteger();
        server.on("UIDL", lines("1 u1", "3 u3"));
        server.on(
                "LIST",
                stage -> {
                    if (times.getAndIncrement() == 0) {
                        stage.behave();
                    } else {
                        lines("1 10", "3 10").on(stage);
                    }
                });

        assertThat(names()).containsExactly(Optional.of("u1"), Optional.of("u3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "UIDL"})
    void aListWithoutEndEndsTheConnection(String command) {
        server.on(
                command,
                stage -> {
                    stage.say("+OK");
                    for (int i = 1; true; i += 1_000) {
                        stage.say(
                                IntStream.range(i, i + 1_000)
                                        .mapToObj(number -> number + " 10")
                                        .toArray(String[]::new));
                    }
                });

        assertThatThrownBy(open()::list).isInstanceOf(BadResponse.class);
    }

    @Test
    void aLineWithoutEndEndsTheConnection() {
        server.on("UIDL", Play.endless("+OK\r\n1 ", "name"));

        assertThatThrownBy(open()::list).isInstanceOf(BadResponse.class);
    }

    @Test
    void aListThatIsCutIsNoList() {
        server.on("UIDL", Play.saysRaw("+OK\r\n1 u1\r\n").then(Play.closes()));

        assertThatThrownBy(open()::list).isInstanceOf(ConnectionLost.class);
    }

    @Test
    void whatIsNeitherYesNorNoEndsTheConnection() {
        server.on("LIST", Play.says("* LIST () \"/\" INBOX"));
        Maildrop drop = open();

        assertThatThrownBy(drop::list).isInstanceOf(BadResponse.class);
        assertEnded(drop);
    }
}
