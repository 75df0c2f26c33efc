package org.postroom.sessioncache.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.Envelope;
import org.postroom.protocol.Flag;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.Listing;
import org.postroom.protocol.MailException.ContentGone;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.MessageSummary;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.SortOrder;
import org.postroom.testing.server.DropMessage;
import org.postroom.testing.server.Play;

@QuarkusTest
class DropRunTest extends Visitors {

    private static final DropMessage ONE = DropMessage.of("u1", "First", "One.");
    private static final DropMessage TWO = DropMessage.of("u2", "Second", "Two.");
    private static final DropMessage THREE = DropMessage.of("u3", "Third", "Three.");

    @Test
    void aSessionBringsEverythingInDropOrder() {
        DropOutcome outcome = visit();

        assertThat(outcome.trouble()).isEmpty();
        assertThat(outcome.unfinished()).isFalse();
        assertThat(subjects()).containsExactly("First", "Second", "Third");
        assertThat(text("Second")).endsWith("\r\n\r\n.Two begins with a dot.\r\n");
        assertThat(server.received()).last().isEqualTo("QUIT");
        assertThat(sent("DELE")).isZero();
    }

    @Test
    void theNextSessionFetchesOnlyWhatIsNew() {
        server.messages(ONE, TWO);
        visit();
        server.messages(ONE, TWO, THREE);
        visit();

        assertThat(subjects()).containsExactly("First", "Second", "Third");
        assertThat(sent("RETR")).isEqualTo(3);
        assertThat(sent("TOP")).isEqualTo(3);
    }

    @Test
    void headersComeNewestFirst() {
        visit();

        assertThat(server.received().stream().filter(each -> each.startsWith("TOP")))
                .containsExactly("TOP 3 0", "TOP 2 0", "TOP 1 0");
    }

    @Test
    void whatHasNoHeaderYetCountsAsOlderThanWhatHasOne() {
        server.messages(received("First", 1), received("Second", 2), received("Third", 3));
        server.on("TOP 1 0", Play.says("-ERR not now")).on("RETR 1", Play.says("-ERR not now"));
        visit();

        assertThat(listed(SortOrder.NEWEST_FIRST)).containsExactly("Third", "Second", "");
        assertThat(listed(new SortOrder(SortOrder.Key.DATE, false)))
                .containsExactly("", "Second", "Third");

        server.on("TOP 1 0", Play.behaves()).on("RETR 1", Play.behaves());
        visit();
        assertThat(listed(SortOrder.NEWEST_FIRST)).containsExactly("Third", "Second", "First");
    }

    // Long before it was fetched.
    private static DropMessage received(String subject, int day) {
        String date = "%d Mar 2021 08:00:00 +0000".formatted(day);
        return new DropMessage(
                "received-" + day,
                "Received: by mx.example; %s\r\nSubject: %s\r\n\r\nText\r\n"
                        .formatted(date, subject)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private List<String> listed(SortOrder order) {
        return store()
                .list(INBOX, new Listing(SearchCriteria.ALL, order, 0, 50))
                .messages()
                .stream()
                .map(each -> each.envelope().map(Envelope::subject).orElse(""))
                .toList();
    }

    @Test
    void withoutUidlTheHeaderTellsMessagesApart() {
        server.capabilities("TOP", "USER").on("UIDL", Play.says("-ERR what"));
        server.messages(ONE, TWO);
        visit();
        server.messages(TWO, THREE);
        visit();

        assertThat(subjects()).containsExactly("First", "Second", "Third");
        assertThat(onlyCopies()).containsExactly("First");
        assertThat(text("Third")).contains("Three.");
    }

    @Test
    void messagesThatShareANameStayApart() {
        server.messages(ONE.as("same"), TWO.as("same"), THREE);
        visit();
        visit();

        assertThat(subjects()).containsExactly("First", "Second", "Third");
        assertThat(text("First")).contains("One.");
        assertThat(text("Second")).contains("Two.");
    }

    @Test
    void theSameMailTwiceStaysTwice() {
        server.messages(ONE, ONE.as("copy"));
        visit();
        server.on("UIDL", Play.says("-ERR what")).capabilities("TOP", "USER");
        visit();

        assertThat(subjects()).containsExactly("First", "First");
        assertThat(onlyCopies()).isEmpty();
    }

    @Test
    void aMigrationOfTheServerKeepsFlagsAndPlaces() {
        server.messages(ONE, TWO, THREE);
        visit();
        store().changeFlags(MessageRefs.of(message("Second")), FlagChange.add(Flag.FLAGGED));
        deleteForGood("First");
        List<MessageSummary> before = byUid();
        server.messages(ONE.as("n1"), TWO.as("n2"), THREE.as("n3"));

        visit();

        assertThat(byUid()).isEqualTo(before);
        assertThat(sent("RETR")).isEqualTo(3);
    }

    @Test
    void longNamesAreNames() {
        server.messages(ONE.as("x".repeat(500)), TWO.as("x".repeat(500) + "y"));
        visit();
        visit();

        assertThat(subjects()).containsExactly("First", "Second");
        assertThat(sent("RETR")).isEqualTo(2);
    }

    @Test
    void withoutTopHeadersComeAllTheSame() {
        server.capabilities("UIDL", "USER").on("TOP", Play.says("-ERR what"));
        visit();

        assertThat(subjects()).containsExactly("First", "Second", "Third");
        assertThat(text("Third")).contains("Three.");
    }

    @Test
    void withoutCapaEverythingIsTried() {
        server.on("CAPA", Play.says("-ERR what"));
        visit();

        assertThat(subjects()).containsExactly("First", "Second", "Third");
        assertThat(text("First")).contains("One.");
    }

    @Test
    void wrongSizesAreCorrected() {
        server.on("LIST", Play.says("+OK", "1 7", "2 7", "3 99999", "."));
        visit();
        visit();

        assertThat(byUid())
                .extracting(MessageSummary::size)
                .containsExactlyElementsOf(
                        server.messages().stream()
                                .map(each -> (long) each.octets().length)
                                .toList());
        assertThat(sent("RETR")).isEqualTo(3);
    }

    @Test
    void aConnectionCutInAMessageLosesOnlyThat() {
        server.on("RETR 2", Play.saysRaw("+OK\r\nSubject: Sec").then(Play.cuts()));
        DropOutcome outcome = visit();

        assertThat(outcome.trouble()).contains(DropTrouble.UNREACHABLE);
        assertThat(subjects()).containsExactly("First", "Second", "Third");
        assertThat(text("Third")).contains("Three.");

        server.on("RETR 2", Play.behaves());
        assertThat(visit().trouble()).isEmpty();
        assertThat(text("Second")).contains(".Two");
        assertThat(subjects()).hasSize(3);
    }

    @Test
    void aConnectionCutBeforeQuitCostsNothing() {
        server.on("QUIT", Play.cuts());
        visit();

        assertThat(text("First")).contains("One.");
        server.on("QUIT", Play.behaves());
        visit();
        assertThat(sent("RETR")).isEqualTo(3);
    }

    @Test
    void aMessageThatSomebodyDeletesMeanwhileIsPassedOver() {
        server.on("RETR 2", Play.says("-ERR gone")).on("LIST 2", Play.says("-ERR gone"));
        assertThat(visit().trouble()).isEmpty();
        server.messages(server.messages().get(0), server.messages().get(2));
        visit();

        assertThat(subjects()).containsExactly("First", "Second", "Third");
        assertThat(onlyCopies()).isEmpty();
        assertThatThrownBy(() -> text("Second")).isInstanceOf(ContentGone.class);
        assertThat(text("First")).contains("One.");
    }

    @Test
    void whatLeftTheDropStaysHereAsTheOnlyCopy() {
        visit();
        server.messages(List.of());
        visit();

        assertThat(onlyCopies()).containsExactly("First", "Second", "Third");
        assertThat(text("Second")).contains(".Two");
    }

    @Test
    void whatComesBackIsNoLongerTheOnlyCopy() {
        List<DropMessage> all = server.messages();
        visit();
        server.messages(List.of());
        visit();
        server.messages(all);
        visit();

        assertThat(onlyCopies()).isEmpty();
        assertThat(subjects()).hasSize(3);
    }

    @Test
    void whatWasDeletedHereForGoodDoesNotComeBack() {
        visit();
        deleteForGood("Second");
        visit();

        assertThat(subjects()).containsExactly("First", "Third");
        assertThat(sent("DELE")).isZero();
        assertThat(server.messages()).hasSize(3);
    }

    @Test
    void aDropTooLargeForUsIsLeftAlone() {
        String[] lines =
                IntStream.rangeClosed(0, 20_002).mapToObj(DropRunTest::line).toArray(String[]::new);
        server.capabilities("TOP", "USER")
                .on("LIST", Play.says(lines))
                .on("UIDL", Play.says("-ERR no"));

        assertThat(visit().trouble()).contains(DropTrouble.BAD_ANSWERS);
        assertThat(subjects()).isEmpty();
    }

    private static String line(int number) {
        return number == 0 ? "+OK" : number > 20_001 ? "." : number + " 100";
    }

    @Test
    void contradictingListsChangeNothing() {
        visit();
        server.on("UIDL", Play.says("+OK", "1 u1", "7 u7", "."));

        assertThat(visit().trouble()).contains(DropTrouble.BAD_ANSWERS);
        assertThat(onlyCopies()).isEmpty();
        assertThat(subjects()).hasSize(3);
    }

    @Test
    void aDropThatIsEmptyIsNoTrouble() {
        server.messages(List.of());

        assertThat(visit().trouble()).isEmpty();
        assertThat(subjects()).isEmpty();
    }

    @Test
    void manyMessagesComeInBatches() {
        server.messages(many());
        visit();

        assertThat(subjects())
                .hasSize(300)
                .startsWith("Number 1", "Number 2")
                .endsWith("Number 300");
        assertThat(inbox().filling()).isEmpty();
        assertThat(text("Number 150")).contains("Text 150");
    }

    @Test
    void whatIsHereIsCounted() {
        server.messages(many());
        visit();

        DropState state = drops.state(session()).orElseThrow();

        assertThat(List.of(state.known(), state.headers(), state.bodies())).containsOnly(300L);
        assertThat(state.onlyCopies()).isZero();
        assertThat(state.used()).isPositive();
        assertThat(state.running()).isFalse();
    }

    private static List<DropMessage> many() {
        return IntStream.rangeClosed(1, 300)
                .mapToObj(i -> DropMessage.of("m" + i, "Number " + i, "Text " + i))
                .toList();
    }

    @Test
    void octetsStayAsTheyAre() {
        String odd = "From: a@example.org\r\nSubject: Odd\r\n\r\n.\r\n..\r\n\u00e4\u0000\r\n";
        server.messages(new DropMessage("odd", odd.getBytes(StandardCharsets.ISO_8859_1)));
        visit();

        assertThat(text("Odd").getBytes(StandardCharsets.UTF_8).length).isPositive();
        assertThat(byUid().getFirst().size()).isEqualTo(odd.length());
    }

    private List<String> onlyCopies() {
        return byUid().stream()
                .filter(MessageSummary::onlyCopy)
                .map(each -> each.envelope().orElseThrow().subject())
                .toList();
    }
}
