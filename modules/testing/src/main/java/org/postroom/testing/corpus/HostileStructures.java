package org.postroom.testing.corpus;

import java.util.List;

/** Bodies whose structure or encoding is broken or far too much. */
final class HostileStructures {
    private static final int DEPTH = 60;
    private static final int PARTS = 3_000;

    private static final List<HostileMessage> ALL =
            List.of(
                    body(
                            "broken-base64",
                            "text/plain; charset=utf-8",
                            "base64",
                            "SGVsbG8*!!gd29ybGQ\n===\n$$$\nSGk"),
                    body(
                            "broken-quoted-printable",
                            "text/plain; charset=utf-8",
                            "quoted-printable",
                            "a=ZZ b=4 c==\nd=\n="),
                    body("unknown-encoding", "text/plain", "x-uuencode-ish", "begin 644 a\n"),
                    body("unknown-charset", "text/plain; charset=klingon-8", "8bit", "nuqneH"),
                    body(
                            "utf-7",
                            "text/html; charset=utf-7",
                            "7bit",
                            "+ADw-script+AD4-alert(1)+ADw-/script+AD4-"),
                    body(
                            "utf-7-upper-in-meta",
                            "text/html",
                            "7bit",
                            "<meta charset=UTF-7>+ADw-script+AD4-alert(1)"),
                    body("utf-16-without-mark", "text/plain; charset=utf-16", "8bit", "a\u0000b"),
                    body(
                            "charset-with-quotes-and-nonsense",
                            "text/plain; charset=\"utf-8\\\"; x=\"y",
                            "8bit",
                            "Grüße"),
                    body("type-that-is-none", "not a type at all;;;=", "8bit", "text"),
                    body("type-with-script", "text/<script>alert(1)</script>", "8bit", "text"),
                    body(
                            "multipart-without-boundary",
                            "multipart/mixed",
                            "7bit",
                            "--x\n\none\n--x--\n"),
                    body(
                            "multipart-with-empty-boundary",
                            "multipart/mixed; boundary=\"\"",
                            "7bit",
                            "--\n\none\n----\n"),
                    body(
                            "multipart-that-never-ends",
                            "multipart/mixed; boundary=x",
                            "7bit",
                            "--x\n\none\n--x\n\ntwo"),
                    body(
                            "multipart-without-parts",
                            "multipart/mixed; boundary=x",
                            "7bit",
                            "only a preamble"),
                    body(
                            "multipart-in-base64",
                            "multipart/mixed; boundary=x",
                            "base64",
                            "LS14DQoNCm9uZQ0KLS14LS0NCg=="),
                    body(
                            "boundary-inside-boundary",
                            "multipart/mixed; boundary=x",
                            "7bit",
                            "--x\nContent-Type: multipart/mixed; boundary=xx\n\n--xx\n\none\n--x\n\ntwo\n--xx--\n--x--\n"),
                    body("deep-multipart", "multipart/mixed; boundary=d0", "7bit", deep()),
                    body(
                            "deep-messages",
                            "message/rfc822",
                            "7bit",
                            "Content-Type: message/rfc822\n\n".repeat(DEPTH) + "\nend\n"),
                    body(
                            "many-parts",
                            "multipart/mixed; boundary=m",
                            "7bit",
                            "--m\n\npart\n".repeat(PARTS) + "--m--\n"),
                    body("long-line", "text/plain; charset=utf-8", "8bit", "x".repeat(2_000_000)),
                    body(
                            "many-quotes",
                            "text/plain; charset=utf-8",
                            "8bit",
                            ">".repeat(100_000) + " deep\n"),
                    body(
                            "encrypted-beside-html",
                            "multipart/mixed; boundary=e",
                            "7bit",
                            "--e\nContent-Type: text/html\n\n<img src=\"http://mallory.test/\n--e\nContent-Type: application/pkcs7-mime\n\nMII\n--e\n"
                                    + "Content-Type: text/html\n\n\">\n--e--\n"));

    private HostileStructures() {}

    static List<HostileMessage> all() {
        return ALL;
    }

    private static HostileMessage body(String name, String type, String encoding, String body) {
        return HostileMessage.of(
                name,
                "From: Mallory <mallory@mallory.test>\nTo: ines@postroom.example\nSubject: "
                        + name
                        + "\nMIME-Version: 1.0\nContent-Type: "
                        + type
                        + "\nContent-Transfer-Encoding: "
                        + encoding
                        + "\n\n"
                        + body
                        + "\n");
    }

    private static String deep() {
        var text = new StringBuilder();
        for (int level = 0; level < DEPTH; level++) {
            text.append("--d")
                    .append(level)
                    .append("\nContent-Type: multipart/mixed; boundary=d")
                    .append(level + 1)
                    .append("\n\n");
        }
        text.append("--d").append(DEPTH).append("\n\nthe bottom\n");
        for (int level = DEPTH; level >= 0; level--) {
            text.append("--d").append(level).append("--\n");
        }
        return text.toString();
    }
}
