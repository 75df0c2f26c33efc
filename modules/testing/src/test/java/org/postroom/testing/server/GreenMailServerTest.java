package org.postroom.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.testing.server.DovecotServerTest.message;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postroom.testing.corpus.CharsetSample;

class GreenMailServerTest {
    private final GreenMailServer server = GreenMailServer.start();
    private final MailUser user = server.newUser();

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void filledMessagesKeepFlagsAndDates() {
        server.fill(user, "INBOX", Stream.of(message("kept").withFlags("\\Seen", "\\Flagged")));

        try (var client = server.connect(user)) {
            client.select("INBOX");
            assertThat(client.flags(client.search("ALL").getFirst()))
                    .containsExactlyInAnyOrder("\\Seen", "\\Flagged");
            assertThat(client.send("FETCH 1 INTERNALDATE").text())
                    .contains("01-Nov-2026 08:30:00 +0000");
        }
    }

    @Test
    void filledMessagesKeepTheirOctets() {
        var samples =
                CharsetSample.all().stream()
                        .map(it -> it.message(message("x").internalDate()))
                        .toList();
        server.fill(user, "INBOX", samples.stream());

        try (var client = server.connect(user)) {
            client.select("INBOX");
            var uids = client.search("ALL");
            for (int i = 0; i < samples.size(); i++) {
                assertThat(client.body(uids.get(i))).isEqualTo(samples.get(i).raw());
            }
        }
    }

    @Test
    void nestedMailboxesAreListed() {
        server.fill(user, Stream.of(message("a").in("Clients/Nordlicht Werft/Old contracts")));

        try (var client = server.connect(user)) {
            assertThat(client.mailboxes())
                    .contains(
                            "INBOX",
                            "Clients",
                            "Clients.Nordlicht Werft",
                            "Clients.Nordlicht Werft.Old contracts");
            assertThat(client.count("Clients.Nordlicht Werft.Old contracts")).isEqualTo(1);
        }
    }
}
