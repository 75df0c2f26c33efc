package org.postroom.sessioncache.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.postroom.sessioncache.jobs.RunningJob.Report;
import org.postroom.sessioncache.signin.SessionId;

class RunningJobTest {

    private final RunningJob job =
            new RunningJob(new JobRow.Key(UUID.randomUUID(), "id"), new SessionId("session"), 10);

    // Others take it for dead by then, and may have begun to do its work anew.
    @Test
    void workRestsWhileTheDatabaseHasHeardNothingForLong() throws InterruptedException {
        long longAgo = System.nanoTime() - Duration.ofSeconds(9).toNanos();
        job.reported(new Report(0, 0, null, longAgo));
        CompletableFuture<Boolean> stop = new CompletableFuture<>();
        Thread work = Thread.startVirtualThread(() -> stop.complete(job.stopRequested()));
        assertThat(work.join(Duration.ofMillis(300))).isFalse();

        job.reported(job.report());

        assertThat(stop.join()).isFalse();
    }

    @Test
    void workThatRestsCanBeStopped() {
        long longAgo = System.nanoTime() - Duration.ofSeconds(9).toNanos();
        job.reported(new Report(0, 0, null, longAgo));

        job.stop();

        assertThat(job.stopRequested()).isTrue();
    }
}
