package org.postroom.app.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroom.app.support.MailServers;
import org.postroom.app.support.Page;
import org.postroom.app.support.Visitor;
import org.postroom.testing.corpus.PlainMail;
import org.postroom.testing.server.MailUser;

@QuarkusTest
class UpkeepHttpTest {

    private static final int MESSAGES = 12;

    @Test
    void allMessagesOfAMailboxAreMarkedAsRead() {
        MailUser user = somebodyWithMailIn("INBOX");
        Page inbox = Visitor.signedIn(user).open("/mailbox?name=INBOX");
        Page after = inbox.markedForm("mark-all-read").submit();

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.rows()).hasSize(MESSAGES).noneMatch(row -> row.hasAttr("data-unread"));
        try (var other = MailServers.dovecot().connect(user)) {
            assertThat(other.status("INBOX", "UNSEEN")).isZero();
        }
    }

    @Test
    void emptyingTrashIsAskedFirstAndThenDone() {
        MailUser user = somebodyWithMailIn("Trash");
        Page question =
                Visitor.signedIn(user)
                        .open("/mailbox?name=Trash")
                        .markedForm("empty-mailbox")
                        .submit();

        assertThat(question.status()).isEqualTo(200);
        assertThat(question.text()).contains(String.valueOf(MESSAGES));
        try (var other = MailServers.dovecot().connect(user)) {
            assertThat(other.count("Trash")).isEqualTo(MESSAGES);
            var button = question.one("form[data-testid=empty-mailbox] button");
            question.markedForm("empty-mailbox").press(button.attr("name"), button.val());
            assertThat(other.count("Trash")).isZero();
        }
    }

    private static MailUser somebodyWithMailIn(String mailbox) {
        var server = MailServers.dovecot();
        MailUser user = server.newUser();
        server.fill(
                user,
                mailbox,
                IntStream.rangeClosed(1, MESSAGES).mapToObj(n -> PlainMail.of(3, n).message()));
        return user;
    }
}
