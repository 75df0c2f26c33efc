package org.postroom.protocol.imap;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.postroom.protocol.BodyStructure;
import org.postroom.protocol.BodyStructure.SinglePart;
import org.postroom.protocol.mime.HeaderText;

/** The first words of a message's text, where the server has no PREVIEW (RFC 8970). */
final class FirstWords {

    /** How many octets of a text are enough. */
    static final int OCTETS = 512;

    private static final int MAX_LENGTH = 256;

    private FirstWords() {}

    /** The part that the words are taken from: plain text, else HTML. */
    static Optional<SinglePart> part(BodyStructure structure) {
        return text(structure, "text/plain").or(() -> text(structure, "text/html"));
    }

    private static Optional<SinglePart> text(BodyStructure structure, String type) {
        return structure
                .flattened()
                .filter(
                        part ->
                                part.type().is(type)
                                        && !part.disposition()
                                                .filter(d -> d.isAttachment())
                                                .isPresent())
                .filter(SinglePart.class::isInstance)
                .map(SinglePart.class::cast)
                .findFirst();
    }

    /** The words in the beginning of this part, which may end in the middle of anything. */
    static String of(SinglePart part, byte[] octets) {
        Charset charset = HeaderText.charset(part.type().parameter("charset").orElse("us-ascii"));
        byte[] decoded = decoded(octets, part.encoding());
        String text =
                charset.equals(StandardCharsets.US_ASCII)
                        ? HeaderText.raw(decoded)
                        : new String(decoded, charset);
        return shortened(part.type().is("text/html") ? Jsoup.parse(text).text() : text);
    }

    private static byte[] decoded(byte[] octets, String encoding) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try (InputStream in = MimeUtility.decode(new ByteArrayInputStream(octets), encoding)) {
            in.transferTo(result);
        } catch (MessagingException | IOException _) {
            return result.size() == 0 && !encoding.equals("base64") ? octets : result.toByteArray();
        }
        return result.toByteArray();
    }

    /** On one line, and no longer than a preview may be. */
    static String shortened(String text) {
        String line = HeaderText.onOneLine(text.replace("\uFFFD", ""));
        if (line.length() <= MAX_LENGTH) {
            return line;
        }
        boolean cutsPair = Character.isHighSurrogate(line.charAt(MAX_LENGTH - 1));
        return line.substring(0, cutsPair ? MAX_LENGTH - 1 : MAX_LENGTH);
    }
}
