package org.postroom.testing.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a proxy shall do wrong, asked before each octet that passes. */
final class ProxyFaults {
    private final Set<String> cutBefore = ConcurrentHashMap.newKeySet();
    private final Set<String> cutAfter = ConcurrentHashMap.newKeySet();
    private boolean stalled;

    void cutBefore(String command) {
        cutBefore.add(command);
    }

    void cutInsteadOfAnswerTo(String command) {
        cutAfter.add(command);
    }

    /** True once for a command that must not reach the server. */
    boolean keepsBack(String command) {
        return cutBefore.remove(command);
    }

    /** True once for a command whose answer must not reach the client. */
    boolean hidesAnswerTo(String command) {
        return cutAfter.remove(command);
    }

    synchronized void stall() {
        stalled = true;
    }

    synchronized void resume() {
        stalled = false;
        notifyAll();
    }

    synchronized void awaitPassage() throws InterruptedException {
        while (stalled) {
            wait();
        }
    }
}
