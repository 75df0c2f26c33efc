package org.postroom.sessioncache.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.DropAnswer;
import org.postroom.protocol.MailException;
import org.postroom.protocol.Maildrops;
import org.postroom.protocol.MessageSummary;
import org.postroom.sessioncache.local.Arrivals;
import org.postroom.sessioncache.local.Contents;
import org.postroom.sessioncache.local.HeaderReader;
import org.postroom.sessioncache.local.KnownHeader;
import org.postroom.testing.server.DropMessage;
import org.postroom.testing.server.Play;

/** Servers, and mistakes of ours, that must not keep the rest of a drop away. */
@QuarkusTest
class DropOddServersTest extends Visitors {

    private static final DropMessage ONE = DropMessage.of("u1", "First", "One.");
    private static final int MANY = 6_000;

    @Inject Maildrops maildrops;
    @Inject DropHeaders headers;
    @Inject DropBodies bodies;
    @Inject DropRemoval removal;
    @Inject Arrivals arrivals;
    @Inject Contents contents;
    @Inject DropRoom room;
    @Inject HeaderReader reader;
    @Inject DropRules rules;

    @AfterEach
    void heal() {
        run("DROP TRIGGER IF EXISTS full_disk ON drop_entry");
    }

    private void run(String statement) {
        database.call(sql -> sql.change(statement));
    }

    /** The database fails with the last message of the list, whose piece is not the first. */
    private void failWith(String name) {
        run(
                """
                CREATE OR REPLACE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'; END $$
                """);
        run(
                "CREATE TRIGGER full_disk BEFORE INSERT ON drop_entry FOR EACH ROW WHEN (NEW.key = '"
                        + DropKeys.named(name)
                        + "') EXECUTE FUNCTION full_disk()");
    }

    @Test
    void aLongListThatIsLeftInItsMiddleGoesOnWhereItWas() {
        server.messages(
                IntStream.rangeClosed(1, MANY)
                        .mapToObj(i -> DropMessage.of("m" + i, "Number " + i, "Text"))
                        .toList());
        server.on("TOP", Play.cuts());
        failWith("m" + MANY);

        assertThat(visit().trouble()).contains(DropTrouble.STORAGE);
        assertThat(store().status(INBOX).messages()).isEqualTo(5_000);

        heal();
        visit();
        assertThat(store().status(INBOX).messages()).isEqualTo(MANY);
        assertThat(entries.all(key())).hasSize(MANY);
        visit();
        assertThat(store().status(INBOX).messages()).isEqualTo(MANY);
    }

    @Test
    void aServerThatNamesAllAnewEachTimeIsLeftAloneInTheEnd() {
        for (int visit = 1; visit <= 3; visit++) {
            String name = "n" + visit;
            server.messages(
                    DropMessage.of(name, name + " 1", "x".repeat(visit)),
                    DropMessage.of(name + "b", name + " 2", "y".repeat(visit)));
            DropOutcome outcome = visit(with(rules.longest(), 2), headers, bodies);

            assertThat(outcome.trouble().isPresent()).as("visit %d", visit).isEqualTo(visit == 3);
        }
        assertThat(byUid()).hasSize(4);
    }

    @Test
    void aServerThatNeverComesToAnEndIsLeft() {
        server.on("RETR", Play.endless("+OK\r\n", "x".repeat(70) + "\r\n"));

        DropOutcome outcome = visit(with(Duration.ofMillis(700), 10), headers, bodies);

        assertThat(outcome.trouble()).contains(DropTrouble.UNREACHABLE);
        assertThat(subjects()).containsExactly("First", "Second", "Third");
    }

    private DropRules with(Duration longest, int maxMessages) {
        return new DropRules(
                rules.poll(),
                rules.slowestPoll(),
                rules.signInPatience(),
                rules.firstPage(),
                rules.session(),
                longest,
                rules.held(),
                rules.perReplica(),
                rules.perServer(),
                maxMessages);
    }

    /** A session under other rules, or made of other parts. */
    private DropOutcome visit(DropRules other, DropHeaders headers, DropBodies bodies) {
        DropListing listing = new DropListing(leases, entries, arrivals, other);
        DropRuns runs =
                new DropRuns(
                        listing, headers, bodies, removal, entries, leases, rows, arrivals, other);
        return visit(runs);
    }

    private DropOutcome visit(DropRuns runs) {
        local.open(account());
        rows.ensure(key());
        DropLease lease = DropLease.wish(key());
        assertThat(leases.take(lease)).isTrue();
        DropAnswer.Opened opened = (DropAnswer.Opened) maildrops.open(endpoint(), credentials);
        Pulse pulse = new Pulse(leases, lease, rules);
        try {
            return runs.run(new DropSession(opened.drop(), lease, pulse, () -> {}));
        } finally {
            leases.release(lease);
        }
    }

    @Test
    void aHeaderThatWeFailToReadKeepsNoOthersAway() {
        QuarkusMock.installMockForType(
                new HeaderReader() {
                    @Override
                    public KnownHeader read(byte[] octets) {
                        if (new String(octets, StandardCharsets.UTF_8).contains("Second")) {
                            throw new IllegalStateException("a mistake of ours");
                        }
                        return super.read(octets);
                    }
                },
                HeaderReader.class);

        assertThat(visit().trouble()).isEmpty();

        assertThat(subjects()).containsExactly("First", "", "Third");
        assertThat(inbox().filling()).isEmpty();
        assertThat(text(byUid().get(1).ref())).contains("Two begins");
        assertThat(text("First")).contains("One.");
    }

    /** Fails with the second message, and only when its text is wanted. */
    private final class PoorHeaders extends DropHeaders {
        PoorHeaders() {
            super(leases, entries, arrivals, reader);
        }

        @Override
        void fill(DropSession session, List<Listed> listed, Runnable between) {
            between.run();
        }

        @Override
        void fetch(DropSession session, List<Listed> batch) {
            if (batch.getFirst().item().number() == 2) {
                throw new IllegalStateException("a mistake of ours");
            }
            super.fetch(session, batch);
        }
    }

    @Test
    void aMessageThatWeFailToReadKeepsNoOthersAway() {
        DropHeaders poor = new PoorHeaders();
        DropBodies bodies = new DropBodies(leases, entries, poor, arrivals, contents, room);

        assertThat(visit(rules, poor, bodies).trouble()).isEmpty();

        assertThat(subjects()).containsExactly("First", "", "Third");
        assertThat(visit().trouble()).isEmpty();
        assertThat(text("Second")).contains("Two begins");
    }

    @Test
    void aMessageWhoseEndNobodyCanSeeComesAfterAllOthers() {
        server.on("RETR 3", Play.saysRaw("+OK\r\nSubject: Third\r\n\r\nglued.\r\n"));

        assertThat(visit().trouble()).contains(DropTrouble.UNREACHABLE);
        assertThat(sent("RETR")).isEqualTo(1);
        server.on("RETR 3", Play.cuts());
        assertThat(visit().trouble()).contains(DropTrouble.UNREACHABLE);

        assertThat(text("First")).contains("One.");
        assertThat(text("Second")).contains("Two begins");
    }

    @Test
    void aMessageThatSomebodyWaitsForDoesNotBreakEverySession() {
        server.on("RETR 2", Play.cuts());
        visit();
        String wanted = "Second";
        for (int visit = 0; visit < 3; visit++) {
            assertThatThrownBy(() -> text(wanted)).isInstanceOf(MailException.class);
            visit();
        }
        server.messages(
                Stream.concat(
                                server.messages().stream(),
                                Stream.of(DropMessage.of("u4", "Fourth", "Four.")))
                        .toList());

        visit();

        assertThat(text("First")).contains("One.");
        assertThat(text("Fourth")).contains("Four.");
    }

    @Test
    void aHeaderThatBreaksTheSessionKeepsNoOthersAway() {
        server.on("TOP 2 0", Play.cuts());

        assertThat(visit().trouble()).contains(DropTrouble.UNREACHABLE);
        assertThat(subjects()).containsExactly("", "", "Third");
        assertThat(visit().trouble()).contains(DropTrouble.UNREACHABLE);
        assertThat(subjects()).containsExactly("First", "", "Third");
        IntStream.range(0, 3).forEach(_ -> visit());

        assertThat(text("First")).contains("One.");
        assertThat(text("Third")).contains("Three.");
        server.on("TOP 2 0", Play.behaves());
        assertThat(visit().trouble()).isEmpty();
        assertThat(text("Second")).contains("Two begins");
    }

    @Test
    void aMessageThatCannotBeFetchedKeepsNothingOnTheServer() {
        server.on("RETR 2", Play.cuts());
        visit();
        visit();
        visit();
        rows.setMode(key(), new DropMode.DeleteAfter(0));

        visit();
        visit();

        assertThat(server.messages().stream().map(DropMessage::uidl)).containsExactly("u2");
    }

    @Test
    void namesThatAllChangeWhileHeadersAreMissingChangeNoRows() {
        List<DropMessage> before = server.messages();
        server.on("TOP", Play.cuts());
        visit();
        List<Object> rowsBefore = byUid().stream().<Object>map(MessageSummary::ref).toList();
        server.messages(before.stream().map(each -> each.as("new-" + each.uidl())).toList());
        server.on("TOP", Play.behaves());

        assertThat(visit().trouble()).isEmpty();

        assertThat(subjects()).containsExactly("First", "Second", "Third");
        assertThat(byUid().stream().<Object>map(MessageSummary::ref).toList())
                .isEqualTo(rowsBefore);
        assertThat(inbox().filling()).isEmpty();
    }

    @Test
    void whatGoesBeforeItsHeaderCameLeavesNoEmptyRow() {
        server.on("TOP", Play.cuts());
        visit();
        assertThat(subjects()).containsExactly("", "", "");
        server.messages(ONE);
        server.on("TOP", Play.behaves());

        assertThat(visit().trouble()).isEmpty();

        assertThat(subjects()).containsExactly("First");
        assertThat(inbox().filling()).isEmpty();
        assertThat(store().status(INBOX).messages()).isEqualTo(1);
        assertThat(drops.state(session()).orElseThrow().known()).isEqualTo(1);
    }

    @Test
    void whatTheServerDeletesByItselfIsKnown() {
        visit();
        assertThat(drops.state(session()).orElseThrow().expireDays()).isEmpty();

        server.capabilities("TOP", "UIDL", "USER", "EXPIRE 0 USER");
        visit();
        assertThat(drops.state(session()).orElseThrow().expireDays()).contains(0);

        server.capabilities("TOP", "UIDL", "USER", "EXPIRE NEVER");
        visit();
        assertThat(drops.state(session()).orElseThrow().expireDays()).isEmpty();
    }
}
