package org.postroom.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.testing.server.MailUser;

/** What the operations guide says about the backup of an operator's PostgreSQL, done. */
class BackupTest {

    private static final String RESTORED = "restored";

    @Test
    void whoWasSignedInStillIsWhenTheDatabaseCameBackFromABackup() {
        Cluster cluster = Cluster.shared();
        MailUser user = cluster.mail().newUser();
        Client reader = new Client(cluster.one().address());
        assertThat(reader.signIn(user, "imap").leadsOn()).isTrue();
        try (Folder folder = Folder.create()) {
            Path dump = folder.path().resolve("postroom.dump");
            cluster.database().dump(dump);
            cluster.database().restore(dump, RESTORED);
            Map<String, String> there = Map.of("POSTROOM_DB_URL", cluster.database().url(RESTORED));
            try (Replica replica = cluster.replica("restored", there).start().awaitReady()) {
                assertThat(reader.at(replica.address()).get("/mailbox").isPage()).isTrue();
            }
        }
    }
}
