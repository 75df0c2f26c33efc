package org.postroom.sessioncache.connection;

import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailException.ConnectionLost;
import org.postroom.protocol.MailException.ServerUnreachable;
import org.postroom.protocol.MailException.ServerUnreachable.Reason;
import org.postroom.protocol.MailStore;

/**
 * What stands between a slow or dead server and the users of others: so many may be with it at a
 * time, and when it could not be reached several times in a row, nobody waits for it for some
 * seconds.
 */
final class ServerGate implements Shared.Value {

    private static final int FAILURES = 5;
    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final Set<Reason> UNREACHABLE =
            Set.of(Reason.REFUSED, Reason.TIMED_OUT, Reason.UNKNOWN_HOST);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    // Strangers who try to sign in must not take the places of those who are.
    private static final int SIGN_IN_SHARE = 4;

    private final Turns turns;
    private final Turns signInTurns;
    private final AtomicReference<@Nullable Failure> lastFailure = new AtomicReference<>();
    private final CircuitBreaker<Object> breaker =
            CircuitBreaker.builder()
                    .withFailureThreshold(FAILURES, WITHIN)
                    .withSuccessThreshold(1)
                    .withDelay(PAUSE)
                    .build();

    private record Failure(Reason reason, long nanoTime) {}

    ServerGate(int places) {
        turns = new Turns(places);
        signInTurns = new Turns(Math.max(1, places / SIGN_IN_SHARE));
    }

    Turns turns() {
        return turns;
    }

    Turns signInTurns() {
        return signInTurns;
    }

    /**
     * Opens a connection.
     *
     * @throws ServerUnreachable at once, for the last known reason, while the server is left alone
     */
    MailStore open(Supplier<MailStore> connect) {
        if (!breaker.tryAcquirePermit()) {
            throw leftAlone();
        }
        Optional<Reason> unreachable = Optional.empty();
        try {
            return connect.get();
        } catch (MailException e) {
            unreachable = reasonWhyUnreachable(e);
            throw e;
        } finally {
            tell(unreachable);
        }
    }

    /** While failures are remembered. */
    @Override
    public boolean worthKeeping() {
        Failure last = lastFailure.get();
        return last != null && System.nanoTime() - last.nanoTime() < WITHIN.toNanos();
    }

    /** Always: a breaker that hears nothing would stay half open for ever. */
    private void tell(Optional<Reason> unreachable) {
        if (unreachable.isPresent()) {
            lastFailure.set(new Failure(unreachable.get(), System.nanoTime()));
            breaker.recordFailure();
        } else {
            breaker.recordSuccess();
        }
    }

    private MailException leftAlone() {
        Failure last = lastFailure.get();
        Reason reason = last == null ? Reason.TIMED_OUT : last.reason();
        return new ServerUnreachable(reason, "The server is left alone for some seconds", null);
    }

    /** Not a bad certificate or a full server: those are answers, and come fast. */
    private static Optional<Reason> reasonWhyUnreachable(MailException e) {
        return switch (e) {
            case ConnectionLost _ -> Optional.of(Reason.TIMED_OUT);
            case ServerUnreachable unreachable ->
                    Optional.of(unreachable.reason()).filter(UNREACHABLE::contains);
            default -> Optional.empty();
        };
    }
}
