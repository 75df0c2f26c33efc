package org.postroom.app.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.app.panes.Target;

/** Invented folders and what stands around the panes. */
final class SampleShell {
    static final String TOKEN = "token-of-this-answer";

    private static final String FOLDERS =
            """
            Boathouse|0|0
            Boathouse/Insurance|1|1
            Boathouse/Roof|1|4
            Choir|0|11
            Clients|0|0
            Clients/Nordlicht Werft|1|2
            Clients/Old contracts|1|0
            Invoices|0|0
            Newsletters|0|38
            Travel|0|0
            """;

    private SampleShell() {}

    static Shell shell(String title, View view, @Nullable Notice notice) {
        return shell(title, view, notice, new SearchBox("", "INBOX", "Inbox", false));
    }

    static Shell shell(String title, View view, @Nullable Notice notice, SearchBox search) {
        return new Shell(
                title,
                "en",
                "ltr",
                view,
                TOKEN,
                "ines@example.org",
                "IH",
                tree(title),
                new Quota("3.1 of 5 GB used", 62),
                search,
                notice);
    }

    static Notice notice() {
        return new Notice("4 messages archived.", "u-17", "/mailbox?name=INBOX", TOKEN);
    }

    static ErrorNote silence() {
        return new ErrorNote(
                "The mail server mail.example.org did not answer.",
                "Nothing was changed.",
                new Link("Try again", "/mailbox?name=INBOX"));
    }

    static MailboxTree tree(String current) {
        var special = new ArrayList<MailboxRow>();
        special.add(row("INBOX", "Inbox", 0, MailboxKind.INBOX, 24, current));
        special.add(row("Drafts", "Drafts", 0, MailboxKind.DRAFTS, 2, current));
        special.add(row("Sent", "Sent", 0, MailboxKind.SENT, 0, current));
        special.add(row("Archive", "Archive", 0, MailboxKind.ARCHIVE, 0, current));
        special.add(row("Junk", "Junk", 0, MailboxKind.JUNK, 3, current));
        special.add(row("Trash", "Trash", 0, MailboxKind.TRASH, 0, current));
        return new MailboxTree(
                special, FOLDERS.lines().map(line -> ordinary(line, current)).toList());
    }

    static List<Target> targets() {
        return tree("").others().stream()
                .map(row -> new Target(row.name(), row.name().replace("/", " / ")))
                .toList();
    }

    private static MailboxRow ordinary(String line, String current) {
        var part = line.split("\\|", -1);
        return row(
                part[0],
                part[0].substring(part[0].indexOf('/') + 1),
                Integer.parseInt(part[1]),
                MailboxKind.ORDINARY,
                Long.parseLong(part[2]),
                current);
    }

    private static MailboxRow row(
            String name, String label, int depth, MailboxKind kind, long unseen, String current) {
        return new MailboxRow(
                name,
                label,
                "/mailbox?name=" + name,
                depth,
                kind,
                unseen,
                Long.toString(unseen),
                label.equals(current),
                !name.equals("Clients"));
    }
}
