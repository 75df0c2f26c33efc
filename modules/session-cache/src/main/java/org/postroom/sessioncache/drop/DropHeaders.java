package org.postroom.sessioncache.drop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.postroom.protocol.DropItem;
import org.postroom.protocol.MailException.BadResponse;
import org.postroom.protocol.MailException.ConnectionLost;
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
     * Fetches the headers that are not here yet, a batch in a transaction; those that could not be
     * fetched before one by one, after the others.
     *
     * @param between what is done after each batch
     */
    void fill(DropSession session, List<Listed> listed, Runnable between) {
        for (List<Listed> batch : batches(listed)) {
            stumbling(session, batch);
            session.firstPageIsHere();
            between.run();
        }
        session.firstPageIsHere();
    }

    private static List<List<Listed>> batches(List<Listed> listed) {
        List<Listed> lacking = listed.stream().filter(Listed::lacksHeader).toList();
        List<Listed> fresh = lacking.stream().filter(each -> each.tries() == 0).toList();
        List<List<Listed>> batches = new ArrayList<>();
        for (int at = 0; at < fresh.size(); at += BATCH) {
            batches.add(fresh.subList(at, Math.min(fresh.size(), at + BATCH)));
        }
        lacking.stream()
                .filter(each -> each.tries() > 0 && !each.isStubborn())
                .forEach(each -> batches.add(List.of(each)));
        return batches;
    }

    /** The one that breaks the session does not do so again before the others have come. */
    private void stumbling(DropSession session, List<Listed> batch) {
        try {
            fetch(session, batch);
        } catch (ConnectionLost | BadResponse e) {
            int next = batch.size();
            while (next > 0 && batch.get(next - 1).lacksHeader()) {
                next--;
            }
            entries.stumbled(
                    session.account(), batch.get(Math.min(next, batch.size() - 1)).content());
            throw e;
        }
    }

    /** Fetches these headers; what came before a session broke stays. */
    void fetch(DropSession session, List<Listed> batch) {
        session.pulse().beat();
        Map<DropItem, Listed> byItem =
                batch.stream().collect(Collectors.toMap(Listed::item, Function.identity()));
        Map<Listed, Header> headers = new HashMap<>();
        List<DropItem> items = batch.stream().map(Listed::item).toList();
        try {
            session.drop()
                    .headers(
                            items,
                            (item, octets) ->
                                    headers.put(
                                            Objects.requireNonNull(byItem.get(item)),
                                            header(octets)));
        } catch (ConnectionLost | BadResponse e) {
            write(session, headers);
            throw e;
        }
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
