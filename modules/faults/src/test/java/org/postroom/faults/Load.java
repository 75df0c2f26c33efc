package org.postroom.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.postroom.testing.corpus.Corpus;
import org.postroom.testing.server.MailUser;

/** Many people at once before one address. */
final class Load implements AutoCloseable {

    private static final int MESSAGES = 30;
    private static final long CALM_NANOS = 1_000_000_000L;

    private final Witness witness = new Witness();
    private final List<Person> people;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Throwable> broken = new CopyOnWriteArrayList<>();

    private Load(List<Person> people) {
        this.people = people;
    }

    /** They sign in, each to an account of their own, and begin. */
    static Load of(int count, Cluster cluster) {
        Load load = new Load(new ArrayList<>());
        IntStream.range(0, count).forEach(i -> load.add(cluster, i));
        load.people.parallelStream().forEach(Person::arrive);
        load.people.forEach(load::begin);
        return load;
    }

    private void add(Cluster cluster, int number) {
        MailUser user = cluster.mail().newUser();
        cluster.mail().fill(user, "INBOX", Corpus.plain(number, MESSAGES));
        people.add(new Person(user, new Client(cluster.front().address()), witness, number));
    }

    private void begin(Person person) {
        threads.add(
                Thread.ofVirtual()
                        .uncaughtExceptionHandler((_, failure) -> broken.add(failure))
                        .start(person));
    }

    Witness witness() {
        return witness;
    }

    /** A fault from its beginning until everybody goes on and every replica is ready. */
    Finding suffer(Fault fault, Cluster cluster) {
        witness.forget();
        fault.begin().accept(cluster);
        Ports.pause(fault.lasts().toNanos());
        fault.end().accept(cluster);
        long ended = System.nanoTime();
        Ports.await("everybody goes on", () -> witness.allSucceeded(people, ended));
        cluster.replicas().forEach(Replica::awaitReady);
        Ports.pause(CALM_NANOS);
        Ports.await("everybody goes on", () -> witness.allSucceeded(people, ended + CALM_NANOS));
        return witness.finding(fault.name(), ended);
    }

    /** Everybody finishes what they are doing; what they believe, beside what is there. */
    Ledger finish(Cluster cluster) {
        close();
        if (!broken.isEmpty()) {
            throw new IllegalStateException("Somebody gave up", broken.getFirst());
        }
        return Ledger.of(people, cluster.mail());
    }

    @Override
    public void close() {
        people.forEach(Person::goHome);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
