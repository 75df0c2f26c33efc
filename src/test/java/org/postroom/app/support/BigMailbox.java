package org.postroom.app.support;

import java.util.stream.IntStream;
import org.postroom.testing.corpus.Corpus;
import org.postroom.testing.corpus.PlainMail;
import org.postroom.testing.server.MailUser;

/** Somebody with a hundred thousand messages in the inbox, filled once. */
public final class BigMailbox {

    /** How many messages there are; their numbers are those of {@link PlainMail}. */
    public static final int SIZE = 100_000;

    private static final long SEED = 1;

    private BigMailbox() {}

    /** The person; whoever changes anything puts it back. */
    public static MailUser user() {
        return Holder.USER;
    }

    /** Message number i. */
    public static PlainMail mail(int number) {
        return PlainMail.of(SEED, number);
    }

    /** All numbers. */
    public static IntStream numbers() {
        return IntStream.range(0, SIZE);
    }

    private static final class Holder {
        private static final MailUser USER = filled();

        private static MailUser filled() {
            MailUser user = MailServers.dovecot().newUser();
            MailServers.dovecot().fill(user, "INBOX", Corpus.plain(SEED, SIZE));
            return user;
        }
    }
}
