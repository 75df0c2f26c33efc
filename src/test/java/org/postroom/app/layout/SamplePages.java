package org.postroom.app.layout;

import static java.util.Objects.requireNonNull;

import io.quarkus.qute.TemplateInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.app.folders.FolderRow;
import org.postroom.app.folders.FoldersPage;
import org.postroom.app.jobs.JobPage;
import org.postroom.app.jobs.JobProgress;
import org.postroom.app.mailbox.ListPage;
import org.postroom.app.message.MessagePage;
import org.postroom.app.message.PrintPage;
import org.postroom.app.panes.ListPane;
import org.postroom.app.panes.MessagePane;
import org.postroom.app.search.SearchPage;
import org.postroom.app.signin.ServerFields;
import org.postroom.app.signin.SignInPage;

/** Every page, with invented mail. */
final class SamplePages {
    private static final ServerFields SERVERS =
            new ServerFields(true, "auto", true, "mail.example.org", "993", "tls", false);

    private SamplePages() {}

    static Map<String, TemplateInstance> all() {
        var pages = new LinkedHashMap<String, TemplateInstance>();
        pages.put("signin", signIn("", null, null));
        pages.put("signin-error", signIn("ines@example.org", refusal(), null));
        pages.put("signin-servers", signIn("ines@example.org", null, SERVERS));
        lists(pages);
        pages.put("message-html", open(SampleMessage.NEWSLETTER));
        pages.put("message-text", open(SampleMessage.LETTER));
        pages.put("message-waiting", open(SampleMessage.WAITING));
        pages.put("print", new PrintPage("en", "ltr", SampleMessage.LETTER));
        others(pages);
        return pages;
    }

    /** A page as it goes to the browser. */
    static String html(String name) {
        return new PlainEngine().render(requireNonNull(all().get(name), name));
    }

    private static void lists(Map<String, TemplateInstance> pages) {
        pages.put("mailbox", list(SampleList.inbox(null, "")));
        pages.put("banner", list(SampleList.inbox(SampleShell.silence(), "")));
        pages.put("empty", list(SampleList.empty()));
        pages.put("filling", list(SampleList.filling()));
        var noticed = SampleShell.shell("Inbox", View.LIST, SampleShell.notice());
        pages.put("undo", new ListPage(noticed, SampleList.inbox(null, "")));
        pages.put("search", search(true));
        pages.put("search-done", search(false));
    }

    private static void others(Map<String, TemplateInstance> pages) {
        var shell = SampleShell.shell("Folders", View.PAGE, null);
        pages.put("folders", folders(shell));
        pages.put("health-pop3", SampleAccount.health(SampleAccount.FETCHING));
        pages.put("health-trouble", SampleAccount.health(SampleAccount.IN_USE));
        pages.put("health-imap", SampleAccount.health(SampleAccount.IMAP));
        pages.put("settings-pop3", SampleAccount.settings(SampleAccount.KEPT, null));
        pages.put("settings-refused", SampleAccount.settings(SampleAccount.KEPT, refusal()));
        pages.put("settings-imap", SampleAccount.settings(null, null));
        pages.put("confirm", new ConfirmPage(shell, emptyTrash()));
        pages.put("job", new JobPage(shell, progress(), 1));
        pages.put("error", new ErrorPage(shell, SampleShell.silence(), "Error 504."));
        var unknown = new ErrorNote("This page does not exist.", "", new Link("To the inbox", "/"));
        pages.put("error-bare", new BareErrorPage("en", "ltr", unknown, "Error 404."));
    }

    private static ListPage list(ListPane list) {
        return new ListPage(SampleShell.shell(list.heading(), View.LIST, null), list);
    }

    private static MessagePage open(MessagePane message) {
        var shell = SampleShell.shell("Inbox", View.MESSAGE, null);
        return new MessagePage(shell, SampleList.inbox(null, message.id()), message);
    }

    private static SearchPage search(boolean running) {
        var box =
                new SearchBox(
                        "from:marta has:attachment \"harbour lease\"", "INBOX", "Inbox", true);
        var shell = SampleShell.shell("Search", View.LIST, null, box);
        return new SearchPage(shell, SampleList.results(running), running ? 2 : 0);
    }

    private static SignInPage signIn(
            String name, @Nullable ErrorNote error, @Nullable ServerFields servers) {
        var hint =
                error == null ? "" : "Type it again. Some providers want an “app password” here.";
        return new SignInPage(
                "en", "ltr", SampleShell.TOKEN, List.of(), name, false, error, hint, null, servers);
    }

    private static ErrorNote refusal() {
        return new ErrorNote(
                "The mail server mail.example.org did not accept this address and password.",
                "Check both, then try again.",
                null);
    }

    private static FoldersPage folders(Shell shell) {
        var rows =
                Stream.concat(
                                shell.tree().special().stream().map(row -> folder(row, true)),
                                shell.tree().others().stream().map(row -> folder(row, false)))
                        .toList();
        return new FoldersPage(
                shell, "16 folders, 14,940 messages", rows, SampleShell.targets(), "", null);
    }

    private static FolderRow folder(MailboxRow row, boolean fixed) {
        return new FolderRow(
                row.name(),
                row.label(),
                row.depth() > 0 ? row.name().substring(0, row.name().lastIndexOf('/')) : "",
                row.selectable() ? row.url() : "",
                row.depth(),
                row.kind(),
                new FolderRow.Content("312", row.unseen() > 0 ? row.unseenText() : "", "96 MB"),
                !row.name().equals("Travel"),
                fixed,
                new FolderRow.Deletion(
                        "Delete folder and 312 messages",
                        "Delete “" + row.label() + "” and the 312 messages in it?"));
    }

    private static Confirmation emptyTrash() {
        return new Confirmation(
                "Delete all 88 messages in Trash for good?",
                "They are deleted on the mail server too. This cannot be undone.",
                "Delete 88 messages",
                "Keep them",
                "/mailboxes/emptyings",
                "empty-mailbox",
                List.of(new Hidden("name", "Trash")),
                new Hidden("confirmed", "true"),
                "/mailbox?name=Trash");
    }

    private static JobProgress progress() {
        return new JobProgress(
                "Moving 4,812 messages to Archive",
                "1,204 of 4,812 are done.",
                "You can leave this page; the work goes on while you are signed in.",
                1204,
                4812,
                "/jobs/17/stops",
                new Link("Back to Inbox", "/mailbox?name=INBOX"));
    }
}
