package org.postroom.protocol;

import java.util.Optional;

/**
 * A mailbox's counters (RFC 9051 §6.3.11).
 *
 * @param messages how many messages, those marked {@code \Deleted} included
 * @param unseen how many without {@code \Seen}
 * @param uidNext the next UID at the least
 * @param uidValidity empty where the server did not tell
 * @param size the sum of all message sizes in octets, where the server tells it (RFC 8438)
 */
public record MailboxStatus(
        long messages,
        long unseen,
        long uidNext,
        Optional<UidValidity> uidValidity,
        Optional<Long> size) {}
