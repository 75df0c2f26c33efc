package org.postroom.sessioncache.local;

import java.util.Locale;
import org.postroom.protocol.Address;
import org.postroom.protocol.Envelope;
import org.postroom.protocol.mime.BaseSubject;
import org.postroom.rendering.text.SearchText;

/**
 * What lists are ordered by (RFC 5256 §2.1, §3), compared octet by octet, and short enough for an
 * index. Capitals, as in the collation of mail servers (i;unicode-casemap, RFC 5051): signs such as
 * the underscore stand after them.
 */
final class SortKeys {

    private static final int MAX_LENGTH = 200;

    private SortKeys() {}

    /** By base subject. */
    static String subject(Envelope envelope) {
        return key(BaseSubject.of(envelope.subject()));
    }

    /** By the first author's local part. */
    static String sender(Envelope envelope) {
        String mail = envelope.from().stream().findFirst().map(Address::mail).orElse("");
        int at = mail.lastIndexOf('@');
        return key(at < 0 ? mail : mail.substring(0, at));
    }

    private static String key(String text) {
        String key = SearchText.normalised(SearchText.shortened(text, MAX_LENGTH));
        return SearchText.shortened(key.toUpperCase(Locale.ROOT), MAX_LENGTH);
    }
}
