package org.postroom.sessioncache.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.mime.MessageOutline;

class MessageTextsTest {

    private static final String TWO_WAYS =
            """
            Subject: hidden
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Type: multipart/alternative; boundary=y

            --y
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Gr=C3=BC=C3=9Fe aus dem
            Hafen
            --y
            Content-Type: text/html; charset=iso-8859-1
            Content-Transfer-Encoding: base64

            PHA+R3L832UgPGI+YXVzPC9iPiBIVE1MPC9wPg==
            --y--
            --x
            Content-Type: text/csv; name="tides.csv"
            Content-Disposition: attachment; filename="tides.csv"

            High;Low
            --x
            Content-Type: message/rfc822

            Subject: inner subject

            Inner text
            --x--
            """;

    private static MessageTexts texts(String message) throws IOException {
        byte[] octets = message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        MessageOutline outline = MessageOutline.read(new ByteArrayInputStream(octets));
        return new MessageTexts(
                outline,
                (stretch, most) ->
                        Arrays.copyOfRange(
                                octets,
                                (int) stretch.offset(),
                                (int) Math.min(stretch.end(), stretch.offset() + most)));
    }

    @Test
    void allTextsAreFoundWhereverTheyAre() throws IOException {
        assertThat(texts(TWO_WAYS).words().lines())
                .containsExactly(
                        "grüsse aus dem hafen", "grüsse aus html", "high;low", "inner text");
    }

    @Test
    void thePreviewIsThePlainTextsBeginning() throws IOException {
        assertThat(texts(TWO_WAYS).preview()).isEqualTo("Grüße aus dem Hafen");
        assertThat(texts("Content-Type: text/html\n\n<p>Only <b>this</b>").preview())
                .isEqualTo("Only this");
    }

    @Test
    void picturesHaveNoText() throws IOException {
        assertThat(texts("Content-Type: image/png\n\nabc").words()).isEmpty();
    }

    @Test
    void whatIsNotEncodedAsItSaysIsTakenAsItStands() throws IOException {
        MessageTexts texts = texts("Content-Transfer-Encoding: x-mystery\n\nPlain after all");

        assertThat(texts.words().strip()).isEqualTo("plain after all");
    }

    @Test
    void veryLongTextsAreCut() throws IOException {
        String part = "--x\n\n" + "word ".repeat(100_000) + "\n";

        MessageTexts texts =
                texts("Content-Type: multipart/mixed; boundary=x\n\n" + part.repeat(20));

        assertThat(texts.words()).hasSizeBetween(1_000_000, 1 << 20);
    }
}
