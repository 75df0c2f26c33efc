package org.postroom.app.layout;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.app.panes.Actions;
import org.postroom.app.panes.Choice;
import org.postroom.app.panes.EmptyList;
import org.postroom.app.panes.ListPane;
import org.postroom.app.panes.MarkedText;
import org.postroom.app.panes.MessageGroup;
import org.postroom.app.panes.MessageRow;
import org.postroom.app.panes.SearchStatus;

/** Invented lists: a mailbox in several scripts, an empty one, and what a search found. */
final class SampleList {
    static final Actions ACTIONS = new Actions(true, true, false, false, SampleShell.targets());

    /** Day, UID, flags, sender, subject, first words, date. */
    private static final String INBOX =
            """
            Today|4812|s|Tidewater Weekly|The ferry that would not retire, and nine other slow stories for a wet weekend|Good morning. The MS Alkyone was to be scrapped in April. She is still crossing|14:05
            Today|4811|usc|Jun Okafor|Harbour lease: draft 3 with the changes from Thursday|I have put Marta’s wording into § 4 and § 9. The plan is attached again because|13:52
            Today|4810|uc|مريم الحداد|صور من ورشة السبت والجدول الجديد للمجموعة|مرحباً إيناس، أرسل إليكِ الصور كما وعدت، ومعها الجدول الجديد لشهر ديسمبر|13:48
            Today|4809|u|田中 由美|来月の集合写真について（返信不要です）|いつもお世話になっております。来月の写真は第二土曜日の午前十時から撮影いたします|11:26
            Today|4808|c|Nordlicht Werft GmbH, Buchhaltung|Rechnung RE-2026-04417 über 1.284,60 €, fällig am 7. Dezember|Sehr geehrte Frau Halloran, anbei erhalten Sie unsere Rechnung für|10:02
            Today|4807|uc|Sigrún Þórsdóttir|Fundargerð stjórnar 19. nóvember|Hæ öll, fundargerðin er í viðhengi. Athugasemdir óskast fyrir föstudag|09:40
            Yesterday|4806||Parish Choir|[choir] Parts for the Advent evening: who can still take second alto?|Bea: I can, if somebody lends me the green book. Rehearsal stays at|21:17
            Yesterday|4805|c|Παύλος Νικολάου|Φωτογραφίες από το σκάφος και το τιμολόγιο|Καλησπέρα, σας στέλνω τις φωτογραφίες που ζητήσατε. Το τιμολόγιο|18:33
            Yesterday|4804|sa|Ferhat Yıldız|Boathouse roof: two offers, one of them serious|The cheaper one forgets the gutters. I would still ask both for a date|16:08
            Last week|4803|c|Zofia Brzęczek|Faktura VAT 118/11/2026 i potwierdzenie przelewu|Dzień dobry, w załączniku przesyłam fakturę za listopad. Proszę o|Fri 20 Nov
            Last week|4802|f|Backup on box-2|Nightly backup finished with 2 warnings|48.2 GB copied in 1 h 12 min. Skipped: /var/spool/print (busy), /home|Fri 20 Nov
            Last week|4801|u|Дарья Ковалёва|Билеты на выставку: забрать до четверга|Привет! Билеты лежат в кассе на моё имя, паспорт не нужен. Если|Thu 19 Nov
            Last week|4800||नेहा शर्मा|गुरुवार की बैठक का समय बदल गया है|नमस्ते, बैठक अब शाम पाँच बजे होगी। कृपया बाकी लोगों को भी बता दें|Thu 19 Nov
            Last week|4799||Kestrel Bicycles|Your order 20-88136 is ready to collect|The dynamo wheel is built and waiting at the counter. Bring the old|Wed 18 Nov
            """;

    /** Mailbox, flags, subject, first words, date. */
    private static final String FOUND =
            """
            Boathouse/Insurance|c|Insurance for the slipway and the harbour lease, question about clause 12|depth of the new piles in metres above chart datum, which nobody|Wed 18 Nov
            INBOX|c|Harbour lease: draft 2, marked up|my comments are in green, the ones from the office in red|11 Nov
            Archive|uc|Scanned: the old harbour lease of 1998, all 34 pages|sorry about page 12, the paper is that colour. Keep it|2 Oct
            Sent|c|Re: who signs the harbour lease for the club?|two of the board, and the treasurer for anything above|28 Sep
            Clients/Nordlicht Werft|sc|Protokoll 14 september (bilaga: harbour lease, draft)|Hej! Här kommer protokollet. Punkt 6 handlar om|15 Sep
            """;

    private static final List<String> WORDS = List.of("marta", "harbour lease");

    private SampleList() {}

    static ListPane inbox(@Nullable ErrorNote error, String open) {
        return list("Inbox", 4812, groups(open), null, null, error, null);
    }

    static ListPane empty() {
        var empty =
                new EmptyList(
                        "folder",
                        "Nothing in Travel",
                        "Messages that you move here will show up in this list.");
        return list("Travel", 0, List.of(), null, null, null, empty);
    }

    /** A mailbox whose headers are still fetched. */
    static ListPane filling() {
        var row = "Today|4813|up|New message|Its header is being fetched…|2 kB|14:06";
        var group = new MessageGroup("Today", List.of(row(row.split("\\|", -1), "")));
        var progress = new ListPane.Filling(1200, 5000, "1,200 of 5,000", "so far", 24, "/mailbox");
        return list("Inbox", 5000, List.of(group), null, progress, null, null);
    }

    static ListPane results(boolean running) {
        var group = new MessageGroup("", FOUND.lines().map(SampleList::found).toList());
        return list("Search results", 38, List.of(group), status(running), null, null, null);
    }

    static ListPane showing(ListPane list, List<MessageGroup> groups) {
        return list(list.heading(), list.paging().count(), groups, null, null, null, null);
    }

    private static ListPane list(
            String heading,
            long count,
            List<MessageGroup> groups,
            @Nullable SearchStatus search,
            ListPane.@Nullable Filling filling,
            @Nullable ErrorNote error,
            @Nullable EmptyList empty) {
        return new ListPane(
                heading,
                paging(count),
                false,
                choices("date=Newest first,from=Sender,subject=Subject,size=Largest first"),
                choices("all=All,unread=Unread,starred=Starred,attachments=Attachments"),
                groups,
                ACTIONS,
                List.of(new Hidden("in", "INBOX"), new Hidden("back", "/mailbox?name=INBOX")),
                new ListPane.Upkeep("INBOX", true, "Empty Trash", "/mailbox?name=INBOX"),
                search,
                filling,
                error,
                empty,
                SampleShell.TOKEN);
    }

    private static ListPane.Paging paging(long count) {
        return new ListPane.Paging(
                count,
                String.format("%,d", count),
                count == 0 ? "" : "51–100 of " + count,
                count < 50 ? null : "/mailbox?name=INBOX",
                count < 50 ? null : "/mailbox?name=INBOX&page=3");
    }

    private static List<Choice> choices(String pairs) {
        var first = pairs.substring(0, pairs.indexOf('='));
        return Arrays.stream(pairs.split(","))
                .map(pair -> pair.split("=", 2))
                .map(p -> new Choice(p[0], p[1], "/mailbox?c=" + p[0], p[0].equals(first)))
                .toList();
    }

    private static List<MessageGroup> groups(String open) {
        return List.of("Today", "Yesterday", "Last week").stream()
                .map(day -> new MessageGroup(day, rows(day, open)))
                .toList();
    }

    private static List<MessageRow> rows(String day, String open) {
        return INBOX.lines()
                .map(line -> line.split("\\|", -1))
                .filter(part -> part[0].equals(day))
                .map(part -> row(part, open))
                .toList();
    }

    private static MessageRow row(String[] part, String open) {
        var id = "1." + part[1];
        return new MessageRow(
                id,
                "INBOX",
                "/message?in=INBOX&id=" + id,
                MarkedText.plain(part[3]),
                MarkedText.plain(part[4]),
                MarkedText.plain(part[5]),
                part[6],
                "2026-11-23T14:05:00Z",
                "Monday, 23 November 2026, 14:05",
                state(part[2]),
                id.equals(open),
                null);
    }

    private static MessageRow found(String line) {
        var part = line.split("\\|", -1);
        return new MessageRow(
                "1.7",
                part[0],
                "/message?in=" + part[0],
                MarkedText.marking("Marta Lindqvist", WORDS),
                MarkedText.marking(part[2], WORDS),
                MarkedText.marking(part[3], WORDS),
                part[4],
                "2026-11-18",
                "Wednesday, 18 November 2026",
                state(part[1]),
                false,
                new MessageRow.Place(part[0].replace("/", " / "), MailboxKind.ORDINARY));
    }

    private static MessageRow.State state(String flags) {
        return new MessageRow.State(
                flags.contains("u"),
                flags.contains("s"),
                flags.contains("a"),
                flags.contains("f"),
                flags.contains("c"),
                flags.contains("p"),
                flags.contains("o"));
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
                choices("all=All folders,mailbox=This folder"));
    }
}
