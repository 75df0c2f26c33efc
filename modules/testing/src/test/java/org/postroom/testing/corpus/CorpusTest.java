package org.postroom.testing.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CorpusTest {
    @Test
    void theSameSeedGivesTheSameOctets() {
        assertThat(fingerprint(Corpus.of(7))).isEqualTo(fingerprint(Corpus.of(7)));
        assertThat(fingerprint(Corpus.of(7))).isNotEqualTo(fingerprint(Corpus.of(8)));
    }

    @Test
    void messagesComeInTheOrderOfArrival() {
        var start = Instant.parse("2026-03-01T00:00:00Z");
        var messages = Corpus.of(1).startingAt(start).messages().limit(500).toList();

        assertThat(messages).isSortedAccordingTo(Comparator.comparing(CorpusMessage::internalDate));
        assertThat(messages.getFirst().internalDate()).isEqualTo(start);
    }

    @Test
    void manyScriptsAndMailboxesOccur() {
        var messages = Corpus.of(1).messages().limit(600).toList();
        var subjects =
                messages.stream()
                        .map(it -> ParsedMail.of(it.raw()).subject())
                        .collect(Collectors.joining());

        for (var script :
                Stream.of("Han", "Arabic", "Hebrew", "Cyrillic", "Greek", "Hiragana").toList()) {
            assertThat(subjects).matches("(?s).*\\p{Is" + script + "}.*");
        }
        assertThat(messages.stream().map(CorpusMessage::mailbox).distinct())
                .contains(
                        "INBOX",
                        "Sent",
                        "Choir",
                        "Boathouse/Roof",
                        "Clients/Nordlicht Werft/Old contracts");
    }

    @Test
    void everyLetterIsReadBackAsItWasMeant() {
        for (var letter : Letter.all()) {
            var first =
                    Correspondence.of(letter, Instant.EPOCH, new java.util.SplittableRandom(3))
                            .getFirst();
            var mail = ParsedMail.of(first.raw());

            assertThat(mail.subject()).isEqualTo(letter.subject());
            assertThat(mail.from()).contains(letter.turns().getFirst().author().name());
            assertThat(mail.texts().getFirst())
                    .startsWith(letter.turns().getFirst().text().substring(0, 5));
        }
    }

    @Test
    void anAnswerNamesEverythingBeforeIt() {
        var choir =
                Letter.all().stream()
                        .filter(it -> it.turns().size() == 7)
                        .findFirst()
                        .orElseThrow();
        var last =
                Correspondence.of(choir, Instant.EPOCH, new java.util.SplittableRandom(3))
                        .getLast();

        var header = new String(last.raw(), StandardCharsets.UTF_8).split("\r\n\r\n")[0];
        var references = header.substring(header.indexOf("References:")).lines().limit(6);
        assertThat(references).allMatch(line -> line.contains("<") && line.endsWith(">"));
        assertThat(header).contains("In-Reply-To: <").contains("Re: [choir]");
    }

    @Test
    void noLineIsLongerThanSmtpAllows() {
        assertThat(Corpus.of(4).messages().limit(300))
                .allSatisfy(
                        message ->
                                assertThat(
                                                new String(
                                                                message.raw(),
                                                                StandardCharsets.ISO_8859_1)
                                                        .split("\r\n"))
                                        .allMatch(line -> line.length() <= 998));
    }

    @Test
    void largeAttachmentsComeOnlyWhenAskedFor() {
        assertThat(Corpus.of(1).messages().limit(500)).allMatch(it -> it.raw().length < 100_000);
        assertThat(Corpus.of(1).withLargeAttachments().messages().limit(500))
                .anyMatch(it -> it.raw().length > 1_000_000);
    }

    private static String fingerprint(Corpus corpus) {
        return corpus.messages()
                .limit(200)
                .map(
                        it ->
                                HexFormat.of().toHexDigits(java.util.Arrays.hashCode(it.raw()))
                                        + it.flags()
                                        + it.internalDate())
                .collect(Collectors.joining());
    }
}
