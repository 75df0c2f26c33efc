package org.postroom.protocol.imap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;
import org.postroom.protocol.UidValidity;

/**
 * Which messages have attachments. SEARCH cannot tell, so the headers give candidates, whose
 * structures are looked at; that never changes, and is remembered.
 */
final class Attachments {

    private static final int WINDOW = 500;
    private static final int MAX_MAILBOXES = 8;

    private record Place(MailboxName mailbox, UidValidity uidValidity) {}

    private record Known(UidSet looked, UidSet having) {
        static final Known NOTHING = new Known(UidSet.EMPTY, UidSet.EMPTY);
    }

    private final ImapConnection connection;
    private final ImapSearch search;
    private final ImapFetch fetch;
    private final Map<Place, Known> known = new LinkedHashMap<>();

    Attachments(ImapConnection connection, ImapSearch search) {
        this.connection = connection;
        this.search = search;
        this.fetch = new ImapFetch(connection);
    }

    /** Those in the selected mailbox that have an attachment, among these or all. */
    UidSet within(@Nullable UidSet scope) {
        UidSet candidates =
                search.find(
                        scope == null
                                ? candidates()
                                : new Query.All(List.of(candidates(), new Query.Uids(scope))));
        Place place =
                connection.selected().map(s -> new Place(s.name(), s.uidValidity())).orElseThrow();
        Known before = known.getOrDefault(place, Known.NOTHING);
        Known after = lookedAt(candidates.minus(before.looked()), before);
        known.put(place, after);
        if (known.size() > MAX_MAILBOXES) {
            known.remove(known.keySet().iterator().next());
        }
        return candidates.intersect(after.having());
    }

    // Everything but a lone text without a name.
    private static Query candidates() {
        Query notText =
                new Query.All(
                        List.of(
                                Query.header("Content-Type", "/"),
                                new Query.No(Query.header("Content-Type", "text/"))));
        return new Query.Any(
                List.of(
                        notText,
                        Query.header("Content-Type", "multipart/"),
                        Query.header("Content-Type", "name"),
                        Query.header("Content-Disposition", "attachment"),
                        Query.header("Content-Disposition", "name")));
    }

    private Known lookedAt(UidSet unknown, Known before) {
        List<Uid> having = new ArrayList<>();
        for (UidSet window : UidWindows.of(unknown, WINDOW)) {
            fetch.each(
                    window,
                    ImapFetch.atoms("UID", "BODYSTRUCTURE"),
                    connection.limits(),
                    (uid, line) -> {
                        Fetched fetched = new Fetched();
                        fetched.add(line);
                        if (fetched.structure().hasAttachment()) {
                            having.add(uid);
                        }
                    });
        }
        return new Known(before.looked().union(unknown), before.having().union(UidSet.of(having)));
    }
}
