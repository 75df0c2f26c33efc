package org.postroom.sessioncache.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.MailException.StorageFailed;
import org.postroom.protocol.mime.MessageOutline;

class OutlineJsonTest {

    private static final String MESSAGE =
            """
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Type: text/plain; charset=utf-8

            Text
            --x
            Content-Type: image/png; name="a.png"
            Content-Disposition: inline; filename*=utf-8''T%C3%BCr.png
            Content-ID: <one@two>
            Content-Transfer-Encoding: base64

            AAAA
            --x
            Content-Type: message/rfc822

            Date: Sun, 1 Mar 2026 09:00:00 +0100
            From: Bo <bo@inside.test>
            To: a@b.test, "C \\\\ D" <c@d.test>
            Subject: Grüße
            Message-ID: <three@four>
            In-Reply-To: <five@six>

            Inside
            --x--
            """;

    private static MessageOutline outline(String message) throws IOException {
        return MessageOutline.read(
                new ByteArrayInputStream(
                        message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        MessageOutline outline = outline(MESSAGE);

        assertThat(OutlineJson.read(OutlineJson.write(outline))).isEqualTo(outline);
    }

    @Test
    void theDeepestAndTheWidestAreReadToo() throws IOException {
        MessageOutline deep = outline("Content-Type: message/rfc822\n\n".repeat(100));
        MessageOutline wide =
                outline(
                        "Content-Type: multipart/mixed; boundary=x\n\n"
                                + "--x\n\na\n".repeat(2000));

        assertThat(OutlineJson.read(OutlineJson.write(deep))).isEqualTo(deep);
        assertThat(OutlineJson.read(OutlineJson.write(wide))).isEqualTo(wide);
    }

    @Test
    void whatALaterReleaseAddsIsPassedOver() throws IOException {
        MessageOutline outline = outline("Subject: x\n\nText");
        String text = OutlineJson.write(outline).replaceFirst("\\{", "{\"new\":[1],");

        assertThat(OutlineJson.read(text)).isEqualTo(outline);
    }

    @Test
    void aLaterFormIsNotGuessedAt() throws IOException {
        String text = OutlineJson.write(outline("x")).replace("\"v\":1", "\"v\":2");

        assertThatThrownBy(() -> OutlineJson.read(text)).isInstanceOf(StorageFailed.class);
        assertThatThrownBy(() -> OutlineJson.read("{")).isInstanceOf(StorageFailed.class);
        assertThatThrownBy(() -> OutlineJson.read("{}")).isInstanceOf(StorageFailed.class);
    }
}
