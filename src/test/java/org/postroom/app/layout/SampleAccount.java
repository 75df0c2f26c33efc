package org.postroom.app.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.app.account.Fact;
import org.postroom.app.account.Health;
import org.postroom.app.account.HealthPage;
import org.postroom.app.account.Kept;
import org.postroom.app.account.SettingsPage;

/** Invented accounts, and how they are. */
final class SampleAccount {
    private static final Fact SERVER = new Fact("Server", "pop.example.com, port 995", null);
    private static final Fact MAIL =
            new Fact("Mail there", "Left on the server.", new Link("Change", "/settings"));
    private static final Health.Ability FOLDERS = new Health.Ability("Folders", "Kept here");

    static final Health FETCHING =
            new Health(
                    true,
                    "Working.",
                    "Last contact: Today, 14:32. Next check for new mail: Today, 14:37.",
                    drop(new Health.Fetched(12_408, 12_408, 8_312, "Fetching", "8,312", "Note")),
                    List.of(SERVER, MAIL),
                    3);

    static final Health IN_USE =
            new Health(
                    false,
                    "Another program is using this mailbox.",
                    "Postroom waits for its turn.",
                    drop(new Health.Fetched(12, 12, 12, "Your mail is here", "All 12", "")),
                    List.of(SERVER, MAIL),
                    0);

    static final Health IMAP =
            new Health(true, "Working.", "It has just answered.", null, List.of(SERVER), 0);

    static final Kept KEPT =
            new Kept(
                    true,
                    "30",
                    "This mail server deletes messages by itself after 90 days.",
                    1_204,
                    "1,204 messages are no longer on the mail server.",
                    List.of(new Fact("Room used", "1.2 GB of 2.1 GB", null)));

    private SampleAccount() {}

    static HealthPage health(Health health) {
        return new HealthPage(SampleShell.shell("Account health", View.PAGE, null), health);
    }

    static SettingsPage settings(@Nullable Kept kept, @Nullable ErrorNote error) {
        return new SettingsPage(
                SampleShell.shell("What is kept", View.PAGE, null),
                "For ines@example.com, a POP3 mailbox",
                "mail.example.org",
                kept,
                error);
    }

    private static Health.Drop drop(Health.Fetched fetched) {
        return new Health.Drop(fetched, 1_204, "1,204 messages are only here.", List.of(FOLDERS));
    }
}
