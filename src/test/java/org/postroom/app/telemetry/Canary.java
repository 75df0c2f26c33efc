package org.postroom.app.telemetry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.postroom.testing.corpus.CorpusMessage;

/** Words that are in everything that people write, and must be in nothing that operators read. */
final class Canary {

    /** In every word below. */
    static final String MARK = "qanary7x";

    static final String LOGIN = MARK + "login";
    static final String PASSWORD = MARK + "password";
    static final String MAILBOX = MARK + "mailbox";
    static final String SUBJECT = MARK + "subject";
    static final String SEARCH = MARK + "search";

    private static final String LETTER =
            """
            From: %1$sname <%1$ssender@%1$s.example>
            To: %1$sto <%1$sto@%1$s.example>
            Subject: %1$ssubject
            Date: Sun, 1 Mar 2026 10:00:00 +0000
            Message-ID: <%1$sid@%1$s.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=%1$sboundary

            --%1$sboundary
            Content-Type: text/html; charset=utf-8

            <p>%1$stext %1$ssearch <img src="http://127.0.0.1:9/%1$spicture.png"></p>
            --%1$sboundary
            Content-Type: application/pdf; name="%1$sfile.pdf"
            Content-Disposition: attachment; filename="%1$sfile.pdf"
            Content-Transfer-Encoding: base64

            bm90IGJhc2U2NCE=
            --%1$sboundary--
            """;

    private Canary() {}

    /** How base64 has it, wherever it begins. */
    static List<String> songs() {
        return Stream.of(MARK.substring(0, 6), MARK.substring(1, 7), MARK.substring(2))
                .map(part -> part.getBytes(StandardCharsets.US_ASCII))
                .map(Base64.getEncoder()::encodeToString)
                .toList();
    }

    /** A letter with an attachment, every part of which sings. */
    static CorpusMessage letter() {
        byte[] octets =
                LETTER.formatted(MARK).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new CorpusMessage(octets, Set.of(), Instant.parse("2026-03-01T10:00:00Z"), "INBOX");
    }
}
