package org.postroom.sessioncache.connection;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** One value for each key, from its first use until nobody uses it and it has nothing to keep. */
final class Shared<K, V extends Shared.Value> {

    private final ConcurrentMap<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final Supplier<V> create;

    Shared(Supplier<V> create) {
        this.create = create;
    }

    /** What can be shared. */
    interface Value {
        /** Whether it has something to keep while nobody uses it. */
        boolean worthKeeping();
    }

    private record Entry<V extends Value>(V value, int users) {
        boolean isNeeded() {
            return users > 0 || value.worthKeeping();
        }
    }

    /** Uses the value of a key: while this runs, all see the same one. */
    <T> T with(K key, Function<V, T> use) {
        V value = enter(key);
        try {
            return use.apply(value);
        } finally {
            leave(key, 1);
        }
    }

    /**
     * Does something to the values that are there, and forgets those that are not needed any more.
     */
    void forEach(Consumer<V> action) {
        for (K key : entries.keySet()) {
            Entry<V> entry = entries.get(key);
            if (entry != null) {
                action.accept(entry.value());
                leave(key, 0);
            }
        }
    }

    Collection<V> values() {
        return entries.values().stream().map(Entry::value).toList();
    }

    private V enter(K key) {
        return entries.compute(
                        key,
                        (_, entry) ->
                                entry == null
                                        ? new Entry<>(create.get(), 1)
                                        : new Entry<>(entry.value(), entry.users() + 1))
                .value();
    }

    private void leave(K key, int users) {
        entries.computeIfPresent(
                key,
                (_, entry) -> {
                    Entry<V> left = new Entry<>(entry.value(), entry.users() - users);
                    return left.isNeeded() ? left : null;
                });
    }
}
