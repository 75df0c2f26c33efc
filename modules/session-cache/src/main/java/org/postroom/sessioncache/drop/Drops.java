package org.postroom.sessioncache.drop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.sessioncache.drop.DropRows.Counts;
import org.postroom.sessioncache.signin.AccountKey;
import org.postroom.sessioncache.signin.SignedInSession;

/** What a person sees of the maildrop behind the account, and may say about it. */
@ApplicationScoped
public class Drops {

    private final DropRows rows;

    private final DropRoom room;
    private final DropKeeper keeper;
    private final DropContacts contacts;
    private final DropTally tally;

    Drops(DropRows rows, DropRoom room, DropKeeper keeper, DropContacts contacts, DropTally tally) {
        this.rows = rows;
        this.room = room;
        this.keeper = keeper;
        this.contacts = contacts;
        this.tally = tally;
    }

    /** What this replica does with maildrops, for metrics. */
    public DropNumbers numbers() {
        return tally.numbers(keeper.accounts().size(), contacts.count());
    }

    /** What is still to be done for the accounts whose maildrops this replica visits. */
    public DropBacklog backlog() {
        return rows.backlog(keeper.accounts().stream().map(AccountKey::of).toList());
    }

    /** What is known of the account's maildrop; empty for an account that has none. */
    public Optional<DropState> state(SignedInSession session) {
        if (session.account().protocol() != Protocol.POP3) {
            return Optional.empty();
        }
        UUID account = AccountKey.of(session.account());
        return rows.find(account).map(row -> state(row, rows.counts(account), room.used(account)));
    }

    /** Says what becomes of messages in the maildrop; holds from the next command on. */
    public void setMode(SignedInSession session, DropMode mode) {
        rows.ensure(AccountKey.of(session.account()));
        rows.setMode(AccountKey.of(session.account()), mode);
    }

    /** Asks for a session with the maildrop soon; does not wait for it. */
    public void checkNow(SignedInSession session) {
        UUID account = AccountKey.of(session.account());
        rows.ensure(account);
        rows.isDue(account);
        keeper.hurry(session);
    }

    private static DropState state(MaildropRow row, Counts counts, long used) {
        return new DropState(
                row.mode(),
                Optional.ofNullable(row.lastContact),
                Optional.ofNullable(row.nextContact),
                Optional.ofNullable(row.trouble),
                Optional.ofNullable(row.troubleSince),
                row.pause(),
                Optional.ofNullable(row.expireDays),
                row.running,
                counts.known(),
                counts.headers(),
                counts.bodies(),
                counts.onlyCopies(),
                used);
    }
}
