package org.postroom.app.listing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.Formats;
import org.postroom.app.layout.Initials;
import org.postroom.app.layout.ListSentences;
import org.postroom.app.layout.Quota;
import org.postroom.app.layout.SearchBox;
import org.postroom.app.layout.Shell;
import org.postroom.app.layout.View;
import org.postroom.app.session.CurrentSession;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.Namespace;

/** Draws what stands around the panes. */
@RequestScoped
public class ShellView {

    private static final int ALL = 100;

    @Inject ListSentences say;
    @Inject CurrentSession current;
    @Inject Notices notices;

    /** The shell of a page about one mailbox. */
    public Shell of(String title, View view, Account account, String mailbox) {
        SearchBox box = account.folders().searchBox("", mailbox, false);
        return of(title, view, account, mailbox, box);
    }

    /** The shell of a page that is about no mailbox. */
    public Shell of(String title, Account account) {
        String inbox = MailboxName.inbox(account.folders().namespace().delimiter()).value();
        SearchBox box = account.folders().searchBox("", inbox, true);
        return of(title, View.PAGE, account, "", box);
    }

    /** The shell of a page that says nothing of the mail itself, and asks no server. */
    public Shell of(String title) {
        Namespace namespace = new Namespace("", '/');
        return of(title, new Account(new Folders(List.of(), namespace), Optional.empty()));
    }

    /** The shell with a search in its box. */
    public Shell of(String title, View view, Account account, String mailbox, SearchBox search) {
        String address = current.get().address();
        return new Shell(
                title,
                "en",
                "ltr",
                view,
                current.csrf(),
                address,
                Initials.of(address.split("@", 2)[0]),
                account.folders().tree(mailbox),
                quota(account.quota()),
                search,
                notices.notice(account.folders()).orElse(null));
    }

    private @Nullable Quota quota(Optional<org.postroom.protocol.Quota> quota) {
        return quota.filter(q -> q.limit() > 0)
                .map(
                        q ->
                                new Quota(
                                        say.quota(Formats.size(q.used()), Formats.size(q.limit())),
                                        (int) Math.clamp(q.used() * ALL / q.limit(), 0, ALL)))
                .orElse(null);
    }
}
