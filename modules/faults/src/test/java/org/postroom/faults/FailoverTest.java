package org.postroom.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.testing.corpus.Corpus;
import org.postroom.testing.server.MailUser;

/** A primary is killed, and its standby takes over. */
class FailoverTest {

    private static final String INBOX = "/mailbox?name=INBOX";

    private final Cluster cluster = Cluster.shared();

    @Test
    void aFailoverSignsNobodyOut() {
        try (Folder folder = Folder.create();
                Database primary = Database.start(folder.path().resolve("primary"));
                Database standby = primary.standby(folder.path().resolve("standby"))) {
            survives(folder, primary, standby);
        }
    }

    private void survives(Folder folder, Database primary, Database standby) {
        String hosts =
                "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/postroom?targetServerType=primary"
                        .formatted(primary.port(), standby.port());
        MailUser user = cluster.mail().newUser();
        cluster.mail().fill(user, "INBOX", Corpus.plain(1, 3));
        try (Pooler pooler = Pooler.before(primary, folder);
                Replica direct = cluster.replica("direct", at(hosts)).start();
                Replica pooled = cluster.replica("pooled", at(pooler.url())).start()) {
            Client person = new Client(direct.awaitReady().address());
            assertThat(person.signIn(user, "imap").leadsOn()).isTrue();
            pooled.awaitReady();
            primary.kill();
            standby.promote();
            pooler.pointTo(standby);
            goesOn(person.at(direct.address()));
            goesOn(person.at(pooled.address()));
        }
    }

    private static Map<String, String> at(String url) {
        return Map.of("POSTROOM_DB_URL", url);
    }

    /** The list comes, and a change can be made and taken back. */
    private static void goesOn(Client person) {
        Ports.await("the list after a failover", () -> person.get(INBOX).isPage());
        Row row = Row.of(person.page(INBOX)).getFirst();
        Answer moved =
                person.post(
                        "/changes",
                        Map.of("in", "INBOX", "message", row.id(), "action", "archive"));
        String undo = moved.done(4);
        assertThat(undo).as("%s", moved).isNotEmpty();
        Answer undone = person.post("/undo", Map.of("undo", undo, "back", INBOX));
        assertThat(undone.done(0)).as("%s", undone).isEqualTo("undone");
        assertThat(Row.of(person.page(INBOX))).hasSize(3);
    }
}
