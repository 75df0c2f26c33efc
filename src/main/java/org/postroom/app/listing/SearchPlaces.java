package org.postroom.app.listing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.postroom.app.layout.MailboxKind;
import org.postroom.protocol.Mailbox;

/** Which mailboxes a search goes through. */
public final class SearchPlaces {

    private SearchPlaces() {}

    /**
     * In the order in which they are searched: INBOX first, Trash and Junk last.
     *
     * @return empty where {@code in:} names none, or the mailbox is not there
     */
    public static List<Mailbox> of(SearchAddress address, SearchQuery query, Folders folders) {
        List<Mailbox> all = folders.ordered().stream().filter(Mailbox::selectable).toList();
        Optional<String> named = query.mailbox();
        if (named.isPresent()) {
            return all.stream().filter(m -> isCalled(m, named.get(), folders)).limit(1).toList();
        }
        if (!address.everywhere()) {
            return all.stream().filter(m -> m.name().value().equals(address.in())).toList();
        }
        return Stream.concat(
                        all.stream().filter(m -> !isLast(m)),
                        all.stream().filter(SearchPlaces::isLast))
                .toList();
    }

    private static boolean isCalled(Mailbox mailbox, String name, Folders folders) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return List.of(
                        mailbox.name().value(),
                        Folders.label(mailbox),
                        folders.path(mailbox.name()).replace(" / ", "/"))
                .stream()
                .anyMatch(own -> own.toLowerCase(Locale.ROOT).equals(wanted));
    }

    private static boolean isLast(Mailbox mailbox) {
        MailboxKind kind = Folders.kind(mailbox);
        return kind == MailboxKind.TRASH || kind == MailboxKind.JUNK || kind == MailboxKind.ALL;
    }
}
