package org.postroom.testing.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Names of commands, from all connections. */
final class CommandLog {
    private final List<String> names = new CopyOnWriteArrayList<>();

    void add(String name) {
        names.add(name);
    }

    List<String> names() {
        return List.copyOf(names);
    }

    void clear() {
        names.clear();
    }
}
