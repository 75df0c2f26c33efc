package org.postroom.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Ports on 127.0.0.1, and waiting for what listens there. */
final class Ports {

    /** Below the range from which the kernel serves outgoing connections. */
    private static final int LOWEST = 12_000;

    private static final int HIGHEST = 32_000;
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long PAUSE_NANOS = 50_000_000L;

    private Ports() {}

    /** One that is free now, and still is when something starts again on it. */
    static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
                return port;
            } catch (IOException _) {
                continue; // somebody else's
            }
        }
    }

    static boolean answers(int port) {
        try (Socket _ = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Waits for a minute; IllegalStateException when it does not come true. */
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited in vain: " + what);
            }
            pause(PAUSE_NANOS);
        }
    }

    /** People think, and faults last. */
    static void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new UncheckedIOException(new IOException("Interrupted"));
            }
        }
    }
}
