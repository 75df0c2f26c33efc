package org.postroom.app.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.app.panes.Actions;
import org.postroom.app.panes.AttachmentRow;
import org.postroom.app.panes.BodyFrame;
import org.postroom.app.panes.Choice;
import org.postroom.app.panes.EmptyList;
import org.postroom.app.panes.HeldImages;
import org.postroom.app.panes.ListPane;
import org.postroom.app.panes.MarkedText;
import org.postroom.app.panes.MessageGroup;
import org.postroom.app.panes.MessagePane;
import org.postroom.app.panes.MessageRow;
import org.postroom.app.panes.Person;
import org.postroom.app.panes.SearchStatus;
import org.postroom.app.panes.Target;
import org.postroom.app.panes.TextBlock;
import org.postroom.app.panes.Warning;

/** Invented mail for the pages. */
final class SampleMail {
    static final List<Target> TARGETS = SamplePages.targets(tree(""));
    private static final String READ = "";

    private SampleMail() {}

    static MailboxTree tree(String current) {
        return new MailboxTree(
                List.of(
                        row("INBOX", "Inbox", 0, MailboxKind.INBOX, 24, current),
                        row("Drafts", "Drafts", 0, MailboxKind.DRAFTS, 2, current),
                        row("Sent", "Sent", 0, MailboxKind.SENT, 0, current),
                        row("Archive", "Archive", 0, MailboxKind.ARCHIVE, 0, current),
                        row("Junk", "Junk", 0, MailboxKind.JUNK, 3, current),
                        row("Trash", "Trash", 0, MailboxKind.TRASH, 0, current)),
                List.of(
                        row("Boathouse", "Boathouse", 0, MailboxKind.ORDINARY, 0, current),
                        row(
                                "Boathouse/Insurance",
                                "Insurance",
                                1,
                                MailboxKind.ORDINARY,
                                1,
                                current),
                        row("Boathouse/Roof", "Roof", 1, MailboxKind.ORDINARY, 4, current),
                        row("Choir", "Choir", 0, MailboxKind.ORDINARY, 11, current),
                        row("Clients", "Clients", 0, MailboxKind.ORDINARY, 0, current),
                        row(
                                "Clients/Nordlicht Werft",
                                "Nordlicht Werft",
                                1,
                                MailboxKind.ORDINARY,
                                2,
                                current),
                        row(
                                "Clients/Old contracts",
                                "Old contracts",
                                1,
                                MailboxKind.ORDINARY,
                                0,
                                current),
                        row("Invoices", "Invoices", 0, MailboxKind.ORDINARY, 0, current),
                        row("Newsletters", "Newsletters", 0, MailboxKind.ORDINARY, 38, current),
                        row("Travel", "Travel", 0, MailboxKind.ORDINARY, 0, current)));
    }

    private static MailboxRow row(
            String name, String label, int depth, MailboxKind kind, long unseen, String current) {
        var here = label.equals(current) || (name.equals("INBOX") && current.startsWith("The "));
        return new MailboxRow(
                name,
                label,
                "/mailbox?name=" + name,
                depth,
                kind,
                unseen,
                "" + unseen,
                here,
                !name.equals("Clients"));
    }

    static ListPane inbox(@Nullable ErrorNote error, String open) {
        return new ListPane(
                "Inbox",
                4812,
                "4,812",
                false,
                orders(),
                filters(),
                groups(open),
                "1–50 of 4,812",
                null,
                "/mailbox?name=INBOX&page=2",
                actions(),
                List.of(new Hidden("in", "INBOX"), new Hidden("back", "/mailbox?name=INBOX")),
                new ListPane.Upkeep("INBOX", true, null, "/mailbox?name=INBOX"),
                null,
                error,
                null,
                SamplePages.TOKEN);
    }

    static ListPane travel() {
        return SamplePages.empty(
                inbox(null, ""),
                new EmptyList(
                        "folder",
                        "Nothing in Travel",
                        "Messages that you move here will show up in this list."));
    }

    private static Actions actions() {
        return new Actions(true, true, false, false, TARGETS);
    }

    private static List<Choice> orders() {
        return List.of(
                new Choice("date", "Newest first", "/mailbox?name=INBOX&reverse=true", true),
                new Choice("from", "Sender", "/mailbox?name=INBOX&sort=from", false),
                new Choice("subject", "Subject", "/mailbox?name=INBOX&sort=subject", false),
                new Choice("size", "Largest first", "/mailbox?name=INBOX&sort=size", false));
    }

    private static List<Choice> filters() {
        return List.of(
                new Choice("all", "All", "/mailbox?name=INBOX", true),
                new Choice("unread", "Unread", "/mailbox?name=INBOX&filter=unread", false),
                new Choice("starred", "Starred", "/mailbox?name=INBOX&filter=starred", false),
                new Choice(
                        "attachments",
                        "Attachments",
                        "/mailbox?name=INBOX&filter=attachments",
                        false));
    }

    private static List<MessageGroup> groups(String open) {
        return List.of(
                new MessageGroup(
                        "Today",
                        List.of(
                                line(
                                        "4812",
                                        open,
                                        "s",
                                        "Tidewater Weekly",
                                        "The ferry that would not retire, and nine other slow stories for a wet weekend",
                                        "Good morning. The MS Alkyone was to be scrapped in April. She is still crossing",
                                        "14:05"),
                                line(
                                        "4811",
                                        open,
                                        "usc",
                                        "Jun Okafor",
                                        "Harbour lease: draft 3 with the changes from Thursday",
                                        "I have put Marta’s wording into § 4 and § 9. The plan is attached again because",
                                        "13:52"),
                                line(
                                        "4810",
                                        open,
                                        "uc",
                                        "مريم الحداد",
                                        "صور من ورشة السبت والجدول الجديد للمجموعة",
                                        "مرحباً إيناس، أرسل إليكِ الصور كما وعدت، ومعها الجدول الجديد لشهر ديسمبر",
                                        "13:48"),
                                line(
                                        "4809",
                                        open,
                                        "u",
                                        "田中 由美",
                                        "来月の集合写真について（返信不要です）",
                                        "いつもお世話になっております。来月の写真は第二土曜日の午前十時から撮影いたします",
                                        "11:26"),
                                line(
                                        "4808",
                                        open,
                                        "c",
                                        "Nordlicht Werft GmbH, Buchhaltung",
                                        "Rechnung RE-2026-04417 über 1.284,60 €, fällig am 7. Dezember",
                                        "Sehr geehrte Frau Halloran, anbei erhalten Sie unsere Rechnung für",
                                        "10:02"),
                                line(
                                        "4807",
                                        open,
                                        "uc",
                                        "Sigrún Þórsdóttir",
                                        "Fundargerð stjórnar 19. nóvember",
                                        "Hæ öll, fundargerðin er í viðhengi. Athugasemdir óskast fyrir föstudag",
                                        "09:40"))),
                new MessageGroup(
                        "Yesterday",
                        List.of(
                                line(
                                        "4806",
                                        open,
                                        READ,
                                        "Parish Choir",
                                        "[choir] Parts for the Advent evening: who can still take second alto?",
                                        "Bea: I can, if somebody lends me the green book. Rehearsal stays at",
                                        "21:17"),
                                line(
                                        "4805",
                                        open,
                                        "c",
                                        "Παύλος Νικολάου",
                                        "Φωτογραφίες από το σκάφος και το τιμολόγιο",
                                        "Καλησπέρα, σας στέλνω τις φωτογραφίες που ζητήσατε. Το τιμολόγιο",
                                        "18:33"),
                                line(
                                        "4804",
                                        open,
                                        "sa",
                                        "Ferhat Yıldız",
                                        "Boathouse roof: two offers, one of them serious",
                                        "The cheaper one forgets the gutters. I would still ask both for a date",
                                        "16:08"))),
                new MessageGroup(
                        "Last week",
                        List.of(
                                line(
                                        "4803",
                                        open,
                                        "c",
                                        "Zofia Brzęczek",
                                        "Faktura VAT 118/11/2026 i potwierdzenie przelewu",
                                        "Dzień dobry, w załączniku przesyłam fakturę za listopad. Proszę o",
                                        "Fri 20 Nov"),
                                line(
                                        "4802",
                                        open,
                                        "f",
                                        "Backup on box-2",
                                        "Nightly backup finished with 2 warnings",
                                        "48.2 GB copied in 1 h 12 min. Skipped: /var/spool/print (busy), /home",
                                        "Fri 20 Nov"),
                                line(
                                        "4801",
                                        open,
                                        "u",
                                        "Дарья Ковалёва",
                                        "Билеты на выставку: забрать до четверга",
                                        "Привет! Билеты лежат в кассе на моё имя, паспорт не нужен. Если",
                                        "Thu 19 Nov"),
                                line(
                                        "4800",
                                        open,
                                        READ,
                                        "नेहा शर्मा",
                                        "गुरुवार की बैठक का समय बदल गया है",
                                        "नमस्ते, बैठक अब शाम पाँच बजे होगी। कृपया बाकी लोगों को भी बता दें",
                                        "Thu 19 Nov"),
                                line(
                                        "4799",
                                        open,
                                        READ,
                                        "Kestrel Bicycles",
                                        "Your order 20-88136 is ready to collect",
                                        "The dynamo wheel is built and waiting at the counter. Bring the old",
                                        "Wed 18 Nov"))));
    }

    private static MessageRow line(
            String uid,
            String open,
            String flags,
            String from,
            String subject,
            String preview,
            String date) {
        var id = "1." + uid;
        return new MessageRow(
                id,
                "INBOX",
                "/message?in=INBOX&id=" + id,
                MarkedText.plain(from),
                MarkedText.plain(subject),
                MarkedText.plain(preview),
                date,
                "2026-11-23T14:05:00Z",
                "Monday, 23 November 2026, 14:05",
                state(flags),
                id.equals(open),
                null);
    }

    private static MessageRow.State state(String flags) {
        return new MessageRow.State(
                flags.contains("u"),
                flags.contains("s"),
                flags.contains("a"),
                flags.contains("f"),
                flags.contains("c"));
    }

    static ListPane results(boolean running) {
        var rows =
                List.of(
                        found(
                                "Boathouse/Insurance",
                                MailboxKind.ORDINARY,
                                "c",
                                "Insurance for the slipway and the harbour lease, question about clause 12",
                                "depth of the new piles in metres above chart datum, which nobody",
                                "Wed 18 Nov"),
                        found(
                                "Inbox",
                                MailboxKind.INBOX,
                                "c",
                                "Harbour lease: draft 2, marked up",
                                "my comments are in green, the ones from the office in red",
                                "11 Nov"),
                        found(
                                "Archive",
                                MailboxKind.ARCHIVE,
                                "uc",
                                "Scanned: the old harbour lease of 1998, all 34 pages",
                                "sorry about page 12, the paper is that colour. Keep it",
                                "2 Oct"),
                        found(
                                "Sent",
                                MailboxKind.SENT,
                                "c",
                                "Re: who signs the harbour lease for the club?",
                                "two of the board, and the treasurer for anything above",
                                "28 Sep"),
                        found(
                                "Clients/Nordlicht Werft",
                                MailboxKind.ORDINARY,
                                "sc",
                                "Protokoll 14 september (bilaga: harbour lease, draft)",
                                "Hej! Här kommer protokollet. Punkt 6 handlar om",
                                "15 Sep"));
        var list = inbox(null, "");
        return new ListPane(
                "Search results",
                38,
                "38",
                false,
                orders(),
                List.of(),
                List.of(new MessageGroup("", rows)),
                "1–38 of 38",
                null,
                null,
                actions(),
                List.of(new Hidden("q", "from:marta")),
                list.upkeep(),
                status(running),
                null,
                null,
                SamplePages.TOKEN);
    }

    private static MessageRow found(
            String in,
            MailboxKind kind,
            String flags,
            String subject,
            String preview,
            String date) {
        var words = List.of("marta", "harbour lease");
        return new MessageRow(
                "1.7",
                in,
                "/message?in=" + in,
                MarkedText.marking("Marta Lindqvist", words),
                MarkedText.marking(subject, words),
                MarkedText.marking(preview, words),
                date,
                "2026-11-18",
                "Wednesday, 18 November 2026",
                state(flags),
                false,
                new MessageRow.Place(in.replace("/", " / "), kind));
    }

    private static SearchStatus status(boolean running) {
        return new SearchStatus(
                running ? SearchStatus.State.RUNNING : SearchStatus.State.DONE,
                "38 found",
                running ? "in 9 of 12 folders" : "in 12 folders",
                running ? "Still searching 3 folders: Newsletters, Old contracts, Trash" : "",
                running ? 9 : 12,
                12,
                List.of(
                        new SearchStatus.Chip("from:", "marta", "/search?q=a"),
                        new SearchStatus.Chip("has:", "attachment", "/search?q=b"),
                        new SearchStatus.Chip("", "“harbour lease”", "/search?q=c")),
                "/mailbox?name=INBOX",
                List.of(
                        new Choice("mailbox", "This folder", "/search?scope=mailbox", false),
                        new Choice("all", "All folders", "/search?scope=all", true)),
                running ? new Link("Stop", "/searches/3/stops") : null);
    }

    static MessagePane newsletter() {
        return pane(
                "1.4812",
                "The ferry that would not retire, and nine other slow stories for a wet weekend",
                true,
                new Person("Tidewater Weekly", "letters@tidewater.example.org"),
                "TW",
                "to me",
                List.of(),
                new HeldImages("/message", List.of(new Hidden("images", "true")), null),
                new BodyFrame("/body.html", "Message from Tidewater Weekly"),
                List.of(),
                List.of());
    }

    static MessagePane letter() {
        var own =
                "Hello both,\n\nI have put Marta’s wording into § 4 and § 9. The plan is attached again, because the first copy had the old mooring line on it. The board meets on Thursday, so please send changes by Wednesday noon: ";
        return pane(
                "1.4811",
                "Harbour lease: draft 3 with the changes from Thursday",
                false,
                new Person("Jun Okafor", "jun.okafor@boathouse.example.org"),
                "JO",
                "to me, Marta Lindqvist",
                List.of(
                        new Warning(
                                "Replies go elsewhere.",
                                "This message asks for answers to pay@example.com.",
                                true),
                        new Warning(
                                "Shown in part.",
                                "This message is larger than 2 MB. The rest is in the source.",
                                false)),
                null,
                null,
                List.of(
                        new TextBlock(
                                List.of(
                                        new TextBlock.Run(own, null),
                                        new TextBlock.Run(
                                                "https://boathouse.example.org/lease",
                                                "https://boathouse.example.org/lease"),
                                        new TextBlock.Run(
                                                "\n\nGreetings from the slip\nJun", null)),
                                0,
                                ""),
                        new TextBlock(
                                List.of(
                                        new TextBlock.Run(
                                                "On 18 Nov, Marta wrote:\n> the insurer has one question left\n> before they sign.",
                                                null)),
                                14,
                                "Show 14 quoted lines")),
                List.of(
                        new AttachmentRow(
                                "Lease draft 3.pdf", "/message/part?p=2", "PDF", "412 kB", "file"),
                        new AttachmentRow(
                                "Mooring plan November 2026, east side, corrected 26.png",
                                "/message/part?p=3",
                                "PNG",
                                "2.1 MB",
                                "image"),
                        new AttachmentRow(
                                "Costs 2027.xlsx", "/message/part?p=4", "XLSX", "88 kB", "file")));
    }

    private static MessagePane pane(
            String id,
            String subject,
            boolean starred,
            Person from,
            String initials,
            String summary,
            List<Warning> warnings,
            @Nullable HeldImages held,
            @Nullable BodyFrame frame,
            List<TextBlock> text,
            List<AttachmentRow> attachments) {
        return new MessagePane(
                id,
                "INBOX",
                subject,
                starred,
                false,
                new MessagePane.Head(
                        List.of(from),
                        initials,
                        summary,
                        List.of(new Person("Ines Halloran", "ines@example.org")),
                        List.of(new Person("Marta Lindqvist", "marta@nordlicht.example.com")),
                        List.of(),
                        "Today, 14:05",
                        "2026-11-23T14:05:00Z",
                        "Monday, 23 November 2026, 14:05 CET"),
                "1 of 4,812",
                "/message?id=1.4813",
                "/message?id=1.4810",
                new Link("Inbox", "/mailbox?name=INBOX"),
                null,
                warnings,
                held,
                frame,
                text,
                attachments.isEmpty() ? "" : "3 attachments, 2.6 MB",
                attachments,
                "/message/source",
                "/message/print",
                actions(),
                List.of(new Hidden("message", id + "@INBOX"), new Hidden("in", "INBOX")),
                SamplePages.TOKEN);
    }
}
