package org.postroom.rendering.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Octets to text by a fixed list of character sets.
 *
 * <p>UTF-7 and everything else that is not in the list is never used, whatever a message says: a
 * character set that can spell {@code <} in letters turns harmless text into markup.
 */
public final class Charsets {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int DETECTION_LIMIT = 64 * 1024;

    private Charsets() {}

    /**
     * The text of these octets, without a byte order mark; what cannot be decoded becomes U+FFFD.
     *
     * <p>A byte order mark wins, then the declared character set where it fits the octets, then
     * detection.
     *
     * @param declared as the message names it; null, unknown or wrong leads to detection
     */
    public static String decode(byte[] octets, @Nullable String declared) {
        var mark = ByteOrderMark.of(octets);
        if (mark.isPresent()) {
            var found = mark.get();
            return replacing(
                    Arrays.copyOfRange(octets, found.length(), octets.length), found.charset());
        }
        return withoutMark(replacing(octets, charsetOf(octets, declared)));
    }

    private static Charset charsetOf(byte[] octets, @Nullable String declared) {
        var named = AllowedCharsets.find(declared);
        if (named.isPresent() && !mayBeWrong(named.get()) && fits(octets, named.get())) {
            return named.get();
        }
        if (isUtf8(octets) && !hasEscapes(octets)) {
            return UTF_8;
        }
        if (named.isPresent() && named.get().equals(WESTERN)) {
            return WESTERN;
        }
        return detected(octets)
                .or(() -> named.filter(charset -> !isAscii(charset)))
                .orElse(WESTERN);
    }

    /** What is sent under these names is often UTF-8 in truth, and its byte patterns prove it. */
    private static boolean mayBeWrong(Charset charset) {
        return charset.equals(WESTERN) || isAscii(charset);
    }

    private static boolean isAscii(Charset charset) {
        return charset.equals(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static boolean fits(byte[] octets, Charset charset) {
        return charset.equals(UTF_8) ? isUtf8(octets) : strictly(octets, charset);
    }

    /** True when the octets are UTF-8, possibly cut within the last character. */
    private static boolean isUtf8(byte[] octets) {
        return strictly(Arrays.copyOf(octets, octets.length - cutTail(octets)), UTF_8);
    }

    private static int cutTail(byte[] octets) {
        for (int back = 1; back <= Math.min(3, octets.length); back++) {
            int octet = octets[octets.length - back] & 0xFF;
            if (octet >= 0xC0) {
                int needed = octet >= 0xF0 ? 4 : octet >= 0xE0 ? 3 : 2;
                return needed > back ? back : 0;
            }
            if (octet < 0x80) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean strictly(byte[] octets, Charset charset) {
        try {
            decoder(charset, CodingErrorAction.REPORT).decode(ByteBuffer.wrap(octets));
            return true;
        } catch (CharacterCodingException _) {
            return false; // the question was whether they can be decoded
        }
    }

    /** ISO-2022 text is pure ASCII to the eye of a UTF-8 decoder. */
    private static boolean hasEscapes(byte[] octets) {
        for (byte octet : octets) {
            if (octet == 0x1B) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Charset> detected(byte[] octets) {
        var detector = new UniversalDetector();
        detector.handleData(octets, 0, Math.min(octets.length, DETECTION_LIMIT));
        detector.dataEnd();
        return AllowedCharsets.find(detector.getDetectedCharset());
    }

    private static String replacing(byte[] octets, Charset charset) {
        try {
            var decoder = decoder(charset, CodingErrorAction.REPLACE);
            return decoder.decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException impossible) {
            throw new IllegalStateException("a replacing decoder reported an error", impossible);
        }
    }

    private static CharsetDecoder decoder(Charset charset, CodingErrorAction action) {
        return charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action);
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
