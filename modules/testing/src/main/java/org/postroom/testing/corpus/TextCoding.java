package org.postroom.testing.corpus;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A charset and a transfer encoding in which people who write a language send it.
 *
 * @param flowed whether the text is format=flowed (RFC 3676)
 */
record TextCoding(Charset charset, TransferEncoding encoding, boolean flowed) {
    private static final List<TextCoding> UTF_8 =
            List.of(
                    of("UTF-8", TransferEncoding.QUOTED_PRINTABLE),
                    of("UTF-8", TransferEncoding.BASE64),
                    of("UTF-8", TransferEncoding.EIGHT_BIT),
                    new TextCoding(StandardCharsets.UTF_8, TransferEncoding.EIGHT_BIT, true));

    private static final List<TextCoding> WESTERN =
            List.of(
                    of("ISO-8859-1", TransferEncoding.QUOTED_PRINTABLE),
                    of("ISO-8859-15", TransferEncoding.EIGHT_BIT),
                    of("windows-1252", TransferEncoding.QUOTED_PRINTABLE));
    private static final List<TextCoding> RUSSIAN =
            List.of(
                    of("KOI8-R", TransferEncoding.EIGHT_BIT),
                    of("KOI8-R", TransferEncoding.BASE64),
                    of("windows-1251", TransferEncoding.QUOTED_PRINTABLE));
    private static final List<TextCoding> JAPANESE =
            List.of(
                    of("ISO-2022-JP", TransferEncoding.SEVEN_BIT),
                    of("Shift_JIS", TransferEncoding.BASE64));
    private static final Map<String, List<TextCoding>> USUAL =
            Map.of(
                    "en", List.of(of("US-ASCII", TransferEncoding.SEVEN_BIT)),
                    "de", WESTERN,
                    "fr", WESTERN,
                    "is", WESTERN,
                    "ru", RUSSIAN,
                    "ja", JAPANESE,
                    "zh", List.of(of("GB18030", TransferEncoding.BASE64)));

    private static TextCoding of(String charset, TransferEncoding encoding) {
        return new TextCoding(Charset.forName(charset), encoding, false);
    }

    /** One of the usual ones that has all characters of the text, or one of UTF-8. */
    static TextCoding choose(String language, String text, SplittableRandom random) {
        var usual = USUAL.getOrDefault(language, UTF_8);
        var chosen = usual.get(random.nextInt(usual.size()));
        return random.nextInt(3) > 0 && chosen.charset.newEncoder().canEncode(text)
                ? chosen
                : UTF_8.get(random.nextInt(UTF_8.size()));
    }

    /** The text as a plain part, lines wrapped. */
    MimePart plain(String text) {
        return flowed
                ? MimePart.text("plain; format=flowed", Wrapping.flowed(text), charset, encoding)
                : MimePart.text("plain", Wrapping.fixed(text), charset, encoding);
    }

    /** The same as HTML. */
    MimePart html(String html) {
        return MimePart.text("html", html, charset, encoding);
    }
}
