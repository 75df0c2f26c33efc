package org.postroom.testing.corpus;

import java.util.List;

/** Attachments whose names or types are traps. */
final class HostileNames {
    private static final List<HostileMessage> ALL =
            List.of(
                    named("name-with-path", "filename=\"../../../etc/passwd\""),
                    named(
                            "name-with-backslashes",
                            "filename=\"..\\\\..\\\\windows\\\\system.ini\""),
                    named("name-with-drive", "filename=\"C:\\\\autoexec.bat\""),
                    named("name-absolute", "filename=\"/etc/shadow\""),
                    named("name-with-bidi-override", "filename*=UTF-8''annual%E2%80%AEfdp.exe"),
                    named("name-with-line-break", "filename*=UTF-8''a%0D%0ASet-Cookie:%20x=y.pdf"),
                    named("name-with-nul", "filename*=UTF-8''a.exe%00.pdf"),
                    named("name-with-quotes", "filename=\"a\\\"; filename=\\\"b.exe\""),
                    named("name-with-markup", "filename=\"<img src=x onerror=alert(1)>.pdf\""),
                    named("name-of-dots", "filename=\"..\""),
                    named("name-empty", "filename=\"\""),
                    named("name-of-a-device", "filename=\"CON.txt\""),
                    named("name-very-long", "filename=\"" + "long".repeat(20_000) + ".pdf\""),
                    named("name-in-unknown-charset", "filename*=klingon''%41%42.pdf"),
                    named(
                            "name-with-missing-sections",
                            "filename*0*=UTF-8''one; filename*2*=three.pdf"),
                    named("name-with-many-sections", sections()),
                    named("name-twice", "filename=\"a.pdf\"; filename=\"b.exe\""),
                    named("name-with-encoded-path", "filename=\"=?UTF-8?Q?=2E=2E=2Fa=2Epdf?=\""));

    private HostileNames() {}

    static List<HostileMessage> all() {
        return ALL;
    }

    private static String sections() {
        var all = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            all.append(i == 0 ? "" : "; ")
                    .append("filename*")
                    .append(i)
                    .append("*=")
                    .append(i == 0 ? "UTF-8''" : "")
                    .append("a");
        }
        return all.toString();
    }

    private static HostileMessage named(String name, String parameter) {
        return HostileMessage.of(
                name,
                "From: Mallory <mallory@mallory.test>\nTo: ines@postroom.example\nSubject: "
                        + name
                        + "\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=n\n\n"
                        + "--n\nContent-Type: text/plain\n\nSee the file.\n"
                        + "--n\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n"
                        + "Content-Disposition: attachment; "
                        + parameter
                        + "\n\nSGVsbG8=\n--n--\n");
    }
}
