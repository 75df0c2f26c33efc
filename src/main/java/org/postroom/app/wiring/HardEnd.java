package org.postroom.app.wiring;

import java.time.Duration;

/** The end of the process at the latest: what hangs is not left to be killed by somebody else. */
final class HardEnd {

    /** Tells apart from 143, the code of a process that a SIGTERM has ended in good order. */
    private static final int NOT_IN_ORDER = 3;

    private HardEnd() {}

    /** Ends the process so long after it was asked to end, whatever still runs then. */
    static void after(Duration longest) {
        Runnable watch = () -> halt(longest);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> Thread.ofPlatform().daemon().name("end").start(watch)));
    }

    private static void halt(Duration longest) {
        try {
            Thread.sleep(longest);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(NOT_IN_ORDER);
    }
}
