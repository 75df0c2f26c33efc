package org.postroom.sessioncache.drop;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When a maildrop is asked again. */
final class DropPace {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration MAX_PAUSE = Duration.ofHours(24);
    private static final int MAX_DOUBLINGS = 10;
    private static final double JITTER = 0.2;

    private final DropRules rules;

    DropPace(DropRules rules) {
        this.rules = rules;
    }

    /**
     * The pause after a contact.
     *
     * @param failures contacts that failed before this one, in a row
     * @param idle how long ago the person did something
     */
    Duration after(DropOutcome outcome, int failures, Duration idle) {
        Duration pause =
                outcome.trouble()
                        .map(trouble -> after(trouble, failures, idle))
                        .orElseGet(() -> outcome.unfinished() ? SOON : calm(idle));
        Duration wanted = outcome.pause().map(DropPace::bounded).orElse(Duration.ZERO);
        return pause.compareTo(wanted) < 0 ? wanted : pause;
    }

    private Duration after(DropTrouble trouble, int failures, Duration idle) {
        return switch (trouble) {
            case OVER_QUOTA -> calm(idle);
            case LOGIN_DELAY, REFUSED -> growing(rules.poll(), failures);
            case IN_USE -> growing(Duration.ofSeconds(10), failures);
            case TEMPORARY, UNREACHABLE, STORAGE -> growing(Duration.ofSeconds(15), failures);
            case PERMANENT, NOT_USABLE, BAD_ANSWERS -> growing(Duration.ofMinutes(2), failures);
        };
    }

    /** Half as long as the person has been idle, within bounds. */
    private Duration calm(Duration idle) {
        Duration half = idle.dividedBy(2);
        Duration longer = half.compareTo(rules.poll()) < 0 ? rules.poll() : half;
        return longer.compareTo(rules.slowestPoll()) > 0 ? rules.slowestPoll() : longer;
    }

    private Duration growing(Duration first, int failures) {
        Duration grown = first.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        Duration bounded = grown.compareTo(rules.slowestPoll()) > 0 ? rules.slowestPoll() : grown;
        double jitter = 1 + JITTER * ThreadLocalRandom.current().nextDouble(-1, 1);
        return Duration.ofMillis((long) (bounded.toMillis() * jitter));
    }

    // A server cannot make us stay away for years.
    private static Duration bounded(Duration pause) {
        return pause.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : pause;
    }
}
