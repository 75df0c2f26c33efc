package org.postroom.testing.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The maildrop that all sessions of a {@link ScriptedPop3Server} share, one at a time. */
final class ScriptedDrop {
    // A session that the client has just left without QUIT may still be on its way out.
    private static final long ON_ITS_WAY_OUT = 300;
    private final Semaphore lock = new Semaphore(1);
    private final List<DropMessage> messages = new CopyOnWriteArrayList<>();
    private volatile String password = "";
    private volatile List<String> capabilities =
            List.of(
                    "TOP",
                    "UIDL",
                    "USER",
                    "SASL PLAIN",
                    "PIPELINING",
                    "RESP-CODES",
                    "AUTH-RESP-CODE");

    List<DropMessage> messages() {
        return List.copyOf(messages);
    }

    synchronized void hold(List<DropMessage> others) {
        messages.clear();
        messages.addAll(others);
    }

    synchronized void remove(List<DropMessage> gone) {
        gone.forEach(messages::remove);
    }

    void demand(String onlyPassword) {
        password = onlyPassword;
    }

    boolean accepts(String given) {
        return password.isEmpty() || password.equals(given);
    }

    void offer(List<String> offered) {
        capabilities = List.copyOf(offered);
    }

    List<String> capabilities() {
        return capabilities;
    }

    boolean lock() {
        try {
            return lock.tryAcquire(ON_ITS_WAY_OUT, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void unlock() {
        lock.release();
    }
}
