package org.postroom.sessioncache.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DropPaceTest {

    private static final DropOutcome GOOD =
            new DropOutcome(Optional.empty(), true, false, false, Optional.empty());

    private final DropPace pace = new DropPace(DropRules.DEFAULT);

    @Test
    void whoIsActiveIsServedEachMinute() {
        assertThat(pace.after(GOOD, 0, Duration.ofSeconds(10))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void whoIsIdleIsServedMoreSeldom() {
        assertThat(pace.after(GOOD, 0, Duration.ofMinutes(10))).isEqualTo(Duration.ofMinutes(5));
        assertThat(pace.after(GOOD, 0, Duration.ofHours(3))).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void whatIsNotFinishedGoesOnSoon() {
        DropOutcome unfinished =
                new DropOutcome(Optional.empty(), true, true, false, Optional.empty());

        assertThat(pace.after(unfinished, 0, Duration.ZERO)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void troubleMakesPausesThatGrow() {
        DropOutcome inUse = DropOutcome.failed(DropTrouble.IN_USE);

        assertThat(pace.after(inUse, 0, Duration.ZERO)).isLessThan(Duration.ofSeconds(13));
        assertThat(pace.after(inUse, 3, Duration.ZERO)).isGreaterThan(Duration.ofSeconds(60));
        assertThat(pace.after(inUse, 1_000, Duration.ZERO)).isLessThan(Duration.ofMinutes(20));
    }

    @Test
    void theServersOwnPauseIsKept() {
        DropOutcome delayed = DropOutcome.delayed(Optional.of(Duration.ofMinutes(30)));

        assertThat(pace.after(delayed, 0, Duration.ZERO)).isEqualTo(Duration.ofMinutes(30));
        assertThat(
                        pace.after(
                                DropOutcome.delayed(Optional.of(Duration.ofDays(900))),
                                0,
                                Duration.ZERO))
                .isEqualTo(Duration.ofDays(1));
    }
}
