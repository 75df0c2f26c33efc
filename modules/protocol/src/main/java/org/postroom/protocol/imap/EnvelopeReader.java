package org.postroom.protocol.imap;

import java.util.ArrayList;
import java.util.List;
import org.postroom.protocol.Address;
import org.postroom.protocol.Envelope;
import org.postroom.protocol.mime.HeaderText;
import org.postroom.protocol.mime.HeaderValues;

/** From ENVELOPE (RFC 9051 §7.5.2) to {@link Envelope}; what cannot be read is left empty. */
final class EnvelopeReader {

    // What servers write where a message's address lacks a half.
    private static final List<String> FILLERS =
            List.of(
                    "MISSING_DOMAIN",
                    "MISSING_MAILBOX",
                    "unspecified-domain",
                    ".MISSING-HOST-NAME.");

    private EnvelopeReader() {}

    static Envelope read(Token envelope) {
        return new Envelope(
                HeaderValues.date(envelope.at(0).octets()),
                HeaderText.of(envelope.at(1).octets()),
                addresses(envelope.at(2)),
                addresses(envelope.at(3)),
                addresses(envelope.at(4)),
                addresses(envelope.at(5)),
                addresses(envelope.at(6)),
                addresses(envelope.at(7)),
                HeaderValues.messageId(envelope.at(8).octets()),
                HeaderValues.messageId(envelope.at(9).octets()));
    }

    private static List<Address> addresses(Token list) {
        List<Address> result = new ArrayList<>();
        for (Token address : list.items()) {
            boolean edgeOfGroup = address.at(3).isNil() && !isText(address.at(0));
            if (address.isList() && !edgeOfGroup) {
                result.add(address(address));
            }
        }
        return result;
    }

    private static boolean isText(Token token) {
        return !token.isNil();
    }

    private static Address address(Token address) {
        String mailbox = half(address.at(2));
        String host = half(address.at(3));
        boolean both = !mailbox.isEmpty() && !host.isEmpty();
        return new Address(
                HeaderText.of(address.at(0).octets()),
                both ? mailbox + "@" + host : mailbox + host);
    }

    private static String half(Token token) {
        String text = HeaderText.of(token.octets());
        return FILLERS.contains(text) ? "" : text;
    }
}
