package org.postroom.sessioncache.drop;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postroom.protocol.DropItem;
import org.postroom.protocol.MailException.BadResponse;
import org.postroom.protocol.Maildrop;
import org.postroom.sessioncache.drop.DropPlan.Arrived;
import org.postroom.sessioncache.drop.DropPlan.Known;
import org.postroom.sessioncache.local.Arrival;
import org.postroom.sessioncache.local.Arrivals;
import org.postroom.sessioncache.local.ContentId;
import org.postroom.sessioncache.local.Sql;

/** The first step of a session: every message of the drop gets its UID here, in drop order. */
@ApplicationScoped
class DropListing {

    /** What one transaction writes in some seconds at most. */
    private static final int PIECE = 5_000;

    private final DropLeases leases;
    private final DropEntries entries;
    private final Arrivals arrivals;
    private final DropRules rules;

    DropListing(DropLeases leases, DropEntries entries, Arrivals arrivals, DropRules rules) {
        this.leases = leases;
        this.entries = entries;
        this.arrivals = arrivals;
        this.rules = rules;
    }

    /**
     * Brings INBOX up to date with the drop's list. Whoever ends between two transactions of this
     * finds the rest with the next list.
     *
     * @return what the drop has, newest first
     * @throws BadResponse when it has more than we can hold, or has had over time
     */
    List<Listed> bringUpToDate(DropSession session) {
        List<DropItem> items = session.drop().list();
        if (items.size() > rules.maxMessages()) {
            throw new BadResponse("The maildrop has " + items.size() + " messages", null);
        }
        Map<String, DropEntry> known = entries.all(session.account());
        DropPlan plan = DropMatching.match(items, known, asked -> hashes(session.drop(), asked));
        if (known.size() + plan.arrived().size() > 2L * rules.maxMessages()) {
            throw new BadResponse("The maildrop has new names for its messages all the time", null);
        }
        List<Listed> listed = listed(session, plan);
        session.listed();
        if (!known.isEmpty()) {
            session.firstPageIsHere();
        }
        return listed;
    }

    private static Map<DropItem, String> hashes(Maildrop drop, List<DropItem> items) {
        Map<DropItem, String> hashes = new HashMap<>();
        drop.headers(items, (item, header) -> hashes.put(item, DropKeys.header(header)));
        return hashes;
    }

    private List<Listed> listed(DropSession session, DropPlan plan) {
        UUID account = session.account();
        List<Listed> listed = new ArrayList<>(present(plan.present()));
        List<Known> changed = plan.present().stream().filter(Known::isChanged).toList();
        inPieces(session, changed, (sql, piece) -> change(sql, account, piece));
        inPieces(session, plan.gone(), (sql, piece) -> mark(sql, account, piece));
        inPieces(
                session,
                plan.arrived(),
                (sql, piece) -> listed.addAll(insert(sql, account, piece)));
        listed.sort(Comparator.comparingInt((Listed each) -> each.item().number()).reversed());
        return listed;
    }

    /** What is written of some messages of a list, in one transaction. */
    @FunctionalInterface
    private interface Writing<T> {
        void write(Sql sql, List<T> piece) throws SQLException;
    }

    private <T> void inPieces(DropSession session, List<T> all, Writing<T> writing) {
        for (int at = 0; at < all.size(); at += PIECE) {
            List<T> piece = all.subList(at, Math.min(all.size(), at + PIECE));
            session.pulse().beat();
            leases.during(
                    session.lease(),
                    sql -> {
                        writing.write(sql, piece);
                        return piece.size();
                    });
        }
    }

    private static List<Listed> present(List<Known> present) {
        return present.stream().map(each -> new Listed(each.item(), each.entryNow())).toList();
    }

    private void change(Sql sql, UUID account, List<Known> changed) throws SQLException {
        entries.change(sql, account, changed);
        arrivals.markOnlyCopies(
                account, contents(account, changed.stream().map(Known::entry).toList()), false);
    }

    /** A row of which nothing ever came would be empty for ever. */
    private void mark(Sql sql, UUID account, List<DropEntry> gone) throws SQLException {
        List<DropEntry> blank = gone.stream().filter(DropEntry::isBlank).toList();
        arrivals.takeBack(account, contents(account, blank));
        entries.forget(sql, account, blank);
        List<DropEntry> others = gone.stream().filter(entry -> !entry.isBlank()).toList();
        entries.gone(sql, account, others, false);
        arrivals.markOnlyCopies(account, contents(account, others), true);
    }

    private List<Listed> insert(Sql sql, UUID account, List<Arrived> arrived) throws SQLException {
        List<ContentId> added = assigned(account, arrived);
        entries.insert(sql, account, arrived, added);
        return arrived(arrived, added);
    }

    private static List<ContentId> contents(UUID account, List<DropEntry> entries) {
        return entries.stream().map(entry -> entry.in(account)).toList();
    }

    private List<ContentId> assigned(UUID account, List<Arrived> arrived) {
        Instant now = Instant.now();
        List<Arrival> sizes =
                arrived.stream().map(each -> new Arrival(each.item().size(), now)).toList();
        return arrivals.assign(account, sizes).stream().map(each -> each.content()).toList();
    }

    private static List<Listed> arrived(List<Arrived> arrived, List<ContentId> contents) {
        List<Listed> listed = new ArrayList<>();
        for (int i = 0; i < arrived.size(); i++) {
            Arrived each = arrived.get(i);
            listed.add(new Listed(each.item(), each.entry(contents.get(i).number())));
        }
        return listed;
    }
}
