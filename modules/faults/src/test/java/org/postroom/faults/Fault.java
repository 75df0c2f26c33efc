package org.postroom.faults;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Something that goes wrong.
 *
 * @param lasts from its beginning to its end
 */
record Fault(String name, Duration lasts, Consumer<Cluster> begin, Consumer<Cluster> end) {

    /** A replica gets SIGKILL; an orchestrator starts it again. */
    static Fault kill(int which) {
        return new Fault(
                "kill -9 of a replica",
                Duration.ZERO,
                cluster -> cluster.replicas().get(which % 2).kill(),
                _ -> {});
    }

    /** A replica gets SIGTERM; an orchestrator starts it again when it has ended. */
    static Fault terminate() {
        return new Fault(
                "SIGTERM of a replica",
                Duration.ZERO,
                cluster -> cluster.one().endGently(),
                _ -> {});
    }

    static Fault noDatabase(Duration lasts) {
        return new Fault(
                "PostgreSQL stopped for " + lasts.toSeconds() + " s",
                lasts,
                cluster -> cluster.database().stop(),
                cluster -> cluster.database().startAgain());
    }

    static Fault noMailServer(Duration lasts) {
        return new Fault(
                "Dovecot killed, started again after " + lasts.toSeconds() + " s",
                lasts,
                cluster -> cluster.mail().kill(),
                cluster -> cluster.mail().startAgain());
    }

    static Fault halfOpen() {
        return new Fault(
                "all connections to Dovecot hang for ever, new ones work",
                Duration.ZERO,
                cluster -> cluster.imap().abandon(),
                _ -> {});
    }

    static Fault stalled(Duration lasts) {
        return new Fault(
                "Dovecot says nothing for " + lasts.toSeconds() + " s",
                lasts,
                cluster -> cluster.imap().stall(),
                cluster -> cluster.imap().resume());
    }

    static Fault crawling(Duration lasts) {
        return new Fault(
                "12 KB a second from Dovecot, for " + lasts.toSeconds() + " s",
                lasts,
                cluster -> cluster.imap().crawl(true),
                cluster -> cluster.imap().crawl(false));
    }

    /** Nothing; the second replica's clock is always an hour ahead. */
    static Fault wrongClock(Duration lasts) {
        return new Fault(
                "nothing but the clock of one replica, an hour ahead", lasts, _ -> {}, _ -> {});
    }

    /** A moment of each. */
    static List<Fault> shortly() {
        return List.of(
                wrongClock(Duration.ofSeconds(3)),
                kill(0),
                terminate(),
                noDatabase(Duration.ofSeconds(3)),
                noMailServer(Duration.ofSeconds(1)),
                stalled(Duration.ofSeconds(2)),
                crawling(Duration.ofSeconds(3)),
                halfOpen());
    }

    private static Fault fullDisk(Duration lasts) {
        return new Fault(
                "the database's disk full for " + lasts.toSeconds() + " s",
                lasts,
                cluster -> cluster.disk().fill(),
                cluster -> {
                    cluster.disk().free();
                    cluster.database().recover();
                });
    }

    /** All of them at their full length. */
    static List<Fault> all() {
        Stream<Fault> kills = IntStream.rangeClosed(1, 5).mapToObj(Fault::kill);
        Stream<Fault> others =
                Stream.of(
                        terminate(),
                        noDatabase(Duration.ofSeconds(30)),
                        noMailServer(Duration.ofSeconds(5)),
                        stalled(Duration.ofSeconds(15)),
                        crawling(Duration.ofSeconds(20)),
                        halfOpen(),
                        fullDisk(Duration.ofSeconds(10)),
                        wrongClock(Duration.ofSeconds(20)));
        return Stream.concat(kills, others).toList();
    }
}
