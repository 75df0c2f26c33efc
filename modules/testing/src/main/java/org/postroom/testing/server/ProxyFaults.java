package org.postroom.testing.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** What a proxy shall do wrong, asked before each octet that passes. */
final class ProxyFaults {
    private static final int PIECE = 256;
    private static final long PAUSE_NANOS = 20_000_000;
    private final Set<String> cutBefore = ConcurrentHashMap.newKeySet();
    private final Set<String> cutAfter = ConcurrentHashMap.newKeySet();
    private boolean stalled;
    private volatile boolean crawling;

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

    void crawl(boolean on) {
        crawling = on;
    }

    /** How many octets pass at once, of so many. */
    int piece(int length) {
        if (!crawling) {
            return length;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
        return Math.min(length, PIECE);
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
