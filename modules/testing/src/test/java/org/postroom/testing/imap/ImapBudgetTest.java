package org.postroom.testing.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.Flag;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.Listing;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.Page;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.Section;
import org.postroom.protocol.SectionRange;
import org.postroom.protocol.SortOrder;
import org.postroom.testing.contract.Letter;
import org.postroom.testing.server.CountingProxy;
import org.postroom.testing.server.DovecotServer;
import org.postroom.testing.server.MailUser;
import org.postroom.testing.server.SharedServers;

/** How many commands each use costs on a server that can do everything. */
class ImapBudgetTest {

    private final DovecotServer server = SharedServers.dovecot();
    private final MailUser user = server.newUser();
    private final CountingProxy proxy = CountingProxy.before(server.imapPort());
    private final MailboxName inbox = MailboxName.inbox('/');
    private MailStore store;

    @BeforeEach
    void open() {
        server.fill(
                user,
                "INBOX",
                IntStream.range(0, 60).mapToObj(i -> Letter.about("n" + i).after(i).sent()));
        store = ImapAccounts.open(proxy.port(), user);
    }

    @AfterEach
    void end() {
        store.close();
        proxy.close();
    }

    private Page page(SearchCriteria criteria, int offset) {
        return store.list(inbox, new Listing(criteria, SortOrder.NEWEST_FIRST, offset, 50));
    }

    private MessageRefs warmPage() {
        Page page = page(SearchCriteria.ALL, 0);
        MessageRef first = page.messages().getFirst().ref();
        proxy.forgetCommands();
        return MessageRefs.of(first);
    }

    private MessageRef first(MessageRefs messages) {
        return new MessageRef(
                inbox, messages.uidValidity(), messages.uids().stream().findFirst().orElseThrow());
    }

    @Test
    void signingInIsOneCommand() {
        assertThat(proxy.commands()).containsExactly("AUTHENTICATE");
    }

    @Test
    void theFirstPageIsThreeCommands() {
        proxy.forgetCommands();

        page(SearchCriteria.ALL, 0);

        assertThat(proxy.commands()).containsExactly("SELECT", "UID SORT", "UID FETCH");
    }

    @Test
    void furtherPagesAreTwoCommands() {
        warmPage();

        page(SearchCriteria.ALL, 50);
        page(SearchCriteria.ALL, 0);

        assertThat(proxy.commands())
                .containsExactly("UID SORT", "UID FETCH", "UID SORT", "UID FETCH");
    }

    @Test
    void aPageWithNewMailIsThreeCommands() {
        warmPage();
        server.fill(
                user, "INBOX", java.util.stream.Stream.of(Letter.about("new").after(99).sent()));

        assertThat(page(SearchCriteria.ALL, 0).total()).isEqualTo(61);

        assertThat(proxy.commands()).containsExactly("UID SORT", "UID SORT", "UID FETCH");
    }

    @Test
    void aFilteredPageIsThreeCommandsAtMost() {
        MessageRefs message = warmPage();
        store.changeFlags(message, FlagChange.add(Flag.SEEN));
        proxy.forgetCommands();

        assertThat(page(SearchCriteria.UNREAD, 0).total()).isEqualTo(59);
        page(SearchCriteria.UNREAD, 50);

        assertThat(proxy.commands())
                .containsExactly("UID SORT", "UID SORT", "UID FETCH", "UID SORT", "UID FETCH");
    }

    @Test
    void theListOfMailboxesWithCountersIsOneCommandAndOneToCatchUp() {
        proxy.forgetCommands();
        store.mailboxes();
        assertThat(proxy.commands()).containsExactly("LIST");

        warmPage();
        store.mailboxes();
        assertThat(proxy.commands()).containsExactly("NOOP", "LIST");
    }

    @Test
    void aMessageIsOneCommandAndItsTextsAnother() {
        MessageRefs message = warmPage();

        store.detail(first(message));
        store.read(
                first(message),
                Set.of(
                        SectionRange.first(Section.HEADER, 1000),
                        SectionRange.first(Section.SOURCE, 1000)));

        assertThat(proxy.commands()).containsExactly("UID FETCH", "UID FETCH");
    }

    // SELECT comes first, because another client may have made the mailbox anew since.
    @Test
    void changesAreTwoOrThreeCommands() {
        MessageRefs message = warmPage();

        store.changeFlags(message, FlagChange.add(Flag.FLAGGED));
        store.changeFlags(message, FlagChange.add(Flag.FLAGGED));
        store.move(message, new MailboxName("Archive", '/'));

        assertThat(proxy.commands())
                .containsExactly(
                        "SELECT",
                        "UID FETCH",
                        "UID STORE",
                        "SELECT",
                        "UID FETCH",
                        "SELECT",
                        "UID MOVE");
    }

    @Test
    void aSearchIsOneCommandAndOneToCatchUp() {
        warmPage();

        store.search(inbox, new SearchCriteria.Contains(SearchCriteria.Field.SUBJECT, "n5"));

        assertThat(proxy.commands()).containsExactly("NOOP", "UID SEARCH");
    }
}
