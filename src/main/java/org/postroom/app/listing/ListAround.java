package org.postroom.app.listing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.postroom.app.panes.ListPane;
import org.postroom.app.session.Mail;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.Page;

/** The list beside an open message: the mailbox's page, or the search that found it. */
@RequestScoped
public class ListAround {

    @Inject Mail mail;
    @Inject ListView lists;
    @Inject SearchView searches;

    /** Draws it. */
    public ListPane of(
            ListAddress address,
            Optional<String> search,
            boolean everywhere,
            Account account,
            MessageRef open) {
        Folders folders = account.folders();
        if (search.isPresent()) {
            SearchAddress found =
                    new SearchAddress(
                            search.get(), address.mailbox(), everywhere, Optional.empty());
            return searches.of(found, folders, Optional.of(open));
        }
        Page page = mail.read(address::read);
        return lists.of(address, folders, page, Optional.of(open));
    }
}
