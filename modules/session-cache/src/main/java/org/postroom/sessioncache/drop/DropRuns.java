package org.postroom.sessioncache.drop;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.postroom.protocol.MailException;
import org.postroom.protocol.Maildrop;
import org.postroom.sessioncache.drop.DropMode.Keep;
import org.postroom.sessioncache.local.Arrivals;
import org.postroom.sessioncache.local.Sql;

/**
 * What is done in one session with a maildrop: UIDs for all that is new, headers, texts, and what
 * may be deleted there. Whatever happens in between, the next session goes on from what is
 * committed.
 */
@ApplicationScoped
class DropRuns {

    private static final Logger LOG = Logger.getLogger(DropRuns.class);

    private final DropListing listing;
    private final DropHeaders headers;
    private final DropBodies bodies;
    private final DropRemoval removal;
    private final DropEntries entries;
    private final DropLeases leases;
    private final DropRows rows;
    private final Arrivals arrivals;
    private final DropRules rules;

    DropRuns(
            DropListing listing,
            DropHeaders headers,
            DropBodies bodies,
            DropRemoval removal,
            DropEntries entries,
            DropLeases leases,
            DropRows rows,
            Arrivals arrivals,
            DropRules rules) {
        this.listing = listing;
        this.headers = headers;
        this.bodies = bodies;
        this.removal = removal;
        this.entries = entries;
        this.leases = leases;
        this.rows = rows;
        this.arrivals = arrivals;
        this.rules = rules;
    }

    /** Does what is to be done, and ends the session. */
    DropOutcome run(DropSession session) {
        try (Maildrop drop = session.drop();
                DropEnd _ = DropEnd.of(drop, rules.longest())) {
            Optional<DropTrouble> trouble = work(session);
            quit(session);
            return new DropOutcome(
                    trouble, session.wasListed(), session.isUnfinished(), false, drop.loginDelay());
        } catch (MailException e) {
            LOG.infof("A session with a maildrop failed: %s", e.getMessage());
            return failed(session, DropTrouble.of(e));
        } catch (DropLease.Lost e) {
            LOG.warnf("A session with a maildrop was left: %s", e.getMessage());
            return failed(session, DropTrouble.TEMPORARY);
        }
    }

    private static DropOutcome failed(DropSession session, DropTrouble trouble) {
        return new DropOutcome(
                Optional.of(trouble), session.wasListed(), false, false, Optional.empty());
    }

    private Optional<DropTrouble> work(DropSession session) {
        long end = System.nanoTime() + rules.session().toNanos();
        rows.expires(session.account(), DropExpiry.days(session.drop().capabilities()));
        try {
            List<Listed> listed = listing.bringUpToDate(session);
            bodies.fetchAsked(session, listed);
            headers.fill(session, listed, () -> bodies.fetchAsked(session, listed));
            Optional<DropTrouble> trouble = bodies.fetch(session, listed, end);
            bodies.proveRest(session, listed, end);
            removal.remove(session, listed, end + rules.session().toNanos());
            if (session.removed().isEmpty()) {
                bodies.fetchStubborn(session, listed, end);
            }
            return trouble;
        } catch (Pulse.Stopped _) {
            session.unfinished(true);
            return Optional.empty();
        }
    }

    /** What was marked counts as deleted there only after the server has said so. */
    private void quit(DropSession session) {
        if (session.isBroken()) {
            return;
        }
        List<DropEntry> removed = session.removed();
        if (!removed.isEmpty() && rows.mode(session.account()) instanceof Keep) {
            session.drop().reset();
            removed.clear();
        }
        if (!removed.isEmpty()) {
            leases.renew(session.lease());
        }
        session.drop().quit();
        if (!removed.isEmpty()) {
            leases.during(session.lease(), sql -> areRemoved(sql, session.account(), removed));
        }
    }

    private boolean areRemoved(Sql sql, UUID account, List<DropEntry> removed) throws SQLException {
        entries.gone(sql, account, removed, true);
        arrivals.markOnlyCopies(
                account, removed.stream().map(each -> each.in(account)).toList(), true);
        return true;
    }
}
