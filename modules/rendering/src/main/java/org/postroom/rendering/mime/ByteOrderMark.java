package org.postroom.rendering.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** A byte order mark at the start of octets, and the character set that it proves. */
record ByteOrderMark(Charset charset, int length) {

    /** A mark, one character for each octet. */
    private record Known(String charset, String mark) {}

    /** UTF-32 before UTF-16: the mark of one begins with the mark of the other. */
    private static final List<Known> KNOWN =
            List.of(
                    new Known("UTF-8", "\u00EF\u00BB\u00BF"),
                    new Known("UTF-32LE", "\u00FF\u00FE\0\0"),
                    new Known("UTF-32BE", "\0\0\u00FE\u00FF"),
                    new Known("UTF-16LE", "\u00FF\u00FE"),
                    new Known("UTF-16BE", "\u00FE\u00FF"));

    static Optional<ByteOrderMark> of(byte[] octets) {
        var start = new String(octets, 0, Math.min(octets.length, 4), ISO_8859_1);
        return KNOWN.stream()
                .filter(known -> start.startsWith(known.mark()))
                .map(k -> new ByteOrderMark(Charset.forName(k.charset()), k.mark().length()))
                .findFirst();
    }
}
