package org.postroom.app.support;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.postroom.testing.corpus.Corpus;
import org.postroom.testing.corpus.PlainMail;

/**
 * Somebody with very many messages in the inbox, filled once; whoever changes anything puts it
 * back.
 *
 * @param size how many messages there are; their numbers are those of {@link PlainMail}
 */
public record BigMailbox(Account account, int size) {

    private static final long SEED = 1;
    private static final Map<AccountKind, BigMailbox> PEOPLE = new ConcurrentHashMap<>();

    /** The one of a kind: a hundred thousand messages where the server can be filled so fast. */
    public static BigMailbox of(AccountKind kind) {
        return PEOPLE.computeIfAbsent(kind, BigMailbox::filled);
    }

    private static BigMailbox filled(AccountKind kind) {
        int size = kind == AccountKind.IMAP ? 100_000 : 2_000;
        return new BigMailbox(Account.with(kind, Corpus.plain(SEED, size)), size);
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
