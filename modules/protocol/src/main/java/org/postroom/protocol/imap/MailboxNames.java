package org.postroom.protocol.imap;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxDecoder;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.postroom.protocol.MailboxName;

/**
 * Names of mailboxes on the wire: modified UTF-7 (RFC 3501 §5.1.3), or UTF-8 (RFC 6855).
 *
 * <p>Names that are neither are shown as well as can be, and remembered by their octets, so that
 * what was listed can also be opened.
 */
final class MailboxNames {

    private static final int MAX_REMEMBERED = 10_000;

    private final Map<String, String> odd =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > MAX_REMEMBERED;
                }
            };

    /** The octets of a name, as characters from 0 to 255. */
    String encoded(MailboxName name, boolean utf8) {
        String known = odd.get(name.value());
        if (known != null) {
            return known;
        }
        return utf8
                ? new String(name.value().getBytes(StandardCharsets.UTF_8), charset())
                : BASE64MailboxEncoder.encode(name.value());
    }

    /** How {@link #encoded} becomes octets. */
    Charset charset() {
        return StandardCharsets.ISO_8859_1;
    }

    /** The name in Unicode; empty where nothing can be shown of it. */
    Optional<String> decoded(Token token) {
        byte[] octets = token.octets();
        if (octets.length == 0 || octets.length > MailboxName.MAX_LENGTH * 4) {
            return Optional.empty();
        }
        String raw = new String(octets, charset());
        return Optional.of(isAscii(raw) ? fromUtf7(raw) : fromOctets(octets));
    }

    private String fromUtf7(String raw) {
        String name = BASE64MailboxDecoder.decode(raw);
        if (!BASE64MailboxEncoder.encode(name).equals(raw)) {
            odd.put(raw, raw);
            return raw;
        }
        return name;
    }

    private String fromOctets(byte[] octets) {
        String name = utf8(octets).orElseGet(() -> new String(octets, charset()));
        odd.put(name, new String(octets, charset()));
        return name;
    }

    private static Optional<String> utf8(byte[] octets) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
