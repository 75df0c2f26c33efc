package org.postroom.sessioncache.drop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postroom.protocol.DropItem;
import org.postroom.protocol.mime.MessageHeader;
import org.postroom.sessioncache.local.Arrivals;
import org.postroom.sessioncache.local.ContentId;

/** The second step of a session: the headers of new messages, newest first. */
@ApplicationScoped
class DropHeaders {

    /** What the first page of a list shows. */
    private static final int FIRST = 50;

    private static final int BATCH = 200;

    private final DropLeases leases;
    private final DropEntries entries;
    private final Arrivals arrivals;

    DropHeaders(DropLeases leases, DropEntries entries, Arrivals arrivals) {
        this.leases = leases;
        this.entries = entries;
        this.arrivals = arrivals;
    }

    /** What was read of a header block, before the transaction that writes it down. */
    private record Header(String hash, MessageHeader header) {
        static Header of(byte[] octets) {
            return new Header(DropKeys.header(octets), MessageHeader.parse(octets));
        }
    }

    /**
     * Fetches the headers that are not here yet, a batch in a transaction.
     *
     * @param between what is done before each batch but the first
     */
    void fill(DropSession session, List<Listed> listed, Runnable between) {
        List<Listed> lacking = listed.stream().filter(Listed::lacksHeader).toList();
        int at = 0;
        while (at < lacking.size()) {
            int end = Math.min(lacking.size(), at + (at == 0 ? FIRST : BATCH));
            fetch(session, lacking.subList(at, end));
            session.firstPageIsHere();
            between.run();
            at = end;
        }
        session.firstPageIsHere();
    }

    /** Fetches these headers. */
    void fetch(DropSession session, List<Listed> batch) {
        session.pulse().beat();
        Map<DropItem, Listed> byItem =
                batch.stream().collect(Collectors.toMap(Listed::item, Function.identity()));
        Map<Listed, Header> headers = new HashMap<>();
        session.drop()
                .headers(
                        batch.stream().map(Listed::item).toList(),
                        (item, octets) ->
                                headers.put(
                                        java.util.Objects.requireNonNull(byItem.get(item)),
                                        Header.of(octets)));
        write(session, headers);
    }

    private void write(DropSession session, Map<Listed, Header> headers) {
        Map<ContentId, MessageHeader> filled = new HashMap<>();
        Map<Long, String> hashes = new HashMap<>();
        headers.forEach(
                (listed, header) -> {
                    filled.put(new ContentId(session.account(), listed.content()), header.header());
                    hashes.put(listed.content(), header.hash());
                });
        leases.during(
                session.lease(),
                sql -> {
                    entries.filled(sql, session.account(), hashes);
                    arrivals.fill(session.account(), filled);
                    return true;
                });
        headers.forEach((listed, header) -> listed.fill(header.hash()));
    }
}
