package org.postroom.app.mailbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.postroom.app.layout.FoldersPart;
import org.postroom.app.layout.Html;
import org.postroom.app.layout.NoticePart;
import org.postroom.app.layout.Shell;
import org.postroom.app.layout.View;
import org.postroom.app.listing.Account;
import org.postroom.app.listing.Accounts;
import org.postroom.app.listing.ListAddress;
import org.postroom.app.listing.ListView;
import org.postroom.app.listing.ShellView;
import org.postroom.app.panes.ListPane;
import org.postroom.app.panes.ListPart;
import org.postroom.app.session.Mail;
import org.postroom.app.session.Reader;
import org.postroom.protocol.Page;

/** A mailbox as a page, or as the parts that change: at most five server commands. */
@RequestScoped
public class MailboxPages {

    @Inject Mail mail;
    @Inject Accounts accounts;
    @Inject Reader reader;
    @Inject ShellView shells;
    @Inject ListView lists;

    private record Read(Account account, Page page) {}

    String list(ListAddress address) {
        Read read = mail.read(store -> new Read(accounts.read(store), address.read(store)));
        ListPane list = lists.of(address, read.account().folders(), read.page(), Optional.empty());
        Shell shell = shells.of(list.heading(), View.LIST, read.account(), address.mailbox());
        return reader.wantsPart()
                ? Html.of(
                        new ListPart(list), new FoldersPart(shell), new NoticePart(shell.notice()))
                : Html.of(new ListPage(shell, list));
    }
}
