package org.postroom.testing.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleMailboxTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private final List<CorpusMessage> messages = SampleMailbox.asOf(NOW);

    @Test
    void everyMailboxHasMail() {
        assertThat(messages.stream().map(CorpusMessage::mailbox).distinct())
                .containsExactlyInAnyOrder(
                        "INBOX",
                        "Drafts",
                        "Sent",
                        "Archive",
                        "Junk",
                        "Trash",
                        "Boathouse",
                        "Boathouse/Insurance",
                        "Boathouse/Roof",
                        "Choir",
                        "Clients/Nordlicht Werft",
                        "Clients/Nordlicht Werft/Old contracts",
                        "Invoices",
                        "Newsletters",
                        "Travel");
        assertThat(messages).hasSizeBetween(300, 420);
    }

    @Test
    void theInboxHasMailOfTodayAndOfLastMonthAndMoreThanOnePage() {
        var inbox = in("INBOX");

        assertThat(inbox)
                .hasSizeGreaterThan(60)
                .isSortedAccordingTo(Comparator.comparing(CorpusMessage::internalDate));
        assertThat(
                        inbox.stream()
                                .filter(
                                        it ->
                                                it.internalDate()
                                                        .isAfter(NOW.minus(Duration.ofHours(12)))))
                .hasSizeGreaterThan(6);
        assertThat(inbox)
                .anyMatch(it -> it.internalDate().isBefore(NOW.minus(Duration.ofDays(30))));
    }

    @Test
    void nothingArrivesInTheFuture() {
        assertThat(messages).allMatch(it -> it.internalDate().isBefore(NOW));
    }

    @Test
    void someIsUnreadSomeStarredSomeAnswered() {
        for (var flag : List.of("\\Seen", "\\Flagged", "\\Answered")) {
            assertThat(in("INBOX")).anyMatch(it -> it.flags().contains(flag));
        }
        assertThat(in("INBOX").stream().filter(it -> !it.flags().contains("\\Seen")))
                .hasSizeBetween(5, 30);
        assertThat(in("Drafts")).allMatch(it -> it.flags().contains("\\Draft"));
    }

    private List<CorpusMessage> in(String mailbox) {
        return messages.stream().filter(it -> it.mailbox().equals(mailbox)).toList();
    }
}
