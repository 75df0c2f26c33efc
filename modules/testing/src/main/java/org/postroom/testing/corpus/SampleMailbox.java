package org.postroom.testing.corpus;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * One person's mail as a newcomer first sees it: some four hundred messages in nested mailboxes,
 * the newest from a few minutes ago. The same for the same moment.
 */
public final class SampleMailbox {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);

    /**
     * Days before now at which the first letter of a mailbox arrived; further ones follow at the
     * same distance.
     */
    private static final Map<String, Integer> DAYS =
            Map.of(
                    "Clients/Nordlicht Werft/Old contracts", 365,
                    "Archive", 31,
                    "Travel", 6,
                    "Trash", 4,
                    "Clients/Nordlicht Werft", 3);

    private final Instant now;
    private final List<CorpusMessage> messages = new ArrayList<>();

    private SampleMailbox(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** All messages in the order of their arrival. */
    public static List<CorpusMessage> asOf(Instant now) {
        var mailbox = new SampleMailbox(now);
        mailbox.letters();
        mailbox.papers();
        mailbox.bills();
        mailbox.logs();
        mailbox.specimens();
        mailbox.messages.sort(Comparator.comparing(CorpusMessage::internalDate));
        return List.copyOf(mailbox.messages);
    }

    private void letters() {
        var seen = new HashMap<String, Integer>();
        for (var letter : Letter.all()) {
            int index = seen.merge(letter.mailbox(), 1, Integer::sum);
            messages.addAll(endingAt(now.minus(age(letter.mailbox(), index)), letter));
        }
    }

    /** In INBOX several today, a few yesterday, then fewer and fewer. */
    private static Duration age(String mailbox, int index) {
        return mailbox.equals("INBOX")
                ? MINUTE.multipliedBy(Math.round(9 * index * Math.pow(1.25, index)) - 3)
                : DAY.multipliedBy((long) DAYS.getOrDefault(mailbox, 2) * index)
                        .minus(MINUTE.multipliedBy(47L * index));
    }

    private static List<CorpusMessage> endingAt(Instant end, Letter letter) {
        long seed = letter.subject().hashCode();
        var probe = Correspondence.of(letter, end, new SplittableRandom(seed));
        var lasted = Duration.between(end, probe.getLast().internalDate());
        return Correspondence.of(letter, end.minus(lasted), new SplittableRandom(seed));
    }

    private void papers() {
        papers("paper", 214, 26, DAY.multipliedBy(7), Duration.ofHours(3));
        papers("code", 90, 24, DAY.multipliedBy(7), Duration.ofHours(29));
        papers("seeds", 31, 12, MONTH, DAY.multipliedBy(3));
        papers("museum", 12, 5, MONTH.multipliedBy(2), DAY.multipliedBy(9));
    }

    private void papers(String sender, int newest, int count, Duration every, Duration age) {
        for (int i = 0; i < count; i++) {
            var issue =
                    Newsletter.of(sender)
                            .issue(newest - i, now.minus(age).minus(every.multipliedBy(i)));
            messages.add(i < 2 ? issue : issue.withFlags("\\Seen"));
        }
    }

    private void bills() {
        for (var sender : Bill.SENDERS) {
            for (int month = 0; month < 18; month++) {
                var random = new SplittableRandom(31L * month + sender.hashCode());
                var when =
                        now.minus(MONTH.multipliedBy(month))
                                .minus(DAY.multipliedBy(5 + sender.length()));
                var bill = Bill.of(sender, when, random);
                messages.add(month == 3 ? bill.withFlags("\\Seen", "\\Flagged") : bill);
            }
        }
    }

    private void logs() {
        for (int i = 0; i < 130; i++) {
            var log =
                    HarbourLog.of(
                            i, now.minus(Duration.ofHours(11)).minus(DAY.multipliedBy(2L * i)));
            messages.add(i < 24 ? log : log.in("Archive"));
        }
    }

    private void specimens() {
        var kinds = Specimen.values();
        for (int i = 0; i < kinds.length; i++) {
            var message = kinds[i].message(i, now.minus(Duration.ofHours(14 + 37L * i)));
            messages.add(i % 3 == 0 ? message : message.withFlags("\\Seen"));
        }
    }
}
