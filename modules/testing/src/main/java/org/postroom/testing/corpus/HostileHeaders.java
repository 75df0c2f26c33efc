package org.postroom.testing.corpus;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Header fields that lie, overflow or are missing. */
final class HostileHeaders {
    private static final List<HostileMessage> ALL =
            List.of(
                    HostileMessage.of("empty", ""),
                    HostileMessage.of("no-header", "\nOnly a body.\n"),
                    HostileMessage.of("no-body", "From: a@mallory.test\nSubject: nothing follows"),
                    HostileMessage.of("no-fields-that-we-know", "X-Nothing: at all\n\nBody\n"),
                    header(
                            "control-characters",
                            "Subject: be\u0007ll \u001b[31mred\u001b[0m \u0000 nul \u0008\u007f"),
                    header("bare-carriage-returns", "Subject: one\rBcc: two@mallory.test\rX: y"),
                    header(
                            "two-from-fields",
                            "From: Your Bank <safe@bank.example>\nSubject: two authors"),
                    header("two-subjects", "Subject: the first\nSubject: the second"),
                    header(
                            "address-in-the-name",
                            "Reply-To: other@mallory.test\nSubject: who?",
                            "\"safe@bank.example\" <x@mallory.test>"),
                    header(
                            "mixed-scripts",
                            "Subject: letters that look alike",
                            "Pаypоint <x@mallory.test>"),
                    header(
                            "many-addresses",
                            "To: " + "a@many.test, ".repeat(20_000) + "b@many.test"),
                    header("huge-subject", "Subject: " + "long ".repeat(60_000)),
                    header(
                            "huge-unfolded-field",
                            "X-Long: " + "x".repeat(900_000) + "\nSubject: after it"),
                    header(
                            "very-many-fields",
                            "X-Many: 1\n".repeat(20_000) + "Subject: after them"),
                    header(
                            "script-in-subject",
                            "Subject: <script>alert(1)</script><img src=x onerror=alert(2)>"),
                    header(
                            "encoded-script-in-subject",
                            "Subject: =?UTF-8?B?PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==?="),
                    header(
                            "encoded-line-break",
                            "Subject: =?UTF-8?Q?one=0D=0ABcc:_two=40mallory.test?="),
                    header(
                            "bidi-in-subject",
                            "Subject: invoice \u202egnp.exe\u202c \u2066\u2067isolate"),
                    header(
                            "broken-encoded-words",
                            "Subject: =?UTF-8?B?%%%?= =?nonsense?Q?a=ZZ?= =?UTF-8?X?abc?= =?UTF-8"),
                    header(
                            "utf-7-subject",
                            "Subject: =?UTF-7?Q?+ADw-script+AD4-alert(1)+ADw-/script+AD4-?="),
                    header(
                            "date-that-is-none",
                            "Date: yesterday, when all was well\nSubject: when?"),
                    header(
                            "date-far-away",
                            "Date: Fri, 31 Dec 99999 23:59:59 +9999\nSubject: later"),
                    header(
                            "broken-message-id",
                            "Message-ID: <<a@@b>>\nReferences: <a <b> c> <\nSubject: which?"),
                    header("spaces-before-colons", "Subject : spaced\nFrom\t: x@mallory.test"),
                    header(
                            "raw-utf-8",
                            "Subject: Grüße ohne Kodierung 🙂",
                            "Jürgen Köhler <jk@mallory.test>"),
                    rawLatin1());

    private HostileHeaders() {}

    static List<HostileMessage> all() {
        return ALL;
    }

    private static HostileMessage header(String name, String fields) {
        return header(name, fields, "Mallory <mallory@mallory.test>");
    }

    private static HostileMessage header(String name, String fields, String from) {
        return HostileMessage.of(
                name,
                "From: "
                        + from
                        + "\nTo: ines@postroom.example\n"
                        + fields
                        + "\nContent-Type: text/plain; charset=utf-8\n\nText of "
                        + name
                        + ".\n");
    }

    private static HostileMessage rawLatin1() {
        var text =
                "From: J\u00fcrgen <j@mallory.test>\r\nSubject: Gr\u00fc\u00dfe\r\n\r\nSch\u00f6n\r\n";
        return new HostileMessage("raw-latin-1", text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
