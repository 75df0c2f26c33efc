package org.postroom.testing.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.Mailbox;
import org.postroom.protocol.MailboxEvent;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.MoveResult;
import org.postroom.protocol.SearchCriteria.Contains;
import org.postroom.protocol.SearchCriteria.Field;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;
import org.postroom.protocol.UidValidity;
import org.postroom.testing.server.MailUser;
import org.postroom.testing.server.Play;
import org.postroom.testing.server.ScriptedImapServer;

/** Servers with few extensions, or with one that our real servers lack. */
class PoorImapServerTest {

    private static final MailboxName INBOX = MailboxName.inbox('/');
    private static final MailboxName ARCHIVE = new MailboxName("Archive", '/');
    private static final MessageRefs TWO =
            new MessageRefs(INBOX, new UidValidity(77), UidSet.of(new Uid(1), new Uid(2)));

    private final ScriptedImapServer server = ScriptedImapServer.start();

    @AfterEach
    void end() {
        server.close();
    }

    private MailStore open() {
        return ImapAccounts.open(server.port(), new MailUser("ines", "wörd"));
    }

    private void offer(String capabilities) {
        server.on("CAPABILITY", Play.says("* CAPABILITY IMAP4rev1 " + capabilities, "@ OK done"));
    }

    private Stream<String> received(String command) {
        return server.received().stream().filter(line -> line.startsWith(command));
    }

    @Test
    void withoutMoveTheyAreCopiedMarkedAndExpungedAlone() {
        offer("UIDPLUS");
        server.on("UID COPY", Play.says("@ OK [COPYUID 9 1:2 11:12] done"));
        server.on("UID STORE|UID EXPUNGE", Play.says("@ OK done"));

        MoveResult result = open().move(TWO, ARCHIVE);

        assertThat(result.done()).isEqualTo(TWO.uids());
        assertThat(received("UID STORE"))
                .containsExactly("UID STORE 1:2 +FLAGS.SILENT (\\Deleted)");
        assertThat(received("UID EXPUNGE")).containsExactly("UID EXPUNGE 1:2");
    }

    @Test
    void withoutUidPlusNothingIsEverExpunged() {
        offer("");
        server.on("UID FETCH", Play.says("* 1 FETCH (UID 1)", "* 2 FETCH (UID 2)", "@ OK done"));
        server.on("UID COPY|UID STORE", Play.says("@ OK done"));

        MailStore store = open();
        MoveResult moved = store.move(TWO, ARCHIVE);
        UidSet deleted = store.expunge(TWO).done();

        assertThat(moved.done()).isEqualTo(TWO.uids());
        assertThat(moved.target()).isEmpty();
        assertThat(deleted).isEqualTo(TWO.uids());
        assertThat(server.received()).noneMatch(line -> line.contains("EXPUNGE"));
    }

    @Test
    void withoutIdleItIsAskedNowAndThen() {
        offer("");
        server.on("NOOP", Play.says("* 4 EXISTS", "@ OK done"));
        List<MailboxEvent> events = new ArrayList<>();

        open().await(INBOX, Duration.ofMillis(50), events::add, _ -> {});

        assertThat(events).contains(new MailboxEvent.Exists(4));
    }

    @Test
    void withoutInitialResponsesThePasswordWaitsForTheChallenge() {
        offer("AUTH=PLAIN");
        server.on("AUTHENTICATE", Play.says("+ ", "@ OK done"));

        open();

        assertThat(received("AUTHENTICATE")).containsExactly("AUTHENTICATE PLAIN");
        assertThat(server.received()).noneMatch(line -> line.startsWith("LOGIN"));
    }

    @Test
    void whoSpeaksUtf8IsSpokenToInUtf8() {
        offer("ENABLE UTF8=ACCEPT");
        server.on("ENABLE", Play.says("* ENABLED UTF8=ACCEPT", "@ OK done"));
        server.on("LIST", Play.says("* LIST () \"/\" \"" + octets("日本") + "\"", "@ OK done"));
        server.on("STATUS", Play.says("@ NO later"));
        MailStore store = open();

        assertThat(store.mailboxes())
                .extracting(Mailbox::name)
                .extracting(MailboxName::value)
                .containsExactly("日本");
        store.search(new MailboxName("日本", '/'), new Contains(Field.SUBJECT, "本"));
        assertThat(received("SELECT")).containsExactly("SELECT \"" + octets("日本") + "\"");
        assertThat(received("UID SEARCH"))
                .containsExactly("UID SEARCH UNDELETED SUBJECT \"" + octets("本") + "\"");
    }

    @Test
    void whoOnlySaysSoIsNot() {
        offer("ENABLE UTF8=ACCEPT");
        server.on("ENABLE", Play.says("@ OK nothing enabled"));

        open().search(new MailboxName("日本", '/'), new Contains(Field.SUBJECT, "本"));

        assertThat(received("SELECT")).containsExactly("SELECT \"&ZeVnLA-\"");
        assertThat(received("UID SEARCH"))
                .containsExactly(
                        "UID SEARCH CHARSET UTF-8 UNDELETED SUBJECT {3}\r\n" + octets("本"));
    }

    // The script's texts are octets.
    private static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
