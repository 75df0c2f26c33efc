package org.postroom.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A set of {@link Uid}s, kept as sorted ranges that neither touch nor overlap, so that a hundred
 * thousand neighbours cost as much as one (RFC 9051 §9, sequence-set).
 *
 * @param ranges ascending
 */
public record UidSet(List<Range> ranges) {

    /** No message at all. */
    public static final UidSet EMPTY = new UidSet(List.of());

    /**
     * Neighbouring identifiers, both ends included.
     *
     * @param first 1 to 4294967295
     * @param last not below {@code first}
     */
    public record Range(long first, long last) {
        public Range {
            if (first < 1 || last > Uid.MAX || last < first) {
                throw new IllegalArgumentException("Not a range of UIDs: " + first + ":" + last);
            }
        }

        long size() {
            return last - first + 1;
        }
    }

    public UidSet {
        ranges = List.copyOf(ranges);
        for (int i = 1; i < ranges.size(); i++) {
            if (ranges.get(i).first() <= ranges.get(i - 1).last() + 1) {
                throw new IllegalArgumentException("Ranges must ascend and not touch");
            }
        }
    }

    /** The set of these; duplicates and order do not matter. */
    public static UidSet of(Uid... uids) {
        return of(Arrays.asList(uids));
    }

    /** The set of these; duplicates and order do not matter. */
    public static UidSet of(Collection<Uid> uids) {
        return of(uids.stream().mapToLong(Uid::value));
    }

    /** The set of these values; duplicates and order do not matter. */
    public static UidSet of(LongStream values) {
        List<Range> ranges = new ArrayList<>();
        long first = 0;
        long last = -1;
        for (long value : values.sorted().distinct().toArray()) {
            if (value != last + 1 || first == 0) {
                if (first != 0) {
                    ranges.add(new Range(first, last));
                }
                first = value;
            }
            last = value;
        }
        if (first != 0) {
            ranges.add(new Range(first, last));
        }
        return new UidSet(ranges);
    }

    /** All identifiers from one to another, both included. */
    public static UidSet between(Uid first, Uid last) {
        return new UidSet(List.of(new Range(first.value(), last.value())));
    }

    /**
     * Reads what {@link #toString} wrote, which is also the form on the wire: {@code 1,4:7}.
     *
     * @throws IllegalArgumentException when it is not such a text; {@code *} is none
     */
    public static UidSet parse(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        List<Range> ranges = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            String[] ends = item.split(":", -1);
            long first = Long.parseLong(ends[0]);
            long last = ends.length == 2 ? Long.parseLong(ends[1]) : first;
            if (ends.length > 2) {
                throw new IllegalArgumentException("Not a set of UIDs");
            }
            ranges.add(new Range(Math.min(first, last), Math.max(first, last)));
        }
        return new UidSet(joined(ranges));
    }

    private static List<Range> joined(List<Range> ranges) {
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.sort((a, b) -> Long.compare(a.first(), b.first()));
        List<Range> result = new ArrayList<>();
        for (Range range : sorted) {
            if (!result.isEmpty() && range.first() <= result.getLast().last() + 1) {
                Range before = result.removeLast();
                result.add(new Range(before.first(), Math.max(before.last(), range.last())));
            } else {
                result.add(range);
            }
        }
        return result;
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** How many identifiers, which need not all belong to a message. */
    public long size() {
        return ranges.stream().mapToLong(Range::size).sum();
    }

    public boolean contains(Uid uid) {
        int low = 0;
        int high = ranges.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranges.get(middle).last() < uid.value()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < ranges.size() && ranges.get(low).first() <= uid.value();
    }

    /** Every identifier, ascending. */
    public Stream<Uid> stream() {
        return ranges.stream()
                .flatMapToLong(r -> LongStream.rangeClosed(r.first(), r.last()))
                .mapToObj(Uid::new);
    }

    /** The highest of them, at most so many; all that it costs is the number of ranges. */
    public UidSet highest(int count) {
        List<Range> result = new ArrayList<>();
        long room = count;
        for (Range range : ranges.reversed()) {
            if (room <= 0) {
                break;
            }
            result.addFirst(
                    new Range(Math.max(range.first(), range.last() - room + 1), range.last()));
            room -= range.size();
        }
        return new UidSet(result);
    }

    /** What is in either. */
    public UidSet union(UidSet other) {
        List<Range> all = new ArrayList<>(ranges);
        all.addAll(other.ranges);
        return new UidSet(joined(all));
    }

    /** What is here and not in the other. */
    public UidSet minus(UidSet other) {
        List<Range> result = new ArrayList<>();
        int next = 0;
        for (Range range : ranges) {
            while (next < other.ranges.size() && other.ranges.get(next).last() < range.first()) {
                next++;
            }
            addWithout(other.ranges.subList(next, other.ranges.size()), range, result);
        }
        return new UidSet(result);
    }

    private static void addWithout(List<Range> holes, Range range, List<Range> result) {
        long first = range.first();
        for (Range hole : holes) {
            if (hole.first() > range.last()) {
                break;
            }
            if (hole.first() > first) {
                result.add(new Range(first, hole.first() - 1));
            }
            first = Math.max(first, hole.last() + 1);
        }
        if (first <= range.last()) {
            result.add(new Range(first, range.last()));
        }
    }

    /** What is in both. */
    public UidSet intersect(UidSet other) {
        return minus(minus(other));
    }

    /**
     * The same in windows of at most so many identifiers, ascending: long work is done and stopped
     * window by window.
     *
     * @param size at least 1
     */
    public List<UidSet> windows(int size) {
        List<List<Range>> windows = new ArrayList<>();
        long room = 0;
        for (Range range : ranges) {
            for (long first = range.first(); first <= range.last(); ) {
                if (room == 0) {
                    windows.add(new ArrayList<>());
                    room = size;
                }
                Range piece = new Range(first, Math.min(range.last(), first + room - 1));
                windows.getLast().add(piece);
                room -= piece.size();
                first = piece.last() + 1;
            }
        }
        return windows.stream().map(UidSet::new).toList();
    }

    /**
     * The form on the wire, {@code 1,4:7}; empty for the empty set, which a server must never be
     * sent.
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Range range : ranges) {
            text.append(text.isEmpty() ? "" : ",").append(range.first());
            if (range.last() > range.first()) {
                text.append(':').append(range.last());
            }
        }
        return text.toString();
    }
}
