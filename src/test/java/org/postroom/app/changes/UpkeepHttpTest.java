package org.postroom.app.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.postroom.app.support.Account;
import org.postroom.app.support.AccountKind;
import org.postroom.app.support.OnEveryAccount;
import org.postroom.app.support.Page;
import org.postroom.testing.corpus.CorpusMessage;
import org.postroom.testing.corpus.PlainMail;

@QuarkusTest
@OnEveryAccount
class UpkeepHttpTest {

    private static final int MESSAGES = 12;

    @Parameter AccountKind kind;

    @Test
    void allMessagesOfAMailboxAreMarkedAsRead() {
        Account account = somebodyWithMailIn("INBOX");
        Page inbox = account.visitor().open("/mailbox?name=INBOX");
        Page after = inbox.markedForm("mark-all-read").submit();

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.rows()).hasSize(MESSAGES).noneMatch(row -> row.hasAttr("data-unread"));
        try (var other = account.other()) {
            assertThat(other.unread("INBOX")).isZero();
        }
    }

    @Test
    void emptyingTrashIsAskedFirstAndThenDone() {
        Account account = somebodyWithMailIn("Trash");
        Page question =
                account.visitor().open("/mailbox?name=Trash").markedForm("empty-mailbox").submit();

        assertThat(question.status()).isEqualTo(200);
        assertThat(question.text()).contains(String.valueOf(MESSAGES));
        try (var other = account.other()) {
            assertThat(other.count("Trash")).isEqualTo(MESSAGES);
            var button = question.one("form[data-testid=empty-mailbox] button");
            question.markedForm("empty-mailbox").press(button.attr("name"), button.val());
            assertThat(other.count("Trash")).isZero();
        }
    }

    private Account somebodyWithMailIn(String mailbox) {
        List<CorpusMessage> mail =
                IntStream.rangeClosed(1, MESSAGES)
                        .mapToObj(n -> PlainMail.of(3, n).message())
                        .toList();
        return Account.with(kind, Map.of(mailbox, mail));
    }
}
