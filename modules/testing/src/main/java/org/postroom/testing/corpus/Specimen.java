package org.postroom.testing.corpus;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** One well-formed message of each kind that a mail program must know. */
public enum Specimen {
    /**
     * {@code text/calendar; method=REQUEST} beside text and HTML, and as an attachment (RFC 6047).
     */
    INVITATION("dogg", "Invitation: jetty meeting in the old lighthouse") {
        @Override
        MimePart body(SplittableRandom random, Instant when) {
            var event = calendar(when).getBytes(StandardCharsets.UTF_8);
            var inside =
                    MimePart.of(
                            "text/calendar; charset=UTF-8; method=REQUEST",
                            event,
                            TransferEncoding.EIGHT_BIT);
            var views =
                    MimePart.multipart(
                            "alternative", text(), html("<p>You are invited.</p>"), inside);
            var file = MimePart.binary("application/ics; name=\"invite.ics\"", event);
            return MimePart.multipart(
                    "mixed", views, file.attached("invite.ics", FileNameStyle.QUOTED));
        }
    },
    /** {@code message/rfc822} that itself has an attachment. */
    FORWARDED("wanjiru", "Fwd: the letter from the chapel") {
        @Override
        MimePart body(SplittableRandom random, Instant when) {
            var inner =
                    new MessageDraft()
                            .from(People.named("roofer"))
                            .to(People.named("wanjiru"))
                            .subject("Slates, two hundred of them — größtenteils ganz")
                            .date(when)
                            .with(PICTURES.body(random, when));
            return MimePart.multipart("mixed", text(), MimePart.message(inner));
        }
    },
    /** A {@code winmail.dat} (TNEF) that hides the rest. */
    WINMAIL("council", "Agenda of the harbour committee") {
        @Override
        MimePart body(SplittableRandom random, Instant when) {
            return withFile(
                    "application/ms-tnef",
                    Attachments.winmail(),
                    "winmail.dat",
                    FileNameStyle.QUOTED);
        }
    },
    /** A table, {@code text/csv}. */
    TABLE("priya", "Tide table as numbers") {
        @Override
        MimePart body(SplittableRandom random, Instant when) {
            return withFile(
                    "text/csv; charset=UTF-8",
                    Attachments.csv(random),
                    "tides.csv",
                    FileNameStyle.QUOTED);
        }
    },
    /** An archive. */
    ARCHIVE("naoto", "All negatives in one archive") {
        @Override
        MimePart body(SplittableRandom random, Instant when) {
            return withFile(
                    "application/zip",
                    Attachments.zip("negatives"),
                    "ネガ.zip",
                    FileNameStyle.EXTENDED);
        }
    },
    /** A name in sections (RFC 2231, section 3). */
    LONG_NAME("henrike", "Ein langer Name") {
        @Override
        MimePart body(SplittableRandom random, Instant when) {
            return withFile(
                    "application/pdf",
                    Attachments.pdf("long name"),
                    LONGEST,
                    FileNameStyle.EXTENDED);
        }
    },
    /** A name as encoded words inside quotes. */
    ENCODED_WORD_NAME("vera", "Ноты, вторая страница") {
        @Override
        MimePart body(SplittableRandom random, Instant when) {
            return withFile(
                    "application/pdf",
                    Attachments.pdf("notes"),
                    "Ноты для альтов.pdf",
                    FileNameStyle.ENCODED_WORD);
        }
    },
    /** A name in bare UTF-8. */
    RAW_NAME("elodie", "La facture") {
        @Override
        MimePart body(SplittableRandom random, Instant when) {
            return withFile(
                    "application/pdf",
                    Attachments.pdf("facture"),
                    "facture dorée n° 7.pdf",
                    FileNameStyle.RAW_UTF8);
        }
    },
    /** HTML with an embedded picture and nothing remote. */
    PICTURES("salma", "صور المرفأ") {
        @Override
        MimePart body(SplittableRandom random, Instant when) {
            var page =
                    html(
                            "<p dir=\"rtl\">صباح الخير</p><p><img src=\"cid:sea@picture\" alt=\"The sea\"></p>");
            var picture = MimePart.binary("image/png", Seascape.png(random.nextInt()));
            var related =
                    MimePart.multipart("related", page, picture.embedded("sea@picture", "sea.png"));
            return MimePart.multipart("alternative", text(), related);
        }
    };

    static final String LONGEST =
            "Überarbeitetes Angebot für das Teakdeck mit grauen Fugen, Stand November, endgültige Fassung (wirklich).pdf";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private final String sender;
    private final String subject;

    Specimen(String sender, String subject) {
        this.sender = sender;
        this.subject = subject;
    }

    abstract MimePart body(SplittableRandom random, Instant when);

    /** The message of this kind; the same for the same seed and time. */
    public CorpusMessage message(long seed, Instant when) {
        var random = new SplittableRandom(seed);
        var from = People.named(sender);
        var raw =
                new MessageDraft()
                        .from(from)
                        .to(People.ME)
                        .subject(subject)
                        .date(when)
                        .id(
                                name().toLowerCase(java.util.Locale.ROOT)
                                        + "."
                                        + Long.toHexString(seed)
                                        + "@"
                                        + from.domain())
                        .with(body(random, when));
        return new CorpusMessage(raw, Set.of(), when, "INBOX");
    }

    MimePart text() {
        return MimePart.text(
                "plain",
                subject + "\n\n" + People.named(sender).name() + "\n",
                StandardCharsets.UTF_8,
                TransferEncoding.QUOTED_PRINTABLE);
    }

    static MimePart html(String content) {
        return MimePart.text(
                "html",
                "<html><body>" + content + "</body></html>\n",
                StandardCharsets.UTF_8,
                TransferEncoding.BASE64);
    }

    MimePart withFile(String type, byte[] file, String name, FileNameStyle style) {
        return MimePart.multipart(
                "mixed", text(), MimePart.binary(type, file).attached(name, style));
    }

    static String calendar(Instant when) {
        return TextResource.lines("invitation.ics")
                .collect(Collectors.joining("\r\n", "", "\r\n"))
                .replace("@STAMP@", STAMP.format(when))
                .replace("@START@", STAMP.format(when.plusSeconds(14 * 86_400)))
                .replace("@END@", STAMP.format(when.plusSeconds(14 * 86_400 + 7_200)));
    }
}
