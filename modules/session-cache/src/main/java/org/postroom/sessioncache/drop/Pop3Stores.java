package org.postroom.sessioncache.drop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.postroom.protocol.AccountId;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.DropAnswer;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.AuthenticationFailed;
import org.postroom.protocol.MailException.LoginDelayed;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailStoreFactory;
import org.postroom.protocol.Maildrop;
import org.postroom.protocol.Maildrops;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.sessioncache.drop.DropPlaces.Place;
import org.postroom.sessioncache.local.LocalMailStores;
import org.postroom.sessioncache.signin.AccountKey;

/**
 * Opens POP3 accounts. A sign-in authenticates on a new connection with the maildrop, and goes on
 * with it in the background; whoever is signed in needs no connection.
 */
@ApplicationScoped
@Typed(Pop3Stores.class)
public class Pop3Stores implements MailStoreFactory {

    private static final Logger LOG = Logger.getLogger(Pop3Stores.class);

    private final Maildrops maildrops;
    private final LocalMailStores stores;
    private final DropRows rows;
    private final DropTurn turn;
    private final DropContacts contacts;
    private final DropDemand demand;
    private final DropPlaces places;
    private final DropRules rules;

    Pop3Stores(
            Maildrops maildrops,
            LocalMailStores stores,
            DropRows rows,
            DropTurn turn,
            DropContacts contacts,
            DropDemand demand,
            DropPlaces places,
            DropRules rules) {
        this.maildrops = maildrops;
        this.stores = stores;
        this.rows = rows;
        this.turn = turn;
        this.contacts = contacts;
        this.demand = demand;
        this.places = places;
        this.rules = rules;
    }

    /**
     * {@inheritDoc}
     *
     * @throws LoginDelayed when the server wants a pause first
     */
    @Override
    public MailStore open(ServerEndpoint endpoint, Credentials credentials) {
        AccountId account = AccountId.of(endpoint, credentials.loginName());
        DropLease lease = DropLease.wish(AccountKey.of(account));
        turn.prepare(lease, credentials);
        boolean handedOver = false;
        try {
            handedOver = answered(endpoint, credentials, lease, ask(lease, endpoint, credentials));
            return resume(endpoint, credentials);
        } finally {
            if (!handedOver) {
                turn.giveBack(lease);
            }
        }
    }

    /** Some servers have no word for a drop that is in use, and refuse the password. */
    private DropAnswer ask(DropLease lease, ServerEndpoint endpoint, Credentials credentials) {
        DropAnswer answer;
        try (DropTurn.Patience _ = turn.patience(lease)) {
            answer = maildrops.open(endpoint, credentials);
        }
        if (answer instanceof DropAnswer.Refused no && !no.certain() && turn.isOthers(lease)) {
            turn.await(lease);
            answer = maildrops.open(endpoint, credentials);
        }
        return answer;
    }

    @Override
    public MailStore resume(ServerEndpoint endpoint, Credentials credentials) {
        AccountId account = AccountId.of(endpoint, credentials.loginName());
        return Pop3MailStore.of(stores.open(account), demand);
    }

    /** True when somebody else gives the lease back. */
    private boolean answered(
            ServerEndpoint endpoint, Credentials credentials, DropLease lease, DropAnswer answer) {
        return switch (answer) {
            case DropAnswer.Opened opened -> goOn(endpoint, credentials, lease, opened.drop());
            case DropAnswer.InUse _ -> isInUse(lease);
            case DropAnswer.TooSoon soon -> throw new LoginDelayed(soon.pause());
            case DropAnswer.Unavailable no -> throw unavailable(no.permanent());
            case DropAnswer.Refused _ ->
                    throw new AuthenticationFailed("The maildrop's server says no", null);
        };
    }

    private static MailException unavailable(boolean permanent) {
        return new ServerUnreachable(
                permanent ? Reason.NOT_USABLE : Reason.BUSY, "The maildrop is not available", null);
    }

    /** The password is proved; the drop's contents come later. */
    private boolean isInUse(DropLease lease) {
        rows.ensure(lease.account());
        if (turn.take(lease)) {
            contacts.missed(lease, DropOutcome.failed(DropTrouble.IN_USE));
        }
        return true;
    }

    /** Where no place is free for a session now, it comes in its turn. */
    private boolean goOn(
            ServerEndpoint endpoint, Credentials credentials, DropLease lease, Maildrop drop) {
        boolean handedOver = false;
        Optional<Place> place = places.take(endpoint);
        try {
            stores.open(AccountId.of(endpoint, credentials.loginName()));
            rows.ensure(lease.account());
            handedOver = place.isPresent() && begin(lease, drop, credentials, place.get());
            if (!handedOver) {
                drop.quit();
            }
        } finally {
            if (!handedOver) {
                drop.close();
                place.ifPresent(Place::close);
            }
        }
        return handedOver;
    }

    /** Once it runs by itself nothing here fails any more: it gives back what it has. */
    private boolean begin(DropLease lease, Maildrop drop, Credentials credentials, Place place) {
        boolean first = isFirst(lease.account());
        if (!turn.take(lease)) {
            return false;
        }
        CountDownLatch page = inBackground(lease, drop, credentials, place);
        if (first) {
            await(page);
        }
        return true;
    }

    private boolean isFirst(UUID account) {
        return rows.find(account).filter(row -> row.lastContact != null).isEmpty();
    }

    /** Who comes for the first time waits a moment for its first page, and finds a list. */
    private CountDownLatch inBackground(
            DropLease lease, Maildrop drop, Credentials credentials, Place place) {
        CountDownLatch page = new CountDownLatch(1);
        Thread.ofVirtual()
                .name("maildrop")
                .start(
                        () -> {
                            try (place) {
                                contacts.meet(lease, drop, credentials, page::countDown);
                            } finally {
                                page.countDown();
                            }
                        });
        return page;
    }

    private void await(CountDownLatch page) {
        try {
            if (!page.await(rules.firstPage().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("The first headers take longer than a sign-in waits");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
