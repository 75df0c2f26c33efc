package org.postroom.testing.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports on 127.0.0.1 below the range from which the kernel serves outgoing connections. */
final class FreePorts {
    private static final int LOWEST = 12_000;
    private static final int HIGHEST = 32_000;

    private FreePorts() {}

    static int[] take(int count) {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST))
                .filter(FreePorts::isFree)
                .distinct()
                .limit(count)
                .toArray();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
