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
     * Brings INBOX up to date with the drop's list, in one transaction.
     *
     * @return what the drop has, newest first
     * @throws BadResponse when it has more than we can hold
     */
    List<Listed> bringUpToDate(DropSession session) {
        List<DropItem> items = session.drop().list();
        if (items.size() > rules.maxMessages()) {
            throw new BadResponse("The maildrop has " + items.size() + " messages", null);
        }
        Map<String, DropEntry> known = entries.all(session.account());
        DropPlan plan = DropMatching.match(items, known, asked -> hashes(session.drop(), asked));
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
        List<Listed> listed = new ArrayList<>(present(plan.present()));
        if (!plan.changesNothing()) {
            leases.during(
                    session.lease(), sql -> listed.addAll(written(sql, session.account(), plan)));
        }
        listed.sort(Comparator.comparingInt((Listed each) -> each.item().number()).reversed());
        return listed;
    }

    private static List<Listed> present(List<Known> present) {
        return present.stream().map(each -> new Listed(each.item(), each.entryNow())).toList();
    }

    private List<Listed> written(Sql sql, UUID account, DropPlan plan) throws SQLException {
        List<Known> changed = plan.present().stream().filter(Known::isChanged).toList();
        entries.change(sql, account, changed);
        arrivals.markOnlyCopies(
                account, contents(account, changed.stream().map(Known::entry).toList()), false);
        entries.gone(sql, account, plan.gone(), false);
        arrivals.markOnlyCopies(account, contents(account, plan.gone()), true);
        List<ContentId> added = assigned(account, plan.arrived());
        entries.insert(sql, account, plan.arrived(), added);
        return arrived(plan.arrived(), added);
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
