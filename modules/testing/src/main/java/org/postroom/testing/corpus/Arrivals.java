package org.postroom.testing.corpus;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.Spliterator;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts conversations one after the other, and hands their messages out as they arrive. */
final class Arrivals implements Spliterator<CorpusMessage> {
    private static final int MEGABYTE = 1 << 20;
    private final SplittableRandom random;
    private final boolean large;
    private final PriorityQueue<CorpusMessage> waiting =
            new PriorityQueue<>(Comparator.comparing(CorpusMessage::internalDate));
    private Instant nextStart;
    private int started;

    Arrivals(long seed, Instant start, boolean large) {
        this.random = new SplittableRandom(seed);
        this.nextStart = start;
        this.large = large;
    }

    @Override
    public boolean tryAdvance(Consumer<? super CorpusMessage> taker) {
        while (waiting.isEmpty() || waiting.element().internalDate().isAfter(nextStart)) {
            waiting.addAll(conversation(nextStart));
            nextStart = nextStart.plusSeconds(random.nextInt(60, 3_600));
            started++;
        }
        taker.accept(waiting.remove());
        return true;
    }

    private List<CorpusMessage> conversation(Instant when) {
        int dice = random.nextInt(100);
        if (large && dice < 5) {
            return List.of(large(when));
        }
        if (dice < 12) {
            return List.of(specimen(when));
        }
        if (dice < 30) {
            var papers = Newsletter.all();
            return List.of(papers.get(random.nextInt(papers.size())).issue(started, when));
        }
        if (dice < 40) {
            return List.of(Bill.of(Bill.SENDERS.get(random.nextInt(3)), when, random));
        }
        return Correspondence.of(
                Letter.all().get(random.nextInt(Letter.all().size())), when, random);
    }

    private CorpusMessage specimen(Instant when) {
        var kinds = Specimen.values();
        return kinds[random.nextInt(kinds.length)].message(random.nextLong(), when);
    }

    private CorpusMessage large(Instant when) {
        var from = People.named("naoto");
        var draft = new MessageDraft().from(from).to(People.ME).subject("艇庫の写真（原寸）").date(when);
        draft.id("large-" + started + "@" + from.domain());
        var text =
                MimePart.text(
                        "plain", "大きな写真です。\n", StandardCharsets.UTF_8, TransferEncoding.BASE64);
        int length = random.nextInt(MEGABYTE * 3 / 4, MEGABYTE * 3);
        var file = MimePart.binary("application/octet-stream", Attachments.noise(random, length));
        var raw =
                draft.with(
                        MimePart.multipart(
                                "mixed", text, file.attached("原寸.raw", FileNameStyle.EXTENDED)));
        return new CorpusMessage(raw, Set.of(), when, "INBOX");
    }

    @Override
    public @Nullable Spliterator<CorpusMessage> trySplit() {
        return null; // one after the other
    }

    @Override
    public long estimateSize() {
        return Long.MAX_VALUE;
    }

    @Override
    public int characteristics() {
        return ORDERED | NONNULL;
    }
}
