package org.postroom.sessioncache.connection;

import io.quarkus.arc.All;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.AccountId;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailStoreFactory;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.sessioncache.connection.Turns.Turn;
import org.postroom.sessioncache.connection.Wish.Trust;
import org.postroom.sessioncache.signin.SignedInSession;

/**
 * The open stores of this replica, each lent to one caller at a time, for one command or one ranged
 * read. A connection serves only sessions whose own credentials the server has accepted on it.
 * Nobody may have a database transaction open while asking for one.
 */
@ApplicationScoped
public class StoreLeases {

    private static final Logger LOG = Logger.getLogger(StoreLeases.class);
    private static final Duration SWEEP = Duration.ofSeconds(30);
    private static final Duration GOODBYE = Duration.ofSeconds(3);

    private final MailStoreFactory factory;
    private final LeaseRules rules;
    private final BooleanSupplier inTransaction;
    private final LongSupplier nanoTime;
    private final Shared<AccountId, AccountLane> lanes;
    private final Shared<ServerEndpoint, ServerGate> gates;
    private final List<Attendance> attendance;
    private final LongAdder opened = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final ScheduledExecutorService sweeper =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("idle-connections").factory());

    @Inject
    StoreLeases(
            MailStoreFactory factory,
            LeaseRules rules,
            TransactionSynchronizationRegistry transactions,
            @All List<Attendance> attendance) {
        this(
                factory,
                rules,
                () -> transactions.getTransactionKey() != null,
                System::nanoTime,
                attendance);
    }

    StoreLeases(
            MailStoreFactory factory,
            LeaseRules rules,
            BooleanSupplier inTransaction,
            LongSupplier nanoTime,
            List<Attendance> attendance) {
        this.attendance = attendance;
        this.factory = factory;
        this.rules = rules;
        this.inTransaction = inTransaction;
        this.nanoTime = nanoTime;
        lanes = new Shared<>(() -> new AccountLane(rules.perAccount()));
        gates = new Shared<>(() -> new ServerGate(rules.perServer()));
    }

    /** As {@link #read(SignedInSession, MailboxName, Function)}, whatever mailbox is selected. */
    public <T extends @Nullable Object> T read(
            SignedInSession session, Function<MailStore, T> work) {
        return readFrom(session, null, work);
    }

    /**
     * Lends a store for work that may be done twice: when the connection turns out to be lost, a
     * new one is opened once.
     *
     * @param mailbox the one that the work will select: a connection that has it selected is
     *     preferred
     * @throws MailException.ServerUnreachable as busy, when no connection becomes free in time
     */
    public <T extends @Nullable Object> T read(
            SignedInSession session, MailboxName mailbox, Function<MailStore, T> work) {
        return readFrom(session, mailbox, work);
    }

    /** As {@link #write(SignedInSession, MailboxName, Function)}, whatever mailbox is selected. */
    public <T extends @Nullable Object> T write(
            SignedInSession session, Function<MailStore, T> work) {
        return lend(new Wish(session, null, Trust.WHEN_RECENT), work);
    }

    /**
     * Lends a store for work that is never done twice. A connection that was idle for more than
     * {@link LeaseRules#trustedIdle} is asked first whether it lives, which costs one command.
     *
     * @param mailbox the one that the work will select: a connection that has it selected is
     *     preferred
     * @throws MailException.ServerUnreachable as busy, when no connection becomes free in time
     */
    public <T extends @Nullable Object> T write(
            SignedInSession session, MailboxName mailbox, Function<MailStore, T> work) {
        return lend(new Wish(session, mailbox, Trust.WHEN_RECENT), work);
    }

    /**
     * Opens a connection for a sign-in, always a new one; the caller owns it until {@link #adopt}.
     * It does not wait for the account's other connections: who tries passwords must not hold up
     * who is signed in.
     */
    public MailStore open(ServerEndpoint endpoint, Credentials credentials) {
        requireNoTransaction();
        Deadline deadline = Deadline.in(rules.patience());
        return gates.with(
                endpoint,
                gate -> {
                    try (Turn _ = gate.signInTurns().await(deadline)) {
                        return opened(() -> gate.open(() -> factory.open(endpoint, credentials)));
                    }
                });
    }

    /** Takes a connection over that was just opened with this session's own credentials. */
    public void adopt(SignedInSession session, MailStore store) {
        PoolKey key = PoolKey.of(session);
        PooledStore pooled = new PooledStore(store, key, null, nanoTime.getAsLong());
        List<PooledStore> tooMany =
                lanes.with(
                        session.account(),
                        lane -> {
                            lane.meet(key, session.id());
                            return lane.adopt(pooled);
                        });
        closeInBackground(tooMany);
        attendance.forEach(each -> each.present(session));
    }

    /**
     * Forgets a session that signs out, and ends the connections that no other known session may
     * use; those lent at this moment end when they come back.
     */
    public void evictAll(SignedInSession session) {
        PoolKey key = PoolKey.of(session);
        closeInBackground(lanes.with(session.account(), lane -> lane.forget(key, session.id())));
        attendance.forEach(each -> each.left(session));
    }

    /** What is going on, for metrics. */
    public LeaseNumbers numbers() {
        Collection<AccountLane> accounts = lanes.values();
        return new LeaseNumbers(
                accounts.stream().mapToInt(AccountLane::idleCount).sum(),
                accounts.stream().mapToInt(lane -> lane.turns().taken()).sum(),
                accounts.stream().mapToInt(lane -> lane.turns().waiting()).sum(),
                opened.sum(),
                failed.sum());
    }

    /** Logs out everywhere, and waits until that is done, or for some seconds. */
    @PreDestroy
    public void shutdown() {
        sweeper.shutdownNow();
        List<PooledStore> all = new ArrayList<>();
        lanes.forEach(lane -> all.addAll(lane.giveUpAll()));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            all.forEach(store -> threads.execute(store::close));
            threads.shutdown();
            awaitGoodbye(threads);
            threads.shutdownNow();
        }
    }

    private static void awaitGoodbye(ExecutorService threads) {
        try {
            if (!threads.awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("Not every mail server has answered the last LOGOUT");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @PostConstruct
    void startSweeping() {
        sweeper.scheduleWithFixedDelay(
                this::sweep, SWEEP.toSeconds(), SWEEP.toSeconds(), TimeUnit.SECONDS);
    }

    /** Ends connections that were idle for too long. */
    void sweep() {
        long limit = nanoTime.getAsLong() - rules.idleAtMost().toNanos();
        List<PooledStore> old = new ArrayList<>();
        lanes.forEach(lane -> old.addAll(lane.giveUpIdleSince(limit)));
        gates.forEach(_ -> {});
        closeInBackground(old);
    }

    private <T extends @Nullable Object> T readFrom(
            SignedInSession session, @Nullable MailboxName mailbox, Function<MailStore, T> work) {
        try {
            return lend(new Wish(session, mailbox, Trust.BLIND), work);
        } catch (ConnectionLost lost) {
            if (lost.timedOut()) {
                throw lost;
            }
            return lend(new Wish(session, mailbox, Trust.NONE), work);
        }
    }

    private <T extends @Nullable Object> T lend(Wish wish, Function<MailStore, T> work) {
        requireNoTransaction();
        attendance.forEach(each -> each.present(wish.session()));
        Deadline deadline = Deadline.in(rules.patience());
        return lanes.with(
                wish.session().account(),
                lane ->
                        gates.with(
                                wish.session().endpoint(),
                                gate -> {
                                    lane.meet(wish.key(), wish.session().id());
                                    try (Turn _ = lane.turns().await(deadline);
                                            Turn _ = gate.turns().await(deadline)) {
                                        return use(lane, connection(lane, gate, wish), wish, work);
                                    }
                                }));
    }

    private PooledStore connection(AccountLane lane, ServerGate gate, Wish wish) {
        Optional<PooledStore> pooled = pooled(lane, wish);
        while (pooled.isPresent()) {
            if (isTrusted(pooled.get(), wish.trust())) {
                return pooled.get();
            }
            pooled.get().close();
            pooled = pooled(lane, wish);
        }
        lane.makeRoom().forEach(PooledStore::close);
        SignedInSession session = wish.session();
        MailStore store = opened(() -> resumed(gate, session));
        return new PooledStore(store, wish.key(), null, nanoTime.getAsLong());
    }

    private static Optional<PooledStore> pooled(AccountLane lane, Wish wish) {
        return wish.trust() == Trust.NONE
                ? Optional.empty()
                : lane.take(wish.key(), wish.mailbox());
    }

    private boolean isTrusted(PooledStore pooled, Trust trust) {
        long idle = nanoTime.getAsLong() - pooled.idleSince();
        return trust == Trust.BLIND
                || idle <= rules.trustedIdle().toNanos()
                || pooled.store().isAlive();
    }

    /** What is kept here needs no server, and says nothing about one. */
    private MailStore resumed(ServerGate gate, SignedInSession session) {
        Supplier<MailStore> resume =
                () -> factory.resume(session.endpoint(), session.credentials());
        return session.account().protocol() == Protocol.POP3 ? resume.get() : gate.open(resume);
    }

    private MailStore opened(Supplier<MailStore> open) {
        boolean done = false;
        try {
            MailStore store = open.get();
            done = true;
            return store;
        } finally {
            (done ? opened : failed).increment();
        }
    }

    private <T extends @Nullable Object> T use(
            AccountLane lane, PooledStore lent, Wish wish, Function<MailStore, T> work) {
        LentStore lease = new LentStore(lent.store());
        try {
            return work.apply(lease.asStore());
        } catch (ConnectionLost lost) {
            if (lost.timedOut()) {
                // Whatever swallowed this one has swallowed those that were idle meanwhile too.
                closeInBackground(lane.giveUpIdleSince(nanoTime.getAsLong()));
            }
            throw lost;
        } finally {
            if (!lease.end() || !lane.giveBack(lent.usedFor(wish, nanoTime.getAsLong()))) {
                lent.close();
            }
        }
    }

    private void requireNoTransaction() {
        if (inTransaction.getAsBoolean()) {
            throw new IllegalStateException("A mail server is not asked inside a transaction");
        }
    }

    /** Nobody waits for a server that is slow to say goodbye. */
    private static void closeInBackground(List<PooledStore> stores) {
        stores.forEach(store -> Thread.ofVirtual().name("logout").start(store::close));
    }
}
