package org.postroom.app.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.app.support.Mailbox.subject;
import static org.postroom.app.support.Mailbox.ticked;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.postroom.app.support.AccountKind;
import org.postroom.app.support.Mailbox;
import org.postroom.app.support.OnEveryAccount;
import org.postroom.app.support.Page;
import org.postroom.app.support.Visitor;

@QuarkusTest
@OnEveryAccount
class UndoHttpTest {

    @Parameter AccountKind kind;

    @Test
    void nobodyElseCanUndo() {
        try (Mailbox mailbox = Mailbox.of(kind, 2);
                Mailbox another = Mailbox.of(kind, 2)) {
            Page done = ticked(mailbox.inbox(), 0).press("action", "read");
            String id = done.one("form[data-testid=undo] [name=undo]").val();
            Page theirs =
                    ticked(another.inbox(), 0)
                            .press("action", "read")
                            .markedForm("undo")
                            .with("undo", id)
                            .submit();
            assertThat(theirs.mark("notice").text()).contains("can no longer be undone");
            assertThat(mailbox.other().flags("INBOX", subject(0))).contains("\\Seen");
            done.markedForm("undo").submit();
            assertThat(mailbox.other().flags("INBOX", subject(0))).doesNotContain("\\Seen");
        }
    }

    @Test
    void whatIsUndoneTwiceIsUndoneOnce() {
        try (Mailbox mailbox = Mailbox.of(kind, 2)) {
            Page done = ticked(mailbox.inbox(), 0).press("action", "archive");
            done.markedForm("undo").submit();
            Page again = done.markedForm("undo").submit();
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.mark("notice").text()).contains("can no longer be undone");
            assertThat(mailbox.other().count("INBOX")).isEqualTo(2);
            Page nonsense = done.markedForm("undo").with("undo", "~~").submit();
            assertThat(nonsense.status()).isLessThan(500);
        }
    }

    @Test
    void aMadeUpNoticeHarmsNothing() {
        try (Mailbox mailbox = Mailbox.of(kind, 1)) {
            Visitor visitor = mailbox.visitor();
            for (String done :
                    List.of(
                            "read~1~0~0~~<script>alert(1)</script>",
                            "read~1~0~0~abc~",
                            "move~1~0~0~~%01",
                            "move~999999999999~1~1~~x",
                            "nonsense")) {
                Page page =
                        visitor.open(
                                "/mailbox?name=INBOX&done="
                                        + URLEncoder.encode(done, StandardCharsets.UTF_8));
                assertThat(page.status()).as(done).isEqualTo(200);
                assertThat(page.has("script:not([src])")).isFalse();
            }
        }
    }
}
