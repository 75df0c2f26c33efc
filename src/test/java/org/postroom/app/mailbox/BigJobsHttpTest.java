package org.postroom.app.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.app.support.AccountKind;
import org.postroom.app.support.BigMailbox;
import org.postroom.app.support.MailServers;
import org.postroom.app.support.Page;
import org.postroom.app.support.Visitor;
import org.postroom.testing.server.RawImap;

/** Jobs on a hundred thousand messages, which another program with SEARCH looks at. */
@QuarkusTest
class BigJobsHttpTest {

    private final BigMailbox big = BigMailbox.of(AccountKind.IMAP);
    private Visitor visitor;

    @BeforeEach
    void signIn() {
        visitor = big.account().visitor();
    }

    @Test
    void aWholeListIsChangedAsAJobAndUndone() {
        Page list = visitor.open("/mailbox?name=INBOX&filter=starred");
        Page job = list.markedForm("list-actions").with("select", "all").press("action", "unread");
        assertThat(job.address()).startsWith("/jobs/");
        assertThat(job.text()).contains("4,000");
        Page done = JobPages.finished(job).follow("#job a.button");
        assertThat(done.mark("notice").text()).contains("4,000 messages marked as unread");
        try (RawImap other = otherClient()) {
            other.select("INBOX");
            assertThat(other.search("FLAGGED SEEN")).isEmpty();
            assertThat(other.search("UNSEEN")).hasSize(25_000 + 3_000);
            done.markedForm("undo").submit();
            other.select("INBOX");
            assertThat(other.search("FLAGGED SEEN")).hasSize(3_000);
        }
        assertThat(visitor.open("/mailbox?name=INBOX&filter=unread").count()).isEqualTo(25_000);
    }

    @Test
    void aWholeListIsMovedAsAJobAndUndone() {
        try (RawImap other = otherClient()) {
            other.create("Stars");
            Page list = visitor.open("/mailbox?name=INBOX&filter=starred");
            Page job =
                    list.markedForm("list-actions")
                            .with("select", "all")
                            .with("target", "Stars")
                            .press("action", "move");
            Page done = JobPages.finished(job).follow("#job a.button");
            assertThat(other.count("Stars")).isEqualTo(4_000);
            assertThat(other.count("INBOX")).isEqualTo(big.size() - 4_000);
            done.markedForm("undo").submit();
            assertThat(other.count("Stars")).isZero();
            assertThat(other.count("INBOX")).isEqualTo(big.size());
        }
        assertThat(visitor.open("/mailbox").subjects())
                .startsWith(BigMailbox.mail(big.size() - 1).subject());
    }

    private RawImap otherClient() {
        return MailServers.dovecot().connect(big.account().user());
    }
}
