package org.postroom.faults;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Who noticed what while a fault lasted, and until everybody had forgotten it. */
final class Witness {

    /** From here on a person calls it slow. */
    private static final long SLOW_NANOS = 2_000_000_000L;

    private final LongAdder confirmed = new LongAdder();
    private final AtomicInteger signedOut = new AtomicInteger();
    private final List<String> surprises = new ArrayList<>();
    private final ConcurrentMap<Person, Long> lastSuccess = new ConcurrentHashMap<>();
    private Notes notes = new Notes();

    /** What has been noticed since the last fault began. */
    private static final class Notes {
        private final Set<Person> affected = new HashSet<>();
        private final ConcurrentSkipListMap<String, Integer> errors = new ConcurrentSkipListMap<>();
        private long longest;
        private long lastEnd;
    }

    /** A page came, or did not, in answer to something that was begun at a time. */
    synchronized void failed(Person person, Answer answer) {
        notes.affected.add(person);
        notes.errors.merge(kind(answer), 1, Integer::sum);
        if (answer.asksToSignIn()) {
            signedOut.incrementAndGet();
        }
    }

    /** What was begun at that time has succeeded now, at the first attempt or later. */
    synchronized void succeeded(Person person, long begun, boolean atOnce) {
        long now = System.nanoTime();
        lastSuccess.put(person, now);
        if (!atOnce || now - begun > SLOW_NANOS) {
            notes.affected.add(person);
            notes.longest = Math.max(notes.longest, now - begun);
            notes.lastEnd = Math.max(notes.lastEnd, now);
        }
    }

    /** A change was confirmed. */
    void confirmed() {
        confirmed.increment();
    }

    /** Something that no fault explains. */
    synchronized void surprise(String what) {
        surprises.add(what);
    }

    /** A new fault begins. */
    synchronized void forget() {
        notes = new Notes();
    }

    /** What was noticed of a fault that ended at this time. */
    synchronized Finding finding(String fault, long ended) {
        return new Finding(
                fault,
                notes.affected.size(),
                notes.errors.toString().replaceAll("[{}]", ""),
                notes.longest,
                Math.max(0, notes.lastEnd - ended));
    }

    /** Whether each of these has succeeded in something since then. */
    boolean allSucceeded(List<Person> people, long since) {
        return people.stream().allMatch(person -> lastSuccess.getOrDefault(person, 0L) - since > 0);
    }

    long changes() {
        return confirmed.sum();
    }

    int signedOut() {
        return signedOut.get();
    }

    synchronized List<String> surprises() {
        return List.copyOf(surprises);
    }

    private static String kind(Answer answer) {
        if (answer.asksToSignIn()) {
            return "sign-in";
        }
        return answer.status() == 0 ? "cut" : Integer.toString(answer.status());
    }
}
