package org.postroom.app.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.app.support.AccountKind.POP3;
import static org.postroom.app.support.Mailbox.mail;
import static org.postroom.app.support.Mailbox.subject;
import static org.postroom.app.support.Mailbox.ticked;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.app.support.Account;
import org.postroom.app.support.Fetching;
import org.postroom.app.support.Form;
import org.postroom.app.support.MailServers;
import org.postroom.app.support.Mailbox;
import org.postroom.app.support.OtherSide;
import org.postroom.app.support.Page;
import org.postroom.app.support.Patience;
import org.postroom.app.support.Visitor;
import org.postroom.testing.corpus.CorpusMessage;
import org.postroom.testing.corpus.FileNameStyle;
import org.postroom.testing.corpus.MessageDraft;
import org.postroom.testing.corpus.MimePart;
import org.postroom.testing.corpus.TransferEncoding;
import org.postroom.testing.server.MailUser;
import org.postroom.testing.server.Play;
import org.postroom.testing.server.RawPop3;
import org.postroom.testing.server.ScriptedPop3Server;

/** Each row of the table of POP3 against IMAP in the README, on a POP3 account. */
@QuarkusTest
class Pop3ComparedWithImapTest {

    private static final String ARCHIVE = "Archive";
    private static final String INBOX = "INBOX";
    private static final int CHART = 3 << 20;

    @DisplayName("ports")
    @ParameterizedTest
    @ValueSource(strings = {"none", "starttls", "tls"})
    void aMailboxIsReadOnEachPortOfPop3(String security) {
        Account account = Mailbox.account(POP3, 2);
        int port =
                security.equals("tls")
                        ? MailServers.dovecot().pop3sPort()
                        : MailServers.dovecot().pop3Port();
        Visitor visitor = signedInAt(port, security, account.user());
        Fetching.awaitAll(visitor, 2);
        assertThat(inbox(visitor).subjects()).containsExactly(subject(1), subject(0));
    }

    @Test
    @DisplayName("folders")
    void foldersAreMadeFilledRenamedAndDeletedAndTheDropKnowsNothingOfIt() {
        Account account = Mailbox.account(POP3, 2);
        Visitor visitor = account.visitor();
        assertThat(inbox(visitor).dom().select("a[data-mailbox]").eachAttr("data-mailbox"))
                .contains(INBOX, "Drafts", "Sent", ARCHIVE, "Junk", "Trash");
        visitor.open("/mailboxes").markedForm("create-mailbox").with("name", "Boats").submit();
        ticked(inbox(visitor), 0).with("target", "Boats").press("action", "move");
        folder(visitor, "rename-mailbox", "Boats").with("name", "Ships").submit();
        assertThat(account.visitor().open("/mailbox?name=Ships").subjects())
                .containsExactly(subject(0));
        folder(visitor, "delete-mailbox", "Ships").submit();
        assertThat(visitor.open("/mailbox?name=Ships").status()).isEqualTo(404);
        assertThat(inbox(visitor).subjects()).containsExactly(subject(1));
        assertThat(account.onServer()).isEqualTo(2);
    }

    @Test
    @DisplayName("several devices")
    void pagesWorkInTwoBrowsersWhileAnotherProgramHoldsTheDrop() {
        MailUser user = somebody();
        try (ScriptedPop3Server server = ScriptedPop3Server.start()) {
            Visitor here = signedInAt(server.port(), "none", user);
            Fetching.awaitAll(here, 3);
            try (RawPop3 _ = session(server.port(), user)) {
                Visitor there = signedInAt(server.port(), "none", user);
                tick(here, "First").press("action", "star");
                tick(there, "Second").press("action", "read");
                for (Visitor each : List.of(here, there)) {
                    assertThat(marked(each, "data-starred")).containsExactly("First");
                    assertThat(marked(each, "data-unread"))
                            .containsExactlyInAnyOrder("First", "Third");
                }
                Page message = inbox(there).openMessage("Third");
                assertThat(message.mark("message-text").text()).isEqualTo("Three.");
            }
        }
    }

    private static Form tick(Visitor visitor, String subject) {
        Page list = inbox(visitor);
        return list.markedForm("list-actions").tick(list.row(subject));
    }

    @Test
    @DisplayName("reading part of a message")
    void onePartOfALargeMessageIsReadWithoutTheOthersAndWithoutTheDrop() {
        Account account = Account.with(POP3, Stream.of(large()));
        Visitor visitor = account.visitor();
        Page message = inbox(visitor).openMessage("Charts");
        MailServers.drops().forgetCommands();
        assertThat(message.mark("message-text").text()).isEqualTo("See the chart.");
        String link = message.marks("attachment-link").getFirst().attr("href");
        Response file = visitor.raw(link);
        assertThat(file.asByteArray()).hasSize(CHART);
        assertThat(MailServers.drops().count("RETR")).isZero();
    }

    @Test
    @DisplayName("organising")
    void messagesAreStarredLabelledArchivedMarkedAsJunkAndBroughtBack() {
        Account account = Mailbox.account(POP3, 4);
        Visitor visitor = account.visitor();
        try (OtherSide other = account.other()) {
            ticked(inbox(visitor), 0).press("action", "star");
            ticked(inbox(visitor), 0, 1).with("label", "Boat").press("action", "label");
            ticked(inbox(visitor), 1).with("target", "Sent").press("action", "copy");
            Page archived = ticked(inbox(visitor), 0).press("action", "archive");
            assertThat(other.flags(ARCHIVE, subject(0))).contains("\\Flagged", "Boat");
            ticked(inbox(visitor), 2).press("action", "junk");
            assertThat(other.subjects("Junk")).containsExactly(subject(2));
            assertThat(other.subjects("Sent")).containsExactly(subject(1));
            archived.markedForm("undo").submit();
            assertThat(other.subjects(INBOX))
                    .containsExactlyInAnyOrder(subject(0), subject(1), subject(3));
            assertThat(other.flags(INBOX, subject(0))).contains("\\Flagged", "Boat");
        }
    }

    @Test
    @DisplayName("deleting")
    void whatIsDeletedHereDoesNotComeBackThoughTheDropKeepsIt() {
        Account account = Mailbox.account(POP3, 2);
        Visitor visitor = account.visitor();
        ticked(inbox(visitor), 0).press("action", "delete");
        Page question = ticked(visitor.open("/mailbox?name=Trash"), 0).press("action", "delete");
        question.markedForm("list-actions").press("action", "delete");
        account.deliver(List.of(mail(2).message()));
        assertThat(inbox(visitor).subjects()).containsExactly(subject(2), subject(1));
        assertThat(visitor.open("/mailbox?name=Trash").rows()).isEmpty();
        assertThat(account.onServer()).isEqualTo(3);
    }

    @Test
    @DisplayName("sync")
    void newMailComesAndWhatAnotherProgramTakesStaysAsTheOnlyCopy() {
        Account account = Mailbox.account(POP3, 3);
        Visitor visitor = account.visitor();
        ticked(inbox(visitor), 0).press("action", "star");
        try (RawPop3 other = session(MailServers.dovecot().pop3Port(), account.user())) {
            other.deleteAndQuit(1);
        }
        MailServers.dovecot().fill(account.user(), INBOX, Stream.of(mail(3).message()));
        Fetching.checkNow(visitor);
        Patience.until("the new message", () -> inbox(visitor).rows().size() == 4);
        Page list = inbox(visitor);
        assertThat(list.row(subject(0)).hasAttr("data-starred")).isTrue();
        assertThat(list.dom().select(".row[data-only-copy]")).hasSize(1);
        assertThat(list.row(subject(0)).hasAttr("data-only-copy")).isTrue();
        assertThat(list.openMessage(subject(0)).mark("message-text").text()).isNotBlank();
    }

    @Test
    @DisplayName("search before download")
    void headersAreSearchedBeforeAnyTextIsHereAndItIsSaidThatTextsAreMissing() {
        try (ScriptedPop3Server server = ScriptedPop3Server.start()) {
            server.on("RETR", Play.stalls());
            Visitor visitor = signedInAt(server.port(), "none", somebody());
            Fetching.awaitHeaders(visitor, 3);
            Page found = search(visitor, "subject:second");
            assertThat(found.subjects()).containsExactly("Second");
            assertThat(found.mark("search-status").attr("data-state")).isEqualTo("done");
            Page texts = search(visitor, "body:two");
            assertThat(texts.status()).isEqualTo(200);
            assertThat(texts.mark("search-status").attr("data-state")).isEqualTo("partial");
        }
    }

    @Test
    @DisplayName("headers before download")
    void everyMessageIsListedAndCanBeOpenedBeforeItsTextIsHere() {
        try (ScriptedPop3Server server = ScriptedPop3Server.start()) {
            server.on("RETR", Play.stalls());
            Visitor visitor = signedInAt(server.port(), "none", somebody());
            Fetching.awaitHeaders(visitor, 3);
            Page list = inbox(visitor);
            assertThat(list.subjects()).containsExactlyInAnyOrder("First", "Second", "Third");
            Page message = list.openMessage("Second");
            assertThat(message.status()).isEqualTo(200);
            assertThat(message.has("[data-testid=content-pending]")).isTrue();
            server.on("RETR", Play.behaves());
            server.cutAll();
            Patience.until("the text", () -> hasText(visitor.open(message.address())));
        }
    }

    @Nested
    @DisplayName("keep or delete on the server")
    class KeepOrDelete {

        @Test
        void inKeepModeNothingIsEverDeletedThere() {
            Account account = Mailbox.account(POP3, 3);
            Visitor visitor = account.visitor();
            MailServers.drops().forgetCommands();
            choose(visitor, "delete", "7");
            choose(visitor, "keep", "7");
            account.deliver(List.of(mail(3).message()));
            assertThat(account.onServer()).isEqualTo(4);
            assertThat(MailServers.drops().count("DELE")).isZero();
        }

        @Test
        void inDeleteModeWhatIsHereLeavesTheDropAndStaysHere() {
            Account account = Mailbox.account(POP3, 3);
            Visitor visitor = account.visitor();
            choose(visitor, "delete", "0");
            Fetching.checkNow(visitor);
            Patience.until("an empty drop", () -> account.onServer() == 0);
            Page list = inbox(visitor);
            assertThat(list.subjects()).containsExactly(subject(2), subject(1), subject(0));
            assertThat(list.openMessage(subject(1)).mark("message-text").text())
                    .contains("on a bench");
        }

        @Test
        void inDeleteModeWhatIsDeletedHereForGoodIsDeletedThere() {
            Account account = Mailbox.account(POP3, 2);
            Visitor visitor = account.visitor();
            choose(visitor, "delete", "30");
            ticked(inbox(visitor), 0).press("action", "delete");
            ticked(visitor.open("/mailbox?name=Trash"), 0)
                    .press("action", "delete")
                    .markedForm("list-actions")
                    .press("action", "delete");
            Fetching.checkNow(visitor);
            Patience.until("one message there", () -> account.onServer() == 1);
            assertThat(inbox(visitor).subjects()).containsExactly(subject(1));
        }

        private static void choose(Visitor visitor, String mode, String days) {
            Page page =
                    visitor.open("/settings")
                            .markedForm("pop3-mode")
                            .with("mode", mode)
                            .with("days", days)
                            .submit();
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            assertThat(page.one("#mode-" + mode).hasAttr("checked")).isTrue();
        }
    }

    @Test
    void everyRowOfTheReadmeHasItsTest() throws Exception {
        String readme = Files.readString(Path.of("../README.md"));
        String table = readme.replaceFirst("(?s).*\n\\| \\| IMAP \\| POP3 \\|[^\n]*\n", "");
        List<String> rows =
                Pattern.compile("\\G\\| ([^|]+) \\|[^\n]*\n")
                        .matcher(table)
                        .results()
                        .map((MatchResult row) -> row.group(1))
                        .filter(name -> !name.startsWith("---"))
                        .toList();
        assertThat(rows).isNotEmpty();
        assertThat(names()).containsExactlyInAnyOrderElementsOf(rows);
    }

    private static List<String> names() {
        return Stream.concat(
                        Stream.of(Pop3ComparedWithImapTest.class.getDeclaredMethods()),
                        Stream.of(Pop3ComparedWithImapTest.class.getDeclaredClasses()))
                .flatMap(element -> Stream.of(element.getAnnotationsByType(DisplayName.class)))
                .map(DisplayName::value)
                .toList();
    }

    private static CorpusMessage large() {
        Instant when = Instant.parse("2026-03-01T12:00:00Z");
        MimePart text =
                MimePart.text(
                        "plain",
                        "See the chart.",
                        StandardCharsets.UTF_8,
                        TransferEncoding.QUOTED_PRINTABLE);
        MimePart chart =
                MimePart.binary("application/octet-stream", new byte[CHART])
                        .attached("chart.bin", FileNameStyle.QUOTED);
        byte[] raw =
                new MessageDraft()
                        .field("From: Office <office@example.org>")
                        .subject("Charts")
                        .date(when)
                        .with(MimePart.multipart("mixed", text, chart));
        return new CorpusMessage(raw, Set.of(), when, INBOX);
    }

    private static MailUser somebody() {
        return new MailUser("somebody@postroom.test", "a password");
    }

    /** A session with the drop, once Postroom has none. */
    private static RawPop3 session(int port, MailUser user) {
        List<RawPop3> sessions = new ArrayList<>();
        Patience.until("a free drop", () -> begins(port, user, sessions));
        return sessions.getFirst();
    }

    private static boolean begins(int port, MailUser user, List<RawPop3> sessions) {
        RawPop3 other = RawPop3.connect(port);
        other.send("USER " + user.login());
        boolean in = other.send("PASS " + user.password()).startsWith("+OK");
        if (in) {
            sessions.add(other);
        } else {
            other.close();
        }
        return in;
    }

    private static Visitor signedInAt(int port, String security, MailUser user) {
        Visitor visitor = new Visitor();
        Page page =
                visitor.open("/login")
                        .form("form[action=/login]")
                        .with("username", user.login())
                        .with("password", user.password())
                        .with("protocol", "pop3")
                        .with("host", "127.0.0.1")
                        .with("port", Integer.toString(port))
                        .with("security", security)
                        .submit();
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return visitor;
    }

    private static Page inbox(Visitor visitor) {
        return visitor.open("/mailbox?name=INBOX");
    }

    private static List<String> marked(Visitor visitor, String attribute) {
        return inbox(visitor)
                .dom()
                .select(".row[" + attribute + "] [data-testid=row-subject]")
                .eachText();
    }

    private static Form folder(Visitor visitor, String mark, String mailbox) {
        return visitor.open("/mailboxes")
                .form(
                        "form[data-testid=%s]:has([name=mailbox][value=%s])"
                                .formatted(mark, mailbox));
    }

    private static Page search(Visitor visitor, String q) {
        return inbox(visitor).markedForm("search").with("q", q).with("scope", "mailbox").submit();
    }

    private static boolean hasText(Page page) {
        return page.has("[data-testid=message-text]")
                && page.mark("message-text").text().contains("Two begins with a dot.");
    }
}
