package org.postroom.protocol.mime;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Header text as people should read it (RFC 2047), however badly it was written.
 *
 * <p>Beyond {@link MimeUtility#decodeText}: words may stand anywhere, a character may be cut in two
 * by neighbouring words of one charset, and octets without any word are UTF-8 or else windows-1252.
 */
public final class HeaderText {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int MAX_LENGTH = 64 << 10;

    // Each piece excludes what ends it, so the pattern never has to try again.
    private static final Pattern WORD =
            Pattern.compile("=\\?([^?\\s]{1,60})\\?([bBqQ])\\?([^?]*+)\\?=");

    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private @Nullable Charset charset;

    private HeaderText() {}

    /** The text of a header field's octets, on one line. */
    public static String of(byte[] octets) {
        byte[] bounded = octets.length > MAX_LENGTH ? Arrays.copyOf(octets, MAX_LENGTH) : octets;
        return onOneLine(decodedWords(raw(bounded)));
    }

    /** Octets without a declared charset: UTF-8 where they can be. */
    public static String raw(byte[] octets) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException _) {
            return new String(octets, WINDOWS_1252);
        }
    }

    /** Without control characters; white space is one space. */
    public static String onOneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(line, c));
        return line.toString().strip();
    }

    private static void append(StringBuilder line, int c) {
        boolean space = Character.isISOControl(c) || Character.isWhitespace(c);
        if (!space) {
            line.appendCodePoint(c);
        } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
            line.append(' ');
        }
    }

    private static String decodedWords(String raw) {
        return raw.contains("=?") ? new HeaderText().decoded(raw) : raw;
    }

    private String decoded(String raw) {
        Matcher word = WORD.matcher(raw);
        int from = 0;
        while (word.find()) {
            between(raw.substring(from, word.start()), from == 0);
            take(word);
            from = word.end();
        }
        flush();
        return text.append(raw, from, raw.length()).toString();
    }

    // White space between two words is not part of the text.
    private void between(String gap, boolean first) {
        if (first || !gap.isBlank()) {
            flush();
            text.append(gap);
        }
    }

    private void take(Matcher word) {
        Charset next = charset(word.group(1));
        if (!next.equals(charset)) {
            flush();
            charset = next;
        }
        String encoded = word.group(3);
        pending.writeBytes(
                word.group(2).equalsIgnoreCase("B") ? base64(encoded) : quotedPrintable(encoded));
    }

    private void flush() {
        if (charset != null) {
            text.append(decoded(pending.toByteArray(), charset));
        }
        pending.reset();
        charset = null;
    }

    // Words that say us-ascii and are not: the same guess as for none.
    private static String decoded(byte[] octets, Charset charset) {
        return charset.equals(StandardCharsets.US_ASCII)
                ? raw(octets)
                : new String(octets, charset);
    }

    private static byte[] base64(String encoded) {
        String clean = encoded.replaceAll("[^A-Za-z0-9+/]", "");
        int usable = clean.length() % 4 == 1 ? clean.length() - 1 : clean.length();
        return Base64.getDecoder().decode(clean.substring(0, usable));
    }

    private static byte[] quotedPrintable(String encoded) {
        byte[] octets = encoded.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream result = new ByteArrayOutputStream(octets.length);
        for (int i = 0; i < octets.length; i++) {
            int high =
                    octets[i] == '=' && i + 2 < octets.length
                            ? Character.digit(octets[i + 1], 16)
                            : -1;
            int low = high >= 0 ? Character.digit(octets[i + 2], 16) : -1;
            if (low >= 0) {
                result.write(high << 4 | low);
                i += 2;
            } else {
                result.write(octets[i] == '_' ? ' ' : octets[i]);
            }
        }
        return result.toByteArray();
    }

    /** The charset of this name, or the wider one that mail programs mean by it. */
    public static Charset charset(String name) {
        int language = name.indexOf('*'); // RFC 2231 §5
        String plain = language > 0 ? name.substring(0, language) : name;
        try {
            return switch (plain.toLowerCase(Locale.ROOT)) {
                case "iso-8859-1", "latin1" -> WINDOWS_1252;
                case "gb2312", "gbk", "x-gbk" -> Charset.forName("GB18030");
                case "ks_c_5601-1987", "euc-kr" -> Charset.forName("MS949");
                case "shift_jis" -> Charset.forName("windows-31j");
                default -> Charset.forName(MimeUtility.javaCharset(plain));
            };
        } catch (IllegalArgumentException _) {
            return StandardCharsets.US_ASCII; // which stands for a guess
        }
    }
}
