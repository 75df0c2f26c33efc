package org.postroom.testing.server;

import java.nio.charset.StandardCharsets;
import org.postroom.testing.corpus.CorpusMessage;

/**
 * A message in the maildrop of a {@link ScriptedPop3Server}.
 *
 * @param uidl what UIDL calls it
 * @param octets RFC 5322, lines ended by CRLF; not copied, so never change them
 */
@SuppressWarnings("ArrayRecordComponent") // as in CorpusMessage
public record DropMessage(String uidl, byte[] octets) {

    /** One from the corpus. */
    public static DropMessage of(String uidl, CorpusMessage message) {
        return new DropMessage(uidl, message.raw());
    }

    /** A short one in plain text. */
    public static DropMessage of(String uidl, String subject, String text) {
        var source =
                "From: Ada <ada@example.org>\r\nTo: ines@example.org\r\nSubject: "
                        + subject
                        + "\r\nMessage-ID: <"
                        + uidl
                        + "@example.org>\r\nDate: Mon, 2 Nov 2026 10:00:00 +0000\r\n\r\n"
                        + text
                        + "\r\n";
        return new DropMessage(uidl, source.getBytes(StandardCharsets.UTF_8));
    }

    /** The same octets under another name. */
    public DropMessage as(String otherUidl) {
        return new DropMessage(otherUidl, octets);
    }
}
