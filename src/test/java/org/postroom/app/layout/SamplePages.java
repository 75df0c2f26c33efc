package org.postroom.app.layout;

import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.app.folders.FolderRow;
import org.postroom.app.folders.FoldersPage;
import org.postroom.app.jobs.JobPage;
import org.postroom.app.jobs.JobProgress;
import org.postroom.app.mailbox.ListPage;
import org.postroom.app.message.MessagePage;
import org.postroom.app.message.PrintPage;
import org.postroom.app.panes.EmptyList;
import org.postroom.app.panes.ListPane;
import org.postroom.app.panes.Target;
import org.postroom.app.search.SearchPage;
import org.postroom.app.signin.ServerFields;
import org.postroom.app.signin.SignInPage;

/** Every page with invented mail in several scripts. */
final class SamplePages {
    static final String TOKEN = "token-of-this-answer";

    private SamplePages() {}

    /** All pages by name. */
    static Map<String, TemplateInstance> all() {
        var pages = new LinkedHashMap<String, TemplateInstance>();
        signIn(pages);
        mail(pages);
        other(pages);
        return pages;
    }

    private static void signIn(Map<String, TemplateInstance> pages) {
        var refused =
                new ErrorNote(
                        "The mail server mail.example.org did not accept this address and"
                                + " password.",
                        "Check both, then try again.",
                        null);
        var hint = "Type it again. Some providers want a separate “app password” here.";
        var servers = new ServerFields(false, "", "", "tls", false);
        var open = new ServerFields(true, "mail.example.org", "993", "tls", false);
        pages.put("signin", signIn("", null, "", servers));
        pages.put("signin-error", signIn("ines@example.org", refused, hint, servers));
        pages.put("signin-servers", signIn("ines@example.org", null, "", open));
    }

    private static SignInPage signIn(
            String name, @Nullable ErrorNote error, String hint, ServerFields servers) {
        return new SignInPage("en", "ltr", TOKEN, name, false, error, hint, null, servers);
    }

    private static void mail(Map<String, TemplateInstance> pages) {
        var inbox = SampleMail.inbox(null, "");
        var list = shell("Inbox", View.LIST, null);
        var reading = shell("The ferry that would not retire", View.MESSAGE, null);
        pages.put("mailbox", new ListPage(list, inbox));
        pages.put(
                "message-html",
                new MessagePage(
                        reading, SampleMail.inbox(null, "1.4812"), SampleMail.newsletter()));
        pages.put(
                "message-text",
                new MessagePage(reading, SampleMail.inbox(null, "1.4811"), SampleMail.letter()));
        pages.put("undo", new ListPage(shell("Inbox", View.LIST, notice()), inbox));
        pages.put("banner", new ListPage(list, SampleMail.inbox(silence(), "")));
        pages.put("empty", new ListPage(shell("Travel", View.LIST, null), SampleMail.travel()));
        pages.put("search", new SearchPage(searching(), SampleMail.results(true), 2));
        pages.put("search-done", new SearchPage(searching(), SampleMail.results(false), 0));
        pages.put("print", new PrintPage("en", "ltr", SampleMail.letter()));
    }

    private static void other(Map<String, TemplateInstance> pages) {
        var shell = shell("Folders", View.PAGE, null);
        pages.put(
                "folders",
                new FoldersPage(
                        shell,
                        "16 folders, 14,940 messages",
                        folders(),
                        SampleMail.TARGETS,
                        "",
                        null));
        pages.put("confirm", new ConfirmPage(shell, emptyTrash()));
        pages.put("job", new JobPage(shell, progress(), 1));
        pages.put("error", new ErrorPage(shell, silence(), "Today at 14:36:20. Error 504."));
        pages.put(
                "error-bare",
                new BareErrorPage(
                        "en",
                        "ltr",
                        new ErrorNote(
                                "This page does not exist.",
                                "The address may be mistyped.",
                                new Link("To the inbox", "/")),
                        "Error 404."));
    }

    static ErrorNote silence() {
        return new ErrorNote(
                "The mail server mail.example.org did not answer.",
                "Nothing was changed.",
                new Link("Try again", "/mailbox?name=INBOX"));
    }

    static Notice notice() {
        return new Notice("4 messages archived.", "u-17", "/mailbox?name=INBOX", TOKEN);
    }

    static Shell shell(String title, View view, @Nullable Notice notice) {
        return new Shell(
                title,
                "en",
                "ltr",
                view,
                TOKEN,
                "ines@example.org",
                "IH",
                SampleMail.tree(title),
                new Quota("3.1 of 5 GB used", 62),
                new SearchBox("", "INBOX", "Inbox", false),
                notice);
    }

    private static Shell searching() {
        var query = "from:marta has:attachment \"harbour lease\"";
        var plain = shell("Search", View.LIST, null);
        return new Shell(
                plain.title(),
                "en",
                "ltr",
                View.LIST,
                TOKEN,
                plain.address(),
                plain.initials(),
                plain.tree(),
                plain.quota(),
                new SearchBox(query, "INBOX", "Inbox", true),
                null);
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

    private static List<FolderRow> folders() {
        var rows = new ArrayList<FolderRow>();
        for (var row : SampleMail.tree("").special()) {
            rows.add(folder(row, "4,812", true));
        }
        for (var row : SampleMail.tree("").others()) {
            rows.add(folder(row, "312", false));
        }
        return rows;
    }

    private static FolderRow folder(MailboxRow row, String messages, boolean fixed) {
        return new FolderRow(
                row.name(),
                row.label(),
                row.depth() > 0 ? row.name().substring(0, row.name().lastIndexOf('/')) : "",
                row.selectable() ? row.url() : "",
                row.depth(),
                row.kind(),
                messages,
                row.unseen() > 0 ? row.unseenText() : "",
                "96 MB",
                !row.name().startsWith("Travel"),
                fixed,
                "Delete folder and 312 messages",
                "Delete “" + row.label() + "” and the 312 messages in it?");
    }

    static List<Target> targets(MailboxTree tree) {
        return tree.others().stream()
                .map(row -> new Target(row.name(), row.name().replace("/", " / ")))
                .toList();
    }

    static ListPane empty(ListPane full, EmptyList empty) {
        return new ListPane(
                "Travel",
                0,
                "0",
                false,
                full.orders(),
                full.filters(),
                List.of(),
                "",
                null,
                null,
                full.actions(),
                full.form(),
                full.upkeep(),
                null,
                null,
                empty,
                TOKEN);
    }
}
