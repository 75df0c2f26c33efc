package org.postroom.testing.corpus;

import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Sample mail without end, the same for the same seed; nothing is kept, so a hundred thousand cost
 * no more memory than ten.
 */
public final class Corpus {
    private static final Instant START = Instant.parse("2026-01-05T07:00:00Z");
    private final long seed;
    private final Instant start;
    private final boolean large;

    private Corpus(long seed, Instant start, boolean large) {
        this.seed = seed;
        this.start = start;
        this.large = large;
    }

    /** Realistic mail: conversations, newsletters, bills, attachments, many languages. */
    public static Corpus of(long seed) {
        return new Corpus(seed, START, false);
    }

    /** Small uniform messages for a large mailbox: {@link PlainMail} 0 to {@code count - 1}. */
    public static Stream<CorpusMessage> plain(long seed, int count) {
        return IntStream.range(0, count).mapToObj(number -> PlainMail.of(seed, number).message());
    }

    /** The same mail, the first of it arriving at another time. */
    public Corpus startingAt(Instant first) {
        return new Corpus(seed, first, large);
    }

    /** One message in forty or so carries between one and four megabytes. */
    public Corpus withLargeAttachments() {
        return new Corpus(seed, start, true);
    }

    /** Endless, in the order of arrival, a few messages an hour; INTERNALDATE has whole seconds. */
    public Stream<CorpusMessage> messages() {
        var arrivals = new Arrivals(seed, start, large);
        return StreamSupport.stream(arrivals, false);
    }
}
