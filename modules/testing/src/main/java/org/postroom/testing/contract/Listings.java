package org.postroom.testing.contract;

import java.util.List;
import org.postroom.protocol.Listing;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.Page;
import org.postroom.protocol.SearchCriteria;
import org.postroom.protocol.SortOrder;

/** Listings that contracts ask for again and again. */
final class Listings {

    private Listings() {}

    static Page newestFirst(MailStore store, MailboxName mailbox) {
        return store.list(mailbox, new Listing(SearchCriteria.ALL, SortOrder.NEWEST_FIRST, 0, 50));
    }

    static List<String> subjects(MailStore store, MailboxName mailbox) {
        return newestFirst(store, mailbox).messages().stream()
                .map(message -> message.envelope().orElseThrow().subject())
                .toList();
    }
}
