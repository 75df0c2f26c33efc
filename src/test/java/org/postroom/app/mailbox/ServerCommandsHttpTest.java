package org.postroom.app.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.app.support.MailServers;
import org.postroom.app.support.Page;
import org.postroom.app.support.Visitor;
import org.postroom.testing.corpus.Corpus;
import org.postroom.testing.server.MailUser;

/** What each page costs the mail server, with a connection open and warm. */
@QuarkusTest
class ServerCommandsHttpTest {

    private MailUser user;
    private Visitor visitor;
    private Page inbox;

    @BeforeEach
    void signIn() {
        user = MailServers.dovecot().newUser();
        MailServers.dovecot().fill(user, "INBOX", Corpus.plain(7, 120));
        visitor = Visitor.signedIn(user);
        inbox = visitor.open("/mailbox?name=INBOX");
        MailServers.proxy().forgetCommands();
    }

    @Test
    void onlySigningInLogsIn() {
        long before = MailServers.dovecot().loginCount(user);
        Page page = inbox.follow("a[data-testid=next-page]");
        page.openMessage(page.subjects().getFirst());
        visitor.open("/mailboxes");
        visitor.open("/search?q=subject:lighthouse&scope=all");
        inbox.markedForm("list-actions").tick(inbox.rows().getFirst()).press("action", "archive");
        assertThat(MailServers.dovecot().loginCount(user)).isEqualTo(before);
    }

    @Test
    void aWholeMailboxPageCostsFiveCommandsAtTheMost() {
        visitor.open("/mailbox?name=INBOX&page=2");
        assertThat(commands()).hasSizeLessThanOrEqualTo(5);
        assertThat(commands().stream().filter(c -> c.startsWith("UID "))).hasSize(2);
    }

    @Test
    void anUnreadMessageCostsTwoCommandsToo() {
        String unread =
                inbox.one("[data-message][data-unread] a[data-testid=message-link]").attr("href");
        assertThat(visitor.part(unread).status()).isEqualTo(200);
        String row = "[data-message] a[href=\"" + unread + "\"]";
        List<String> cost = commands();
        assertThat(
                        visitor.open("/mailbox")
                                .one("[data-message]:has(" + row + ")")
                                .hasAttr("data-unread"))
                .isFalse();
        assertThat(cost).as(cost.toString()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aReadMessageCostsTwoCommands() {
        String read =
                inbox.one("[data-message]:not([data-unread]) a[data-testid=message-link]")
                        .attr("href");
        assertThat(visitor.part(read).status()).isEqualTo(200);
        assertThat(commands()).as(commands().toString()).hasSizeLessThanOrEqualTo(2);
    }

    private static List<String> commands() {
        return MailServers.proxy().commands();
    }
}
