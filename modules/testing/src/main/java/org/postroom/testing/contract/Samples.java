package org.postroom.testing.contract;

import org.postroom.testing.corpus.CorpusMessage;

/** Messages whose structure matters. */
final class Samples {

    /** Text and HTML, a PDF with a Japanese name, and a message inside. */
    static final CorpusMessage WITH_ATTACHMENT =
            Letter.raw(
                    """
                    From: Ines <ines@postroom.example>
                    To: bo@postroom.example
                    Subject: Papers
                    Date: Sun, 01 Mar 2026 08:00:00 +0000
                    Message-ID: <papers@postroom.example>
                    MIME-Version: 1.0
                    Content-Type: multipart/mixed; boundary="outer"

                    --outer
                    Content-Type: multipart/alternative; boundary="inner"

                    --inner
                    Content-Type: text/plain; charset=utf-8
                    Content-Transfer-Encoding: 8bit

                    The papers.
                    --inner
                    Content-Type: text/html; charset=utf-8

                    <p>The papers.</p>
                    --inner--
                    --outer
                    Content-Type: application/pdf
                    Content-Transfer-Encoding: base64
                    Content-Disposition: attachment;
                     filename*0*=utf-8''%E6%9B%B8;
                     filename*1*=%E9%A1%9E.pdf

                    JVBERi0xLjQKJSVFT0YK
                    --outer
                    Content-Type: message/rfc822
                    Content-Disposition: attachment

                    From: inner@postroom.example
                    Subject: Inside
                    MIME-Version: 1.0
                    Content-Type: multipart/mixed; boundary="deep"

                    --deep
                    Content-Type: text/plain

                    Inside text.
                    --deep
                    Content-Type: image/png; name="=?utf-8?Q?T=C3=BCr.png?="
                    Content-Transfer-Encoding: base64

                    iVBORw0KGgo=
                    --deep--
                    --outer--
                    """
                            .replace("\n", "\r\n"));

    /** The same in plain text and in HTML: nothing to download. */
    static final CorpusMessage ALTERNATIVE =
            Letter.raw(
                    """
                    From: Ines <ines@postroom.example>
                    Subject: Two ways
                    MIME-Version: 1.0
                    Content-Type: multipart/alternative; boundary="b"

                    --b
                    Content-Type: text/plain

                    Said plainly.
                    --b
                    Content-Type: text/html

                    <p>Said plainly.</p>
                    --b--
                    """
                            .replace("\n", "\r\n"));

    /** A message that is a picture and nothing else. */
    static final CorpusMessage LONE_PICTURE =
            Letter.raw(
                    """
                    From: Ines <ines@postroom.example>
                    Subject: Look
                    MIME-Version: 1.0
                    Content-Type: image/png
                    Content-Transfer-Encoding: base64

                    iVBORw0KGgo=
                    """
                            .replace("\n", "\r\n"));

    private Samples() {}

    /** A multipart in a multipart in a multipart … */
    static CorpusMessage nested(int depth) {
        StringBuilder text = new StringBuilder("Subject: Russian doll\r\nMIME-Version: 1.0\r\n");
        for (int i = 0; i < depth; i++) {
            text.append(
                    "Content-Type: multipart/mixed; boundary=\"b"
                            + i
                            + "\"\r\n\r\n--b"
                            + i
                            + "\r\n");
        }
        text.append("Content-Type: text/plain\r\n\r\nThe smallest.\r\n");
        for (int i = depth - 1; i >= 0; i--) {
            text.append("--b" + i + "--\r\n");
        }
        return Letter.raw(text.toString());
    }

    /** A multipart of so many texts. */
    static CorpusMessage wide(int parts) {
        StringBuilder text = new StringBuilder("Subject: Confetti\r\nMIME-Version: 1.0\r\n");
        text.append("Content-Type: multipart/mixed; boundary=b\r\n\r\n");
        text.append("--b\r\nContent-Type: text/plain\r\n\r\nx\r\n".repeat(parts))
                .append("--b--\r\n");
        return Letter.raw(text.toString());
    }
}
