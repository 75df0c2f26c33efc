package org.postroom.protocol.mime;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import org.postroom.protocol.MessageId;

/** Header fields with a grammar of their own (RFC 5322 §3.3, §3.6.4), read with patience. */
public final class HeaderValues {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final int MAX_ID = 1000;

    private HeaderValues() {}

    /** The moment that a field names; empty when it says nothing sensible. */
    public static Optional<Instant> date(byte[] octets) {
        return date(HeaderText.of(octets));
    }

    // Its parser keeps no time zone between calls, but is not safe to share.
    @SuppressWarnings("JavaUtilDate")
    static Optional<Instant> date(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant moment = new MailDateFormat().parse(text).toInstant();
            return Optional.of(moment).filter(m -> !m.isBefore(FIRST) && !m.isAfter(LAST));
        } catch (ParseException _) {
            return Optional.empty();
        }
    }

    /** An identifier, as written; empty where the field is. At most 1,000 characters of it. */
    public static Optional<MessageId> messageId(byte[] octets) {
        String text = HeaderText.of(octets);
        String bounded = text.length() > MAX_ID ? text.substring(0, MAX_ID) : text;
        return bounded.isBlank() ? Optional.empty() : Optional.of(new MessageId(bounded));
    }
}
