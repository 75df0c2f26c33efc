package org.postroom.sessioncache.drop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what this replica has to do with maildrops, from its start on. */
@ApplicationScoped
class DropTally {

    private final LongAdder good = new LongAdder();
    private final Map<DropTrouble, LongAdder> failed = new ConcurrentHashMap<>();
    private final LongAdder takeovers = new LongAdder();
    private final LongAdder refusedThere = new LongAdder();
    private final LongAdder refusedHere = new LongAdder();

    void contact(Optional<DropTrouble> trouble) {
        trouble.map(each -> failed.computeIfAbsent(each, _ -> new LongAdder()))
                .orElse(good)
                .increment();
    }

    void takenOver() {
        takeovers.increment();
    }

    void deleteRefusedThere() {
        refusedThere.increment();
    }

    void deletesRefusedHere(long count) {
        refusedHere.add(count);
    }

    DropNumbers numbers(long accounts, long sessions) {
        Map<DropTrouble, Long> sums = new EnumMap<>(DropTrouble.class);
        failed.forEach((trouble, count) -> sums.put(trouble, count.sum()));
        return new DropNumbers(
                accounts,
                sessions,
                good.sum(),
                sums,
                takeovers.sum(),
                refusedThere.sum(),
                refusedHere.sum());
    }
}
