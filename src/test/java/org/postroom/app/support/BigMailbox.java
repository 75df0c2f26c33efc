package org.postroom.app.support;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.postroom.testing.corpus.Corpus;
import org.postroom.testing.corpus.CorpusMessage;
import org.postroom.testing.corpus.PlainMail;

/**
 * Somebody with very many messages in the inbox, filled once; whoever changes anything puts it
 * back.
 *
 * @param size how many messages there are; their numbers are those of {@link PlainMail}
 */
public record BigMailbox(Account account, int size) {

    private static final long SEED = 1;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final Map<AccountKind, BigMailbox> PEOPLE = new ConcurrentHashMap<>();

    /** The one of a kind: a hundred thousand messages where the server can be filled so fast. */
    public static BigMailbox of(AccountKind kind) {
        return PEOPLE.computeIfAbsent(kind, BigMailbox::filled);
    }

    private static BigMailbox filled(AccountKind kind) {
        int size = kind == AccountKind.IMAP ? 100_000 : 2_000;
        return new BigMailbox(
                Account.with(kind, Corpus.plain(SEED, size).map(BigMailbox::received)), size);
    }

    // A maildrop tells no date of arrival but this one.
    private static CorpusMessage received(CorpusMessage message) {
        String line =
                "Received: from plain.example by postroom.example; "
                        + DATE.format(message.internalDate())
                        + "\r\n";
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        raw.writeBytes(line.getBytes(StandardCharsets.US_ASCII));
        raw.writeBytes(message.raw());
        return new CorpusMessage(
                raw.toByteArray(), message.flags(), message.internalDate(), message.mailbox());
    }

    /** Message number i. */
    public static PlainMail mail(int number) {
        return PlainMail.of(SEED, number);
    }

    /** All numbers. */
    public IntStream numbers() {
        return IntStream.range(0, size);
    }
}
