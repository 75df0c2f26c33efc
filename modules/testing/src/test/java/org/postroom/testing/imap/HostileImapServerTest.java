package org.postroom.testing.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.Listing;
import org.postroom.protocol.MailException.AuthenticationFailed;
import org.postroom.protocol.MailException.BadResponse;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.MailException.OverQuota;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.Mailbox;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.MessageSummary;
import org.postroom.protocol.MoveResult;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.Section;
import org.postroom.protocol.SectionRange;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Security;
import org.postroom.protocol.SortOrder;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;
import org.postroom.protocol.UidValidity;
import org.postroom.protocol.imap.ImapStores;
import org.postroom.protocol.net.AddressPolicy;
import org.postroom.protocol.net.MailNetwork;
import org.postroom.protocol.net.Timeouts;
import org.postroom.testing.server.ImapPlay;
import org.postroom.testing.server.Play;
import org.postroom.testing.server.ScriptedImapServer;

/** Servers that lie, cut, stall and attack: the store says so, and nothing else happens. */
class HostileImapServerTest {

    private static final MailboxName INBOX = MailboxName.inbox('/');
    private static final UidValidity VALIDITY = new UidValidity(77);
    private static final MessageRef FIRST = new MessageRef(INBOX, VALIDITY, new Uid(1));

    private final ScriptedImapServer server = ScriptedImapServer.start();

    @AfterEach
    void end() {
        server.close();
    }

    private MailStore open() {
        return open(Security.NONE);
    }

    private MailStore open(Security security) {
        Timeouts patience =
                new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(2));
        MailNetwork network = new MailNetwork(patience, Optional.empty());
        ServerEndpoint endpoint =
                new ServerEndpoint(
                        ServerEndpoint.Protocol.IMAP, "127.0.0.1", server.port(), security);
        return new ImapStores(network, _ -> AddressPolicy.operatorGiven())
                .open(endpoint, new Credentials.Password("ines", "pass\"wört"));
    }

    private List<MessageSummary> list() {
        return open().list(INBOX, new Listing(SearchCriteria.ALL, SortOrder.NEWEST_FIRST, 0, 50))
                .messages();
    }

    private static void assertUnreachable(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ServerUnreachable.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void aLiteralOfTwoGigabytesIsNotTaken() {
        server.on("UID FETCH", ImapPlay.announcesLiteral(2_000_000_000));

        assertThatThrownBy(() -> open().detail(FIRST)).isInstanceOf(BadResponse.class);
    }

    @Test
    void parenthesesWithoutEndEndTheConnection() {
        server.on("UID FETCH", ImapPlay.parentheses(20_000));

        assertThatThrownBy(() -> open().detail(FIRST)).isInstanceOf(BadResponse.class);
    }

    @Test
    void aLineWithoutEndEndsTheConnection() {
        server.on("UID FETCH", ImapPlay.endlessLine());

        assertThatThrownBy(() -> open().detail(FIRST)).isInstanceOf(BadResponse.class);
    }

    @Test
    void aCutInTheMiddleOfAnAnswerIsALostConnection() {
        server.on("UID FETCH", Play.saysRaw("* 1 FETCH (UID 1 FLAGS (").then(Play.cuts()));
        MailStore store = open();

        assertThatThrownBy(() -> store.detail(FIRST)).isInstanceOf(ConnectionLost.class);
        assertThat(store.isAlive()).isFalse();
        assertThatThrownBy(store::mailboxes).isInstanceOf(ConnectionLost.class);
    }

    @Test
    void aGoodbyeIsALostConnection() {
        server.on("UID FETCH", ImapPlay.bye("going down"));

        assertThatThrownBy(() -> open().detail(FIRST)).isInstanceOf(ConnectionLost.class);
    }

    @Test
    void aSilentServerIsGivenUp() {
        server.on("UID FETCH", Play.stalls());

        assertThatThrownBy(() -> open().detail(FIRST))
                .isInstanceOfSatisfying(
                        ConnectionLost.class, e -> assertThat(e.timedOut()).isTrue());
    }

    @Test
    void aServerThatClaimsToKnowUsIsRefused() {
        server.greeting(Play.says("* PREAUTH welcome back"));

        assertUnreachable(this::open, Reason.NOT_USABLE);
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aGoodbyeAsGreetingMeansBusy() {
        server.greeting(ImapPlay.bye("too many connections"));

        assertUnreachable(this::open, Reason.BUSY);
    }

    @Test
    void whatIsNoMailServerIsRefused() {
        server.greeting(Play.says("HTTP/1.1 400 Bad Request", ""));

        assertUnreachable(this::open, Reason.NOT_USABLE);
    }

    @Test
    void withoutStartTlsNoPasswordIsSent() {
        assertUnreachable(() -> open(Security.STARTTLS), Reason.NOT_USABLE);

        assertThat(server.received()).containsExactly("CAPABILITY");
    }

    @Test
    void whatIsSaidBetweenStartTlsAndTlsEndsTheConnection() {
        server.on("CAPABILITY", Play.says("* CAPABILITY IMAP4rev1 STARTTLS", "@ OK done"));
        server.on("STARTTLS", Play.says("@ OK begin", "* CAPABILITY IMAP4rev1 AUTH=PLAIN"));

        assertThatThrownBy(() -> open(Security.STARTTLS)).isInstanceOf(ServerUnreachable.class);

        assertThat(server.received()).containsExactly("CAPABILITY", "STARTTLS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NO [AUTHENTICATIONFAILED] no",
                "NO wrong",
                "NO [EXPIRED] change it",
                "BAD what"
            })
    void aRefusedPasswordIsTold(String answer) {
        server.on("LOGIN", Play.says("@ " + answer));

        assertThatThrownBy(this::open).isInstanceOf(AuthenticationFailed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "NO [UNAVAILABLE] later, BUSY",
        "NO [INUSE] later, BUSY",
        "NO [LIMIT] too many, BUSY",
        "NO [PRIVACYREQUIRED] use TLS, NOT_USABLE",
        "NO [REFERRAL imap://elsewhere/] there, NOT_USABLE"
    })
    void aBusyServerSaysNothingAboutThePassword(String answer, Reason reason) {
        server.on("LOGIN", Play.says("@ " + answer));

        assertUnreachable(this::open, reason);
    }

    @Test
    void wherePasswordsAreNotTakenNoneIsSent() {
        server.on("CAPABILITY", Play.says("* CAPABILITY IMAP4rev1 LOGINDISABLED", "@ OK done"));

        assertUnreachable(this::open, Reason.NOT_USABLE);
        assertThat(server.received()).containsExactly("CAPABILITY");
    }

    @Test
    void aPasswordTravelsAsAString() {
        open();

        assertThat(server.received())
                .anyMatch(command -> command.startsWith("LOGIN \"ines\" {10}\r\npass\"w"));
    }

    @Test
    void unknownItemsHideNoMessage() {
        server.on(
                "UID FETCH",
                Play.says(
                        "* 1 FETCH (X-NEW (1 (2 \"3\")) UID 1 FLAGS (\\Seen odd[flag \\Strange)"
                                + " RFC822.SIZE 12 INTERNALDATE \"nonsense\" ENVELOPE (NIL \"Hello\""
                                + " NIL) BODYSTRUCTURE (\"TEXT\"))",
                        "* 2 FETCH (UID 2 ENVELOPE NIL BODYSTRUCTURE NIL)",
                        "* 3 FETCH (UID 3 ENVELOPE \"oops\" BODYSTRUCTURE ((((",
                        "@ OK done"));

        List<MessageSummary> messages = list();

        assertThat(messages).hasSize(3);
        assertThat(messages.getLast().envelope().orElseThrow().subject()).isEqualTo("Hello");
    }

    @Test
    void oddNamesHideNoMailbox() {
        server.on(
                "LIST",
                Play.says(
                        "* LIST () \"/\" INBOX",
                        "* LIST () \"/\" \"broken &utf7\"",
                        "* LIST () \"/\" \"gr\u00fc\u00df\"",
                        "* LIST () \"/\" {5}",
                        "a\tb\u0001c",
                        "* LIST (\\Sent) \"/\" fine",
                        "@ OK done"));

        assertThat(open().mailboxes())
                .extracting(Mailbox::name)
                .extracting(MailboxName::value)
                .containsExactlyInAnyOrder("INBOX", "broken &utf7", "grüß", "fine");
    }

    @Test
    void moreThanWasAskedForIsCutShort() {
        server.on(
                "UID FETCH", Play.says("* 1 FETCH (UID 1 BODY[]<0> \"0123456789\")", "@ OK done"));
        SectionRange range = SectionRange.first(Section.SOURCE, 3);

        assertThat(open().read(FIRST, List.of(range)).get(range)).asString().isEqualTo("012");
    }

    @Test
    void impossibleNumbersAreNoIdentifiers() {
        server.on(
                "UID SEARCH",
                Play.says("* SEARCH 1 99999999999999999999 -5 x 4294967296 0", "@ OK done"));

        assertThat(open().search(INBOX, SearchCriteria.ALL).uids())
                .isEqualTo(UidSet.of(new Uid(1)));
    }

    @Test
    void aMailboxWithoutValidityIsABadResponse() {
        server.on("SELECT", Play.says("* 3 EXISTS", "@ OK selected"));

        assertThatThrownBy(() -> open().detail(FIRST)).isInstanceOf(BadResponse.class);
    }

    @Test
    void whatWasMovedBeforeAFailureIsTold() {
        AtomicInteger windows = new AtomicInteger();
        server.on(
                "UID MOVE",
                stage -> {
                    boolean first = windows.getAndIncrement() == 0;
                    stage.say(first ? "@ OK [COPYUID 9 1:3 11:13] done" : "@ NO [OVERQUOTA] full");
                });
        UidSet many = UidSet.of(LongStream.rangeClosed(1, 3_000));

        MoveResult result =
                open().move(
                                new MessageRefs(INBOX, VALIDITY, many),
                                new MailboxName("Archive", '/'));

        assertThat(result.done()).isEqualTo(UidSet.between(new Uid(1), new Uid(3)));
        assertThat(result.stopped()).get().isInstanceOf(OverQuota.class);
        assertThat(windows).hasValue(2);
    }

    @Test
    void aMoveThatFailsAtOnceIsAFailure() {
        server.on("UID MOVE", Play.says("@ NO [OVERQUOTA] full"));

        assertThatThrownBy(
                        () -> open().move(MessageRefs.of(FIRST), new MailboxName("Archive", '/')))
                .isInstanceOf(OverQuota.class);
    }

    @Test
    void whoeverFailsWhileToldOfAChangeBreaksTheWaitOff() {
        server.on("CAPABILITY", Play.says("* CAPABILITY IMAP4rev1 IDLE", "@ OK done"));
        server.on("IDLE", Play.says("+ idling", "* 4 EXISTS"));
        MailStore store = open();

        assertThatThrownBy(
                        () ->
                                store.await(
                                        INBOX,
                                        Duration.ofMinutes(1),
                                        _ -> {
                                            throw new IllegalStateException("mine");
                                        },
                                        _ -> {}))
                .hasMessage("mine");
        assertThat(store.isAlive()).isFalse();
    }

    @Test
    void aServerThatDiesInAWaitIsALostConnection() {
        server.on("CAPABILITY", Play.says("* CAPABILITY IMAP4rev1 IDLE", "@ OK done"));
        server.on("IDLE", Play.says("+ idling").then(Play.cuts()));

        assertThatThrownBy(() -> open().await(INBOX, Duration.ofMinutes(1), _ -> {}, _ -> {}))
                .isInstanceOf(ConnectionLost.class);
    }
}
