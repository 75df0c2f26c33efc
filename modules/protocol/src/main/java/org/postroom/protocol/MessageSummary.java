package org.postroom.protocol;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A message as a list shows it.
 *
 * @param internalDate when it came to its mailbox (RFC 9051 §2.3.3); order and date searches go by
 *     it
 * @param size in octets
 * @param envelope empty while it is <em>pending</em>: the message is known, its header not yet
 * @param attachment whether there is something to download
 * @param preview the first words of its text, at most 256 characters; empty where unknown
 * @param onlyCopy whether the mail server has it no longer, so that the copy here is the only one
 */
public record MessageSummary(
        MessageRef ref,
        Set<Flag> flags,
        Instant internalDate,
        long size,
        Optional<Envelope> envelope,
        boolean attachment,
        String preview,
        boolean onlyCopy) {

    public MessageSummary {
        flags = Set.copyOf(flags);
    }

    /** A message that the mail server has. */
    public MessageSummary(
            MessageRef ref,
            Set<Flag> flags,
            Instant internalDate,
            long size,
            Optional<Envelope> envelope,
            boolean attachment,
            String preview) {
        this(ref, flags, internalDate, size, envelope, attachment, preview, false);
    }

    public boolean has(Flag flag) {
        return flags.contains(flag);
    }
}
