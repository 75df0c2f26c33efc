package org.postroom.protocol.mime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.protocol.Address;
import org.postroom.protocol.Envelope;
import org.postroom.protocol.MessageId;

/**
 * What a message's header block says (RFC 5322), decoded as the IMAP adapter decodes it.
 *
 * @param envelope at most 1,000 addresses in each field
 * @param received when the last server took it in: the date of the topmost Received field (RFC 5321
 *     §4.4); empty when that says nothing sensible
 * @param references the messages that this one answers, the oldest first: at most 100, of more the
 *     first and the last
 * @param attachmentHint whether the type at the top makes an attachment likely; the structure knows
 */
public record MessageHeader(
        Envelope envelope,
        Optional<Instant> received,
        List<MessageId> references,
        boolean attachmentHint) {

    /** So many octets of a header block are read, in fields that are used. */
    public static final int MAX_OCTETS = 256 << 10;

    private static final int MAX_REFERENCES = 100;
    private static final Pattern REFERENCE = Pattern.compile("<[^<>\\s]{1,998}>");
    // There was no mail over POP3 before its first RFC (918).
    private static final Instant FIRST = Instant.parse("1984-01-01T00:00:00Z");

    public MessageHeader {
        references = List.copyOf(references);
    }

    /**
     * Reads a header block, up to its empty line or its end. Whatever it holds, this gives what can
     * be understood of it.
     */
    public static MessageHeader parse(byte[] headerBlock) {
        return of(HeaderFields.of(headerBlock, MAX_OCTETS));
    }

    static MessageHeader of(HeaderFields fields) {
        return new MessageHeader(
                envelope(fields),
                received(fields),
                references(fields),
                PartHeader.read(fields, false).hintsAtAttachment());
    }

    static Envelope envelope(HeaderFields fields) {
        List<Address> from = AddressReader.read(fields.value("from"));
        return new Envelope(
                HeaderValues.date(fields.value("date")),
                HeaderText.of(fields.value("subject")),
                from,
                orElse(AddressReader.read(fields.value("sender")), from),
                orElse(AddressReader.read(fields.value("reply-to")), from),
                AddressReader.read(fields.value("to")),
                AddressReader.read(fields.value("cc")),
                AddressReader.read(fields.value("bcc")),
                HeaderValues.messageId(fields.value("in-reply-to")),
                HeaderValues.messageId(fields.value("message-id")));
    }

    // RFC 9051 §7.5.2: a sender or a reply address that is not there is the author's.
    private static List<Address> orElse(List<Address> own, List<Address> from) {
        return own.isEmpty() ? from : own;
    }

    private static Optional<Instant> received(HeaderFields fields) {
        String text = HeaderText.of(fields.value("received"));
        return HeaderValues.date(text.substring(text.lastIndexOf(';') + 1).strip())
                .filter(moment -> moment.isAfter(FIRST))
                .filter(moment -> moment.isBefore(Instant.now().plus(Duration.ofDays(1))));
    }

    private static List<MessageId> references(HeaderFields fields) {
        List<MessageId> all = new ArrayList<>();
        Matcher reference = REFERENCE.matcher(HeaderText.of(fields.value("references")));
        while (reference.find()) {
            all.add(new MessageId(reference.group()));
            if (all.size() > MAX_REFERENCES) {
                all.remove(1);
            }
        }
        return all;
    }
}
