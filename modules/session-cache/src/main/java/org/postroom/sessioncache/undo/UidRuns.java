package org.postroom.sessioncache.undo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postroom.protocol.Uid;

/** Neighbours that stayed neighbours: first old UID, first new UID, how many. */
final class UidRuns {

    private UidRuns() {}

    static List<long[]> of(Map<Uid, Uid> newUids) {
        List<long[]> runs = new ArrayList<>();
        newUids.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> add(runs, entry.getKey().value(), entry.getValue().value()));
        return runs;
    }

    private static void add(List<long[]> runs, long before, long after) {
        long[] last = runs.isEmpty() ? new long[] {0, 0, 0} : runs.getLast();
        if (before == last[0] + last[2] && after == last[1] + last[2]) {
            last[2]++;
        } else {
            runs.add(new long[] {before, after, 1});
        }
    }

    static Map<Uid, Uid> toMap(List<long[]> runs) {
        Map<Uid, Uid> newUids = new HashMap<>();
        for (long[] run : runs) {
            for (long i = 0; i < run[2]; i++) {
                newUids.put(new Uid(run[0] + i), new Uid(run[1] + i));
            }
        }
        return newUids;
    }
}
