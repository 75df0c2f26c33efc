package org.postroom.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postroom.testing.server.DovecotServerTest.message;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CyrusServerTest {
    private static CyrusServer server;

    @BeforeAll
    static void start() {
        server = SharedServers.cyrus();
    }

    @Test
    void aNewUserLogsInAndSeesTheUsualMailboxes() {
        try (var client = server.connect(server.newUser())) {
            assertThat(client.mailboxes())
                    .containsExactlyInAnyOrder(
                            "INBOX", "Drafts", "Sent", "Trash", "Junk", "Archive");
            assertThat(client.send("CAPABILITY").text()).contains("OBJECTID", "ACL");
        }
    }

    @Test
    void filledMessagesKeepOctetsFlagsAndDates() {
        var user = server.newUser();
        var message = message("kept").withFlags("\\Seen", "$Forwarded");

        server.fill(user, "INBOX", Stream.of(message));

        try (var client = server.connect(user)) {
            client.select("INBOX");
            assertThat(client.body(1)).isEqualTo(message.raw());
            assertThat(client.flags(1)).containsExactlyInAnyOrder("\\Seen", "$Forwarded");
            assertThat(client.send("UID FETCH 1 INTERNALDATE").text())
                    .contains("1-Nov-2026 08:30:00 +0000");
        }
    }

    @Test
    void thousandsAreFilledInOrder() {
        var user = server.newUser();

        server.fill(
                user,
                "Choir/Übungen",
                IntStream.range(0, 2_000).mapToObj(i -> message("number " + i)));

        try (var client = server.connect(user)) {
            client.select("Choir/Übungen");
            assertThat(client.search("SUBJECT \"number 1999\"")).containsExactly(2_000L);
        }
    }

    @Test
    void withAPrefixEverythingLiesBelowInboxAndDotsSeparate() {
        var dotted = SharedServers.cyrus(CyrusOptions.BELOW_INBOX);
        var user = dotted.newUser();

        dotted.fill(user, Stream.of(message("a").in("Boathouse/Roof")));

        try (var client = dotted.connect(user)) {
            assertThat(client.mailboxes())
                    .contains("INBOX", "INBOX.Drafts", "INBOX.Boathouse.Roof");
            assertThat(client.count(dotted.name("Boathouse/Roof"))).isEqualTo(1);
        }
    }

    @Test
    void afterAChangeOnlyTheNewPasswordOpens() {
        var before = server.newUser();
        var after = server.changePassword(before, "changed");

        assertThatThrownBy(() -> server.connect(before)).isInstanceOf(IllegalStateException.class);
        server.connect(after).close();
    }

    @Test
    void afterItsEndNothingIsLeft() {
        var ended = CyrusServer.start();
        var folder = ended.certificate().getParent();
        ended.connect(ended.newUser()).close();

        ended.close();

        assertThat(folder).doesNotExist();
        assertThatThrownBy(() -> RawImap.connect(ended.imapPort()))
                .isInstanceOf(java.io.UncheckedIOException.class);
    }
}
