package org.postroom.sessioncache.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.protocol.MailException.OverQuota;
import org.postroom.sessioncache.jobs.JobState.Status;
import org.postroom.sessioncache.signin.AccountKey;
import org.postroom.sessioncache.signin.People;
import org.postroom.sessioncache.signin.SignedInSession;
import org.postroom.sessioncache.undo.UndoId;

@QuarkusTest
class JobsTest {

    private final SignedInSession kim = People.session("kim");

    @Inject JobRows rows;
    @Inject EntityManager database;

    private Jobs here;
    private Jobs there;

    @BeforeEach
    void twoReplicas() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("DELETE FROM job").executeUpdate());
        here = new Jobs(rows);
        there = new Jobs(rows);
    }

    @Test
    void everyReplicaSeesHowAJobEnded() {
        JobId id =
                start(
                        100,
                        progress -> {
                            progress.done(60);
                            progress.gone(40);
                            progress.undoable(new UndoId("undo"));
                        });
        here.awaitAll();
        JobState state = there.find(kim, id).orElseThrow();

        assertThat(state.status()).isEqualTo(Status.DONE);
        assertThat(state.kind()).isEqualTo("move");
        assertThat(List.of(state.done(), state.gone(), state.total()))
                .containsExactly(60L, 40L, 100L);
        assertThat(state.undo()).contains(new UndoId("undo"));
        assertThat(state.failure()).isEmpty();
    }

    @Test
    void workThatEndsByItselfBeforeAllIsDoneHasFailed() {
        JobId id = start(100, progress -> progress.done(60));
        here.awaitAll();

        assertThat(there.find(kim, id).orElseThrow().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void everyReplicaSeesHowFarAJobIs() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        JobId id =
                start(
                        100,
                        progress -> {
                            progress.done(30);
                            told.countDown();
                            await(goOn);
                        });
        told.await();
        here.reportAll();
        JobState state = there.find(kim, id).orElseThrow();
        goOn.countDown();
        here.awaitAll();

        assertThat(state.status()).isEqualTo(Status.RUNNING);
        assertThat(state.done()).isEqualTo(30);
    }

    @Test
    void anotherReplicaCanStopAJob() {
        CountDownLatch told = new CountDownLatch(1);
        JobId id =
                start(
                        100,
                        progress -> {
                            progress.done(3);
                            told.countDown();
                            untilStopped(progress);
                        });
        await(told);
        there.requestStop(kim, id);
        here.reportAll();
        here.awaitAll();
        JobState state = there.find(kim, id).orElseThrow();

        assertThat(state.status()).isEqualTo(Status.STOPPED);
        assertThat(state.stopRequested()).isTrue();
        assertThat(state.done()).isEqualTo(3);
    }

    @Test
    void theSameReplicaStopsItAtOnce() {
        JobId id = start(100, JobsTest::untilStopped);
        here.requestStop(kim, id);
        here.awaitAll();

        assertThat(here.find(kim, id).orElseThrow().status()).isEqualTo(Status.STOPPED);
    }

    @Test
    void signingOutStopsTheJobsOfThisSession() {
        JobId id = start(100, JobsTest::untilStopped);
        here.requestStopOfAll(People.session("eve"));
        assertThat(here.find(kim, id).orElseThrow().stopRequested()).isFalse();

        here.requestStopOfAll(kim);
        here.awaitAll();
        assertThat(here.find(kim, id).orElseThrow().status()).isEqualTo(Status.STOPPED);
    }

    @Test
    void aFailureIsToldByItsNameAndWhatWasDoneStays() {
        JobId id =
                start(
                        100,
                        progress -> {
                            progress.done(10);
                            throw new OverQuota("No room", null);
                        });
        here.awaitAll();
        JobState state = here.find(kim, id).orElseThrow();

        assertThat(state.status()).isEqualTo(Status.FAILED);
        assertThat(state.failure()).contains("OverQuota");
        assertThat(state.done()).isEqualTo(10);
    }

    @Test
    void aFaultOfOursIsAFailureToo() {
        JobId id =
                start(
                        100,
                        _ -> {
                            throw new IllegalStateException("A fault that this test wants");
                        });
        here.awaitAll();

        assertThat(here.find(kim, id).orElseThrow().failure()).contains("Unexpected");
    }

    @Test
    void aJobWhoseReplicaWasKilledReadsAsInterrupted() {
        JobId id = new JobId("of a dead replica");
        JobRow.Key key = new JobRow.Key(AccountKey.of(kim.account()), id.value());
        rows.insert(key, kim.id(), "move", 100);
        rows.report(key, new RunningJob.Report(40, 0, null, 0));
        assertThat(here.find(kim, id).orElseThrow().status()).isEqualTo(Status.RUNNING);

        age("31 seconds");
        JobState state = here.find(kim, id).orElseThrow();
        assertThat(state.status()).isEqualTo(Status.INTERRUPTED);
        assertThat(state.done()).isEqualTo(40);
    }

    @Test
    void theEndOfAReplicaInterruptsItsJobs() {
        JobId id = start(100, JobsTest::untilStopped);
        here.announceEnd(new ShutdownEvent());
        here.end(new ShutdownEvent());

        assertThat(there.find(kim, id).orElseThrow().status()).isEqualTo(Status.INTERRUPTED);
    }

    @Test
    void nobodyElseSeesOrStopsAJob() {
        CountDownLatch goOn = new CountDownLatch(1);
        JobId id = start(1, _ -> await(goOn));
        SignedInSession eve = People.session("eve");
        here.requestStop(eve, id);

        assertThat(here.find(eve, id)).isEmpty();
        assertThat(here.find(kim, id).orElseThrow().stopRequested()).isFalse();
        goOn.countDown();
        here.awaitAll();
    }

    @Test
    void anAccountHasTwoJobsAtOnceAndNoMore() {
        CountDownLatch goOn = new CountDownLatch(1);
        start(1, _ -> await(goOn));
        start(1, _ -> await(goOn));
        assertThat(there.start(kim, "move", 1, _ -> {})).isEmpty();
        assertThat(there.start(People.session("eve"), "move", 1, _ -> {})).isPresent();

        goOn.countDown();
        here.awaitAll();
        assertThat(there.start(kim, "move", 1, _ -> {})).isPresent();
        there.awaitAll();
    }

    @Test
    void ofManyThatStartAtTheSameTimeTwoDo() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        List<Future<Optional<JobId>>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                all.add(threads.submit(() -> here.start(kim, "move", 1, _ -> await(goOn))));
            }
        }
        int started = 0;
        for (Future<Optional<JobId>> each : all) {
            started += each.get().isPresent() ? 1 : 0;
        }
        goOn.countDown();
        here.awaitAll();

        assertThat(started).isEqualTo(2);
    }

    @Test
    void aDeadJobTakesNobodysPlace() {
        rows.insert(new JobRow.Key(AccountKey.of(kim.account()), "a"), kim.id(), "move", 1);
        rows.insert(new JobRow.Key(AccountKey.of(kim.account()), "b"), kim.id(), "move", 1);
        assertThat(here.start(kim, "move", 1, _ -> {})).isEmpty();

        age("31 seconds");
        assertThat(here.start(kim, "move", 1, _ -> {})).isPresent();
        here.awaitAll();
    }

    @Test
    void theCleanUpDeletesWhatWasOverADayAgo() {
        JobId id = start(1, progress -> progress.done(1));
        here.awaitAll();
        assertThat(here.expire()).isZero();

        age("25 hours");
        assertThat(here.expire()).isEqualTo(1);
        assertThat(here.find(kim, id)).isEmpty();
    }

    private JobId start(long total, JobWork work) {
        return here.start(kim, "move", total, work).orElseThrow();
    }

    private static void untilStopped(JobProgress progress) {
        while (!progress.stopRequested()) {
            Thread.yield();
        }
    }

    private void age(String interval) {
        String statement = "UPDATE job SET heartbeat_at = heartbeat_at - interval '%s'";
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.createNativeQuery(statement.formatted(interval))
                                        .executeUpdate());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
