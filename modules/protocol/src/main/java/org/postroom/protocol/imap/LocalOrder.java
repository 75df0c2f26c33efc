package org.postroom.protocol.imap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.angus.mail.iap.Argument;
import org.postroom.protocol.Address;
import org.postroom.protocol.Envelope;
import org.postroom.protocol.SortOrder;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;
import org.postroom.protocol.mime.BaseSubject;

/**
 * Sorts for a server that cannot (RFC 5256 is an extension): only the keys are fetched, and kept
 * short.
 */
final class LocalOrder {

    private static final int MAX_KEY = 60;

    private record Key(Uid uid, long number, String text) {}

    private static final Comparator<Key> ASCENDING =
            Comparator.comparingLong(Key::number).thenComparing(Key::text).thenComparing(Key::uid);

    private final ImapConnection connection;

    LocalOrder(ImapConnection connection) {
        this.connection = connection;
    }

    /** The messages in ascending order. */
    List<Uid> sorted(UidSet uids, SortOrder.Key key) {
        if (uids.isEmpty()) {
            return List.of();
        }
        List<Key> keys = new ArrayList<>();
        Argument items = ImapFetch.atoms("UID", item(key));
        new ImapFetch(connection)
                .each(
                        uids,
                        items,
                        connection.limits(),
                        (uid, line) -> keys.add(key(uid, line, key)));
        return keys.stream().sorted(ASCENDING).map(Key::uid).distinct().toList();
    }

    private static String item(SortOrder.Key key) {
        return switch (key) {
            case DATE -> "INTERNALDATE";
            case SIZE -> "RFC822.SIZE";
            case FROM, SUBJECT -> "ENVELOPE";
        };
    }

    private static Key key(Uid uid, ImapLine line, SortOrder.Key key) {
        Fetched fetched = new Fetched();
        fetched.add(line);
        return switch (key) {
            case DATE -> new Key(uid, fetched.internalDate().getEpochSecond(), "");
            case SIZE -> new Key(uid, fetched.size(), "");
            case FROM -> new Key(uid, 0, bounded(sender(fetched.envelope())));
            case SUBJECT -> new Key(uid, 0, bounded(BaseSubject.of(fetched.envelope().subject())));
        };
    }

    private static String sender(Envelope envelope) {
        String mail = envelope.from().stream().findFirst().map(Address::mail).orElse("");
        int at = mail.lastIndexOf('@');
        return at < 0 ? mail : mail.substring(0, at);
    }

    private static String bounded(String text) {
        return text.substring(0, Math.min(text.length(), MAX_KEY)).toUpperCase(Locale.ROOT);
    }
}
