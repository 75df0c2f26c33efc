package org.postroom.testing.corpus;

import java.time.Instant;
import java.util.Set;

/**
 * A message that a test puts into a mailbox.
 *
 * @param raw the octets of RFC 5322, lines ended by CRLF; not copied, so never change them
 * @param flags as IMAP writes them, such as {@code \Seen} or {@code $Forwarded}
 * @param internalDate when the server shall say that it arrived, whole seconds
 * @param mailbox where it would lie naturally, levels separated by {@code /}
 */
@SuppressWarnings(
        "ArrayRecordComponent") // megabytes pass through here: a copy for each reader would cost
// more than it saves
public record CorpusMessage(byte[] raw, Set<String> flags, Instant internalDate, String mailbox) {
    public CorpusMessage {
        flags = Set.copyOf(flags);
    }

    /** The same message with other flags. */
    public CorpusMessage withFlags(String... others) {
        return new CorpusMessage(raw, Set.of(others), internalDate, mailbox);
    }

    /** The same message, suggested for another mailbox. */
    public CorpusMessage in(String otherMailbox) {
        return new CorpusMessage(raw, flags, internalDate, otherMailbox);
    }

    /** The same message, arrived at another time. */
    public CorpusMessage arrived(Instant when) {
        return new CorpusMessage(raw, flags, when, mailbox);
    }
}
