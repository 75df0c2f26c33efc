package org.postroom.testing.mime;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postroom.testing.corpus.Corpus;
import org.postroom.testing.corpus.CorpusMessage;
import org.postroom.testing.corpus.HostileMessages;
import org.postroom.testing.corpus.Specimen;

/** A message with a name that a report can show. */
@SuppressWarnings("ArrayRecordComponent") // see CorpusMessage
record SampleMessage(String name, byte[] raw) {

    private static final Instant WHEN = Instant.parse("2026-03-01T08:00:00Z");
    private static final int LETTERS = 60;

    /** Ordinary mail, one of each kind, and everything hostile. */
    static Stream<SampleMessage> all() {
        return Stream.of(ordinary(), specimens(), hostile())
                .flatMap(s -> s)
                .map(SampleMessage::withoutNul);
    }

    // Dovecot puts the octet 128 where it is given a NUL, which IMAP forbids.
    private SampleMessage withoutNul() {
        byte[] octets = raw.clone();
        for (int i = 0; i < octets.length; i++) {
            octets[i] = octets[i] == 0 ? (byte) 0x80 : octets[i];
        }
        return new SampleMessage(name, octets);
    }

    private static Stream<SampleMessage> ordinary() {
        CorpusMessage[] letters =
                Corpus.of(4).messages().limit(LETTERS).toArray(CorpusMessage[]::new);
        return IntStream.range(0, LETTERS)
                .mapToObj(i -> new SampleMessage("letter " + i, letters[i].raw()));
    }

    private static Stream<SampleMessage> specimens() {
        return Arrays.stream(Specimen.values())
                .map(kind -> new SampleMessage(kind.name(), kind.message(7, WHEN).raw()));
    }

    private static Stream<SampleMessage> hostile() {
        return HostileMessages.all().stream().map(it -> new SampleMessage(it.name(), it.raw()));
    }

    @Override
    public String toString() {
        return name;
    }
}
