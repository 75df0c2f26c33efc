package org.postroom.app.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.postroom.app.support.Account;
import org.postroom.app.support.AccountKind;
import org.postroom.app.support.Form;
import org.postroom.app.support.OnEveryAccount;
import org.postroom.app.support.OtherSide;
import org.postroom.app.support.Page;
import org.postroom.testing.corpus.PlainMail;

@QuarkusTest
@OnEveryAccount
class JobsHttpTest {

    private static final int MANY = 1_050;

    @Parameter AccountKind kind;

    @Test
    void aWholeListIsMarkedAsReadAsAJobAndUndone() {
        Account account = somebodyWithMany();
        Page job = all(account).press("action", "read");
        assertThat(job.address()).startsWith("/jobs/");
        Page done = JobPages.finished(job).follow("#job a.button");
        assertThat(done.mark("notice").text()).contains("1,050 messages marked as read");
        Page unread = done.visitor().open("/mailbox?name=INBOX&filter=unread");
        assertThat(unread.count()).isZero();
        done.markedForm("undo").submit();
        assertThat(account.visitor().open("/mailbox?name=INBOX&filter=unread").count())
                .isEqualTo(MANY);
    }

    @Test
    void aWholeListIsMovedAsAJobAndUndone() {
        Account account = somebodyWithMany();
        try (OtherSide other = account.other()) {
            Page job = all(account).with("target", "Archive").press("action", "move");
            Page done = JobPages.finished(job).follow("#job a.button");
            assertThat(other.count("Archive")).isEqualTo(MANY);
            assertThat(other.count("INBOX")).isZero();
            done.markedForm("undo").submit();
            assertThat(other.count("Archive")).isZero();
            assertThat(other.count("INBOX")).isEqualTo(MANY);
        }
    }

    private Account somebodyWithMany() {
        return Account.with(
                kind,
                IntStream.range(0, MANY).mapToObj(n -> PlainMail.of(2, n).message().withFlags()));
    }

    private static Form all(Account account) {
        return account.visitor()
                .open("/mailbox?name=INBOX")
                .markedForm("list-actions")
                .with("select", "all");
    }
}
