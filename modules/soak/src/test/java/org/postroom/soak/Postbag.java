package org.postroom.soak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.postroom.testing.corpus.CorpusMessage;
import org.postroom.testing.corpus.PlainMail;

/** New mail for the drop: small letters, and now and then one that takes a while to fetch. */
final class Postbag {

    private static final int LINE = 76;
    private static final int LARGEST_LINES = 12_000;
    private final SplittableRandom random;
    private final long seed;
    private int next;

    Postbag(long seed) {
        this.seed = seed;
        random = new SplittableRandom(seed);
    }

    /** So many messages that were never given before. */
    List<CorpusMessage> take(int count) {
        List<CorpusMessage> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CorpusMessage plain = PlainMail.of(seed, next++).message().withFlags();
            messages.add(i % 8 == 3 ? longer(plain) : plain);
        }
        return messages;
    }

    private CorpusMessage longer(CorpusMessage message) {
        StringBuilder text =
                new StringBuilder(new String(message.raw(), StandardCharsets.US_ASCII));
        for (int line = random.nextInt(LARGEST_LINES); line > 0; line--) {
            text.append(line % 50 == 0 ? ".." : "").append("tide ".repeat(LINE / 5)).append("\r\n");
        }
        byte[] raw = text.toString().getBytes(StandardCharsets.US_ASCII);
        return new CorpusMessage(raw, message.flags(), message.internalDate(), message.mailbox());
    }
}
