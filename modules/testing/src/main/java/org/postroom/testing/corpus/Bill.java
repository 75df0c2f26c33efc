package org.postroom.testing.corpus;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** A bill as it comes every month, with a PDF. */
record Bill(String sender, Locale language, String subject, String text, String fileName) {
    static final List<String> SENDERS = List.of("power", "phone", "werft");

    private static final Bill TELEPHONE =
            new Bill(
                    "phone",
                    Locale.ENGLISH,
                    "Your telephone bill no. %2$d",
                    "The bill for %1$s is attached: %3$.2f.",
                    "larkline-%d.pdf");
    private static final Map<String, Bill> TEMPLATES =
            Map.of(
                    "phone",
                    TELEPHONE,
                    "power",
                    new Bill(
                            "power",
                            Locale.ENGLISH,
                            "Your electricity in %1$s",
                            "You used less than last year. %3$.2f will be taken on the 15th.",
                            "bill-%d.pdf"),
                    "werft",
                    new Bill(
                            "werft",
                            Locale.GERMAN,
                            "Rechnung %2$d über %3$.2f € (%1$s)",
                            "Sehr geehrte Frau Valborg,\n\nanbei unsere Rechnung %2$d für den Liegeplatz.",
                            "Rechnung_%d_für_Liegeplatz.pdf"));

    static CorpusMessage of(String sender, Instant when, SplittableRandom random) {
        int number = random.nextInt(10_000, 100_000);
        double amount = random.nextInt(1_900, 48_000) / 100.0;
        return TEMPLATES.getOrDefault(sender, TELEPHONE).message(when, number, amount);
    }

    private CorpusMessage message(Instant when, int number, double amount) {
        var month =
                DateTimeFormatter.ofPattern("MMMM yyyy", language)
                        .withZone(ZoneOffset.UTC)
                        .format(when);
        var title = String.format(language, subject, month, number, amount);
        var words = String.format(language, text, month, number, amount) + "\n";
        var from = People.named(sender);
        var draft = new MessageDraft().from(from).to(People.ME).subject(title).date(when);
        draft.id("bill-" + number + "." + when.getEpochSecond() + "@" + from.domain());
        var body =
                MimePart.text(
                        "plain", words, StandardCharsets.UTF_8, TransferEncoding.QUOTED_PRINTABLE);
        var file = MimePart.binary("application/pdf", Attachments.pdf(title));
        var name = fileName.formatted(number);
        var whole = MimePart.multipart("mixed", body, file.attached(name, FileNameStyle.EXTENDED));
        return new CorpusMessage(draft.with(whole), Set.of("\\Seen"), when, "Invoices");
    }
}
