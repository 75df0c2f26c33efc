package org.postroom.sessioncache.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.postroom.sessioncache.signin.SignInDecision.Allowed;
import org.postroom.sessioncache.signin.SignInDecision.Refused;

/**
 * Limits on guessing, shared by all replicas: sign-ins a minute by client network and overall, and
 * failures by account and network, after which the mail server is not asked again from there for a
 * while that grows. Sessions that live already are never touched.
 */
@ApplicationScoped
public class SignInLimits {

    /**
     * One sign-in more in a bucket that drains steadily and holds a minute's worth (the generic
     * cell rate algorithm); gives the seconds to wait, 0 when it had room.
     */
    private static final String FILL =
            """
            INSERT INTO sign_in_bucket AS b (key, drained_at, wait_seconds)
            VALUES (:key, now() + make_interval(secs => :step), 0)
            ON CONFLICT (key) DO UPDATE SET
              wait_seconds = greatest(0, extract(epoch FROM b.drained_at - now()) + :step - 60),
              drained_at = CASE
                WHEN extract(epoch FROM b.drained_at - now()) + :step > 60 THEN b.drained_at
                ELSE greatest(b.drained_at, now()) + make_interval(secs => :step) END
            RETURNING wait_seconds
            """;

    /** From so many failures on a minute, then twice that, up to a quarter of an hour. */
    private static final String OPEN_AGAIN =
            """
            f.last_at + make_interval(secs =>
                least(60 * power(2, least(f.failures - :allowed, 10)), 900))
            """;

    private static final String IS_CLOSED = "f.failures >= :allowed AND " + OPEN_AGAIN + " > now()";

    /** One failure more, forgetting those before an hour of peace; gives the seconds to wait. */
    private static final String FAIL =
            """
            INSERT INTO sign_in_failures AS f (key, failures, last_at, wait_seconds)
            VALUES (:key, 1, now(), 0)
            ON CONFLICT (key) DO UPDATE SET
              wait_seconds = CASE
                WHEN %1$s THEN extract(epoch FROM %2$s - now()) ELSE 0 END,
              failures = CASE
                WHEN %1$s THEN f.failures
                WHEN f.last_at < now() - interval '1 hour' THEN 1
                ELSE f.failures + 1 END,
              last_at = CASE WHEN %1$s THEN f.last_at ELSE greatest(f.last_at, now()) END
            RETURNING wait_seconds
            """
                    .formatted(IS_CLOSED, OPEN_AGAIN);

    private static final double SECONDS = 60;

    private final SignInRules rules;
    private final EntityManager database;

    SignInLimits(SignInRules rules, EntityManager database) {
        this.rules = rules;
        this.database = database;
    }

    /**
     * Asks for one sign-in, and counts it.
     *
     * @param loginName as typed; letter case and width do not matter
     */
    @Transactional
    public SignInDecision check(ClientNetwork network, String loginName) {
        String key = failuresKey(network, loginName);
        double wait = fill("network " + network, rules.perNetwork());
        if (wait == 0) {
            wait = fill("overall", rules.overall());
        }
        if (wait == 0) {
            wait = countAsFailed(key);
        }
        return wait == 0
                ? new Allowed(new SignInAttempt(key))
                : new Refused(Duration.ofSeconds((long) Math.ceil(wait)));
    }

    /** The mail server said yes: earlier failures are forgotten. */
    @Transactional
    public void succeeded(SignInAttempt attempt) {
        database.createNativeQuery("DELETE FROM sign_in_failures WHERE key = :key")
                .setParameter("key", attempt.key())
                .executeUpdate();
    }

    /**
     * The mail server gave no answer about the password: the attempt does not count as a failure.
     */
    @Transactional
    public void unanswered(SignInAttempt attempt) {
        database.createNativeQuery(
                        "UPDATE sign_in_failures SET failures = failures - 1"
                                + " WHERE key = :key AND failures > 0")
                .setParameter("key", attempt.key())
                .executeUpdate();
    }

    /**
     * Deletes counters that mean nothing any more; for a scheduler.
     *
     * @return how many
     */
    @Transactional
    public long expire() {
        return database.createNativeQuery("DELETE FROM sign_in_bucket WHERE drained_at < now()")
                        .executeUpdate()
                + (long)
                        database.createNativeQuery(
                                        "DELETE FROM sign_in_failures"
                                                + " WHERE last_at < now() - interval '1 hour'")
                                .executeUpdate();
    }

    private double fill(String key, int aMinute) {
        return aMinute == 0 ? 0 : seconds(FILL, key, "step", SECONDS / aMinute);
    }

    private double countAsFailed(String key) {
        int allowed = rules.failuresPerAccount();
        return allowed == 0 ? 0 : seconds(FAIL, key, "allowed", allowed);
    }

    private double seconds(String statement, String key, String parameter, Number value) {
        Number wait =
                (Number)
                        database.createNativeQuery(statement, Double.class)
                                .setParameter("key", key)
                                .setParameter(parameter, value)
                                .getSingleResult();
        return wait.doubleValue();
    }

    // A hash: the database need not tell who was tried to be.
    private static String failuresKey(ClientNetwork network, String loginName) {
        String name = Normalizer.normalize(loginName.strip(), Normalizer.Form.NFKC);
        List<String> parts = List.of(network.value(), name.toLowerCase(Locale.ROOT));
        return Cryptography.base64Url(Cryptography.sha256(AccountKey.octets(parts)));
    }
}
