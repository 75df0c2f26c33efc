package org.postroom.sessioncache.drop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.postroom.protocol.DropItem;
import org.postroom.sessioncache.local.Arrivals;
import org.postroom.sessioncache.local.ContentId;
import org.postroom.sessioncache.local.HeaderReader;
import org.postroom.sessioncache.local.KnownHeader;

/** The second step of a session: the headers of new messages, newest first. */
@ApplicationScoped
class DropHeaders {

    private static final Logger LOG = Logger.getLogger(DropHeaders.class);

    /** They are in memory together, each of up to 256 KiB. */
    private static final int BATCH = 50;

    private final DropLeases leases;
    private final DropEntries entries;
    private final Arrivals arrivals;
    private final HeaderReader reader;

    DropHeaders(DropLeases leases, DropEntries entries, Arrivals arrivals, HeaderReader reader) {
        this.leases = leases;
        this.entries = entries;
        this.arrivals = arrivals;
        this.reader = reader;
    }

    /** What was read of a header block, before the transaction that writes it down. */
    private record Header(String hash, KnownHeader header) {}

    /**
     * Fetches the headers that are not here yet, a batch in a transaction.
     *
     * @param between what is done before each batch but the first
     */
    void fill(DropSession session, List<Listed> listed, Runnable between) {
        List<Listed> lacking = listed.stream().filter(Listed::lacksHeader).toList();
        int at = 0;
        while (at < lacking.size()) {
            int end = Math.min(lacking.size(), at + BATCH);
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
                                        header(octets)));
        write(session, headers);
    }

    /** One that we fail to read is shown as empty, and the others come all the same. */
    private Header header(byte[] octets) {
        String hash = DropKeys.header(octets);
        try {
            return new Header(hash, reader.read(octets));
        } catch (RuntimeException e) {
            LOG.errorf("A header could not be read: %s", Mishap.of(e));
            return new Header(hash, reader.read(new byte[0]));
        }
    }

    private void write(DropSession session, Map<Listed, Header> headers) {
        Map<ContentId, KnownHeader> filled = new HashMap<>();
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
