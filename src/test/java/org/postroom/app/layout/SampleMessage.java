package org.postroom.app.layout;

import java.util.List;
import org.postroom.app.panes.AttachmentRow;
import org.postroom.app.panes.BodyFrame;
import org.postroom.app.panes.HeldImages;
import org.postroom.app.panes.MessagePane;
import org.postroom.app.panes.Person;
import org.postroom.app.panes.TextBlock;
import org.postroom.app.panes.Warning;

/** Two invented messages, one of each kind. */
final class SampleMessage {
    private static final String LINK = "https://boathouse.example.org/lease";

    private static final MessagePane.Documents DOCUMENTS =
            new MessagePane.Documents("/message/source", "/message/print");

    /** HTML whose pictures are held back. */
    static final MessagePane NEWSLETTER =
            new MessagePane(
                    "1.4812",
                    "INBOX",
                    "The ferry that would not retire, and nine other slow stories for a wet weekend",
                    true,
                    false,
                    false,
                    head("Tidewater Weekly", "letters@tidewater.example.org", "TW"),
                    new MessagePane.Position(
                            "1 of 4,812",
                            null,
                            "/message?id=1.4811",
                            new Link("Inbox", "/mailbox?name=INBOX")),
                    null,
                    List.of(),
                    new MessagePane.Body(
                            new HeldImages("/message", List.of(new Hidden("images", "true")), null),
                            new BodyFrame("/body.html", "Message from Tidewater Weekly"),
                            List.of(),
                            null),
                    new MessagePane.Attachments("", List.of()),
                    DOCUMENTS,
                    SampleList.ACTIONS,
                    List.of(new Hidden("message", "1.4812@INBOX")),
                    SampleShell.TOKEN);

    /** Plain text with a link, a quotation, warnings and files. */
    static final MessagePane LETTER =
            new MessagePane(
                    "1.4811",
                    "INBOX",
                    "Harbour lease: draft 3 with the changes from Thursday",
                    false,
                    false,
                    true,
                    head("Jun Okafor", "jun.okafor@boathouse.example.org", "JO"),
                    new MessagePane.Position(
                            "2 of 4,812",
                            "/message?id=1.4812",
                            "/message?id=1.4810",
                            new Link("Inbox", "/mailbox?name=INBOX")),
                    new MessagePane.Found(
                            new Link("Boathouse / Insurance", "/mailbox?name=Boathouse"),
                            MailboxKind.ORDINARY),
                    List.of(
                            new Warning("Replies go elsewhere.", "To pay@example.com.", true),
                            new Warning("Shown in part.", "The rest is in the source.", false)),
                    new MessagePane.Body(null, null, List.of(own(), quoted()), null),
                    files(),
                    DOCUMENTS,
                    SampleList.ACTIONS,
                    List.of(new Hidden("message", "1.4811@INBOX")),
                    SampleShell.TOKEN);

    /** A message whose text is not here yet. */
    static final MessagePane WAITING =
            new MessagePane(
                    "1.4813",
                    "INBOX",
                    "Mooring plan",
                    false,
                    false,
                    false,
                    head("Jun Okafor", "jun.okafor@boathouse.example.org", "JO"),
                    LETTER.position(),
                    null,
                    List.of(),
                    new MessagePane.Body(
                            null,
                            null,
                            List.of(),
                            new MessagePane.Waiting(false, "Coming.", "2 MB.", "/message", 2)),
                    new MessagePane.Attachments("", List.of()),
                    DOCUMENTS,
                    SampleList.ACTIONS,
                    List.of(new Hidden("message", "1.4813@INBOX")),
                    SampleShell.TOKEN);

    private SampleMessage() {}

    private static MessagePane.Head head(String name, String address, String initials) {
        return new MessagePane.Head(
                List.of(new Person(name, address)),
                initials,
                "to me, Marta Lindqvist",
                List.of(new Person("Ines Halloran", "ines@example.org")),
                List.of(new Person("Marta Lindqvist", "marta@nordlicht.example.com")),
                List.of(),
                "Today, 14:05",
                "2026-11-23T14:05:00Z",
                "Monday, 23 November 2026, 14:05 CET");
    }

    private static TextBlock own() {
        var before =
                """
                Hello both,

                I have put Marta’s wording into § 4 and § 9. The plan is attached again, because \
                the first copy had the old mooring line on it. The board meets on Thursday, so \
                please send changes by Wednesday noon: """;
        var runs =
                List.of(
                        new TextBlock.Run(before + " ", null),
                        new TextBlock.Run(LINK, LINK),
                        new TextBlock.Run("\n\nGreetings from the slip\nJun", null));
        return new TextBlock(runs, 0, "");
    }

    private static TextBlock quoted() {
        var text = "On 18 Nov, Marta wrote:\n> the insurer has one question left\n> to sign.";
        return new TextBlock(
                List.of(new TextBlock.Run(text, null)), 14, "Show 14 quoted lines from Marta");
    }

    private static MessagePane.Attachments files() {
        return new MessagePane.Attachments(
                "3 attachments, 2.6 MB",
                List.of(
                        file("Lease draft 3.pdf", "PDF", "file"),
                        file("Mooring plan November 2026, east, corrected.png", "PNG", "image"),
                        file("Costs 2027.xlsx", "XLSX", "file")));
    }

    private static AttachmentRow file(String name, String kind, String icon) {
        return new AttachmentRow(name, "/message/part?p=2", kind, "412 kB", icon);
    }
}
