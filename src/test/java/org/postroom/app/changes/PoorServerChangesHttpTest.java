package org.postroom.app.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.app.support.Mailbox.subject;
import static org.postroom.app.support.Mailbox.ticked;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.app.support.Mailbox;
import org.postroom.app.support.Page;
import org.postroom.app.support.Visitor;
import org.postroom.testing.server.GreenMailServer;
import org.postroom.testing.server.MailUser;
import org.postroom.testing.server.RawImap;
import org.postroom.testing.server.SharedServers;

/** GreenMail speaks IMAP only here, and lacks most folders. */
@QuarkusTest
class PoorServerChangesHttpTest {

    @ParameterizedTest
    @CsvSource({"archive, Archive", "junk, Junk", "delete, Trash"})
    void aFolderThatTheServerLacksIsMade(String action, String folder) {
        GreenMailServer poor = SharedServers.greenMail();
        MailUser user = poor.newUser();
        poor.fill(user, "INBOX", Stream.of(Mailbox.mail(0).message()));
        try (RawImap other = RawImap.connect(poor.imapPort()).login(user)) {
            assertThat(other.mailboxes()).doesNotContain(folder);
            Page list = Visitor.signedInAt(poor.imapPort(), user).open("/mailbox?name=INBOX");
            Page done = ticked(list, 0).press("action", action);
            assertThat(done.has("a[data-mailbox=" + folder + "]")).as(done.text()).isTrue();
            assertThat(other.count(folder)).isEqualTo(1);
            Page again = done.markedForm("undo").submit();
            assertThat(again.subjects()).containsExactly(subject(0));
        }
    }
}
