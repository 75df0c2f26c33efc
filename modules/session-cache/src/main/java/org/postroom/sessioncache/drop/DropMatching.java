package org.postroom.sessioncache.drop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.DropItem;
import org.postroom.sessioncache.drop.DropPlan.Arrived;
import org.postroom.sessioncache.drop.DropPlan.Known;

/**
 * Finds out which messages of a drop's list are known. What the server calls a message decides,
 * where that is this message's alone and its size is the same as ever; otherwise its header does.
 */
final class DropMatching {

    /** What of a message stays when the server calls it something else. */
    private record Looks(String headerHash, long size) {}

    private final Map<String, DropEntry> unmatched;
    private final Function<List<DropItem>, Map<DropItem, String>> headers;
    private final Map<DropItem, String> hashes = new HashMap<>();
    private final Map<Looks, Integer> numbers = new HashMap<>();
    private final List<Known> present = new ArrayList<>();
    private final List<Arrived> strangers = new ArrayList<>();
    private boolean complete = true;

    private DropMatching(
            Map<String, DropEntry> known, Function<List<DropItem>, Map<DropItem, String>> headers) {
        this.headers = headers;
        unmatched = new HashMap<>(known);
    }

    /**
     * Compares a list with what is known.
     *
     * @param known the entries by their keys
     * @param headers asks the server for headers, and gives their hashes; those that it will not
     *     give are missing
     */
    static DropPlan match(
            List<DropItem> items,
            Map<String, DropEntry> known,
            Function<List<DropItem>, Map<DropItem, String>> headers) {
        return new DropMatching(known, headers).plan(items);
    }

    private DropPlan plan(List<DropItem> items) {
        Set<String> unique = uniqueNames(items);
        List<DropItem> unsure = items.stream().filter(item -> !isSure(item, unique)).toList();
        ask(unsure);
        unsure.forEach(item -> matchByHeader(item, unique));
        List<Arrived> arrived = withoutRenamed();
        present.sort(Comparator.comparingInt(each -> each.item().number()));
        return new DropPlan(present, arrived, gone());
    }

    private static Set<String> uniqueNames(List<DropItem> items) {
        return items.stream()
                .flatMap(item -> item.uidl().stream())
                .collect(Collectors.groupingBy(uidl -> uidl, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue() == 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * Whether the name says it all: new, or known by it with the same size. The name of one that
     * was gone some servers give to another message.
     */
    private boolean isSure(DropItem item, Set<String> unique) {
        Optional<String> key = item.uidl().filter(unique::contains).map(DropKeys::named);
        if (key.isEmpty()) {
            return false;
        }
        DropEntry entry = unmatched.get(key.get());
        boolean known = entry != null && !entry.gone() && entry.listedSize() == item.size();
        if (entry == null) {
            strangers.add(new Arrived(item, key.get(), true, Optional.empty()));
        } else if (known) {
            found(item, entry, key.get(), true);
        }
        return entry == null || known;
    }

    private void ask(List<DropItem> items) {
        if (!items.isEmpty()) {
            hashes.putAll(headers.apply(items));
        }
    }

    private void matchByHeader(DropItem item, Set<String> unique) {
        String hash = hashes.get(item);
        if (hash == null) {
            complete = false;
            return;
        }
        Optional<DropEntry> resized =
                item.uidl()
                        .filter(unique::contains)
                        .map(uidl -> unmatched.get(DropKeys.named(uidl)))
                        .filter(entry -> entry.headerHash().orElse(hash).equals(hash));
        resized.ifPresentOrElse(
                entry -> found(item, entry, entry.key(), true), () -> matchUnnamed(item, hash));
    }

    private void matchUnnamed(DropItem item, String hash) {
        String key = unnamedKey(item, hash);
        DropEntry entry = unmatched.get(key);
        if (entry == null) {
            strangers.add(new Arrived(item, key, false, Optional.of(hash)));
        } else {
            found(item, entry, key, false);
        }
    }

    /** What we deleted there does not come back: what looks the same is another message. */
    private String unnamedKey(DropItem item, String hash) {
        String key;
        DropEntry entry;
        do {
            int number = numbers.merge(new Looks(hash, item.size()), 1, Integer::sum);
            key = DropKeys.unnamed(hash, item.size(), number);
            entry = unmatched.get(key);
        } while (entry != null && entry.removed());
        return key;
    }

    /** A migration of the server changes all names at once; the messages are the same. */
    private List<Arrived> withoutRenamed() {
        Map<Looks, Deque<DropEntry>> missing = missing();
        Map<Long, Deque<DropEntry>> blank = blank();
        Set<Long> sizes = missing.keySet().stream().map(Looks::size).collect(Collectors.toSet());
        ask(
                strangers.stream()
                        .filter(each -> each.named() && sizes.contains(each.item().size()))
                        .map(Arrived::item)
                        .toList());
        strangers.sort(Comparator.comparingInt(each -> each.item().number()));
        return strangers.stream().filter(each -> !isRenamed(each, missing, blank)).toList();
    }

    private Map<Looks, Deque<DropEntry>> missing() {
        Map<Looks, Deque<DropEntry>> missing = new HashMap<>();
        for (DropEntry entry : unmatched.values()) {
            if (!entry.removed() && entry.headerHash().isPresent()) {
                Looks looks = new Looks(entry.headerHash().get(), entry.listedSize());
                missing.computeIfAbsent(looks, _ -> new ArrayDeque<>()).add(entry);
            }
        }
        return missing;
    }

    /** Those of which nothing has come yet: their size is all that can be known again. */
    private Map<Long, Deque<DropEntry>> blank() {
        Map<Long, Deque<DropEntry>> blank = new HashMap<>();
        unmatched.values().stream()
                .filter(entry -> entry.isBlank() && !entry.gone())
                .sorted(Comparator.comparingLong(DropEntry::content))
                .forEach(
                        entry ->
                                blank.computeIfAbsent(entry.listedSize(), _ -> new ArrayDeque<>())
                                        .add(entry));
        return blank;
    }

    private boolean isRenamed(
            Arrived stranger,
            Map<Looks, Deque<DropEntry>> missing,
            Map<Long, Deque<DropEntry>> blank) {
        long size = stranger.item().size();
        Optional<DropEntry> looksTheSame =
                Optional.ofNullable(hashes.get(stranger.item()))
                        .flatMap(hash -> next(missing.get(new Looks(hash, size))));
        DropEntry entry = looksTheSame.or(() -> next(blank.get(size))).orElse(null);
        if (entry != null) {
            found(stranger.item(), entry, stranger.key(), stranger.named());
        }
        return entry != null;
    }

    private static Optional<DropEntry> next(@Nullable Deque<DropEntry> entries) {
        return Optional.ofNullable(entries).map(Deque::poll);
    }

    private void found(DropItem item, DropEntry entry, String key, boolean named) {
        unmatched.remove(entry.key());
        present.add(new Known(item, entry, key, named));
    }

    /** Nothing counts as gone while something of the list could not be looked at. */
    private List<DropEntry> gone() {
        return complete
                ? unmatched.values().stream().filter(entry -> !entry.gone()).toList()
                : List.of();
    }
}
