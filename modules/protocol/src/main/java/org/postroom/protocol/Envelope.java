package org.postroom.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The header fields that a list needs (RFC 9051 §7.5.2), decoded (RFC 2047); all of it is foreign
 * text.
 *
 * @param date what the Date field says; empty when it says nothing sensible
 * @param subject may be empty
 */
public record Envelope(
        Optional<Instant> date,
        String subject,
        List<Address> from,
        List<Address> sender,
        List<Address> replyTo,
        List<Address> to,
        List<Address> cc,
        List<Address> bcc,
        Optional<MessageId> inReplyTo,
        Optional<MessageId> messageId) {

    public Envelope {
        from = List.copyOf(from);
        sender = List.copyOf(sender);
        replyTo = List.copyOf(replyTo);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
    }
}
