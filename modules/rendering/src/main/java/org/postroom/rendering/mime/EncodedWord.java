package org.postroom.rendering.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * One encoded word, {@code =?charset?encoding?text?=} (RFC 2047 section 2).
 *
 * @param charset its name, never empty
 * @param octets decoded, still in that character set
 * @param end the index behind it
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one decoding, is never compared
record EncodedWord(String charset, byte[] octets, int end) {

    /** The encoded word that begins at this {@code =?}, or null when there is none. */
    static @Nullable EncodedWord at(String raw, int start) {
        int charsetEnd = raw.indexOf('?', start + 2);
        if (charsetEnd < 0 || charsetEnd + 2 >= raw.length() || raw.charAt(charsetEnd + 2) != '?') {
            return null;
        }
        var charset = withoutLanguage(raw.substring(start + 2, charsetEnd));
        char encoding = Character.toLowerCase(raw.charAt(charsetEnd + 1));
        int text = charsetEnd + 3;
        int close = closing(raw, text);
        if (charset.isBlank() || charset.indexOf(' ') >= 0 || close < 0) {
            return null;
        }
        var encoded = raw.substring(text, close);
        return switch (encoding) {
            case 'b' -> new EncodedWord(charset, base64(encoded), close + 2);
            case 'q' -> new EncodedWord(charset, quoted(encoded), close + 2);
            default -> null;
        };
    }

    /** {@code ?==41?=} has its end at the second {@code ?=}: the first is text. */
    private static int closing(String raw, int from) {
        int close = raw.indexOf("?=", from);
        boolean startsWithCode =
                close == from && close + 3 < raw.length() && isHex(raw.charAt(close + 2));
        return startsWithCode ? Math.max(raw.indexOf("?=", close + 2), close) : close;
    }

    /** A language may follow the character set (RFC 2231 section 5). */
    private static String withoutLanguage(String charset) {
        int star = charset.indexOf('*');
        return star < 0 ? charset : charset.substring(0, star);
    }

    private static byte[] base64(String encoded) {
        var octets = new ByteArrayInputStream(encoded.getBytes(UTF_8));
        try (var decoded = TransferDecoding.decode(octets, "base64")) {
            return decoded.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a forgiving decoder refused", e);
        }
    }

    private static byte[] quoted(String encoded) {
        var out = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '=' && isHexPair(encoded, i + 1)) {
                out.write(Integer.parseInt(encoded, i + 1, i + 3, 16));
                i += 2;
            } else {
                out.writeBytes((c == '_' ? " " : String.valueOf(c)).getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static boolean isHexPair(String text, int at) {
        return at + 1 < text.length() && isHex(text.charAt(at)) && isHex(text.charAt(at + 1));
    }

    private static boolean isHex(char c) {
        return c < 0x80 && Character.digit(c, 16) >= 0;
    }
}
