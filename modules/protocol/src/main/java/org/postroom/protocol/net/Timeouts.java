package org.postroom.protocol.net;

import java.time.Duration;

/**
 * How long to wait for a server.
 *
 * @param connect for finding its addresses, and again for connecting to one of them
 * @param read for the next octets of an answer; a command's deadline may be nearer
 * @param write for the server to take what is sent
 */
public record Timeouts(Duration connect, Duration read, Duration write) {

    /** 10 seconds to connect, 30 to read and to write. */
    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(30));

    public Timeouts {
        if (!connect.isPositive() || !read.isPositive() || !write.isPositive()) {
            throw new IllegalArgumentException("Timeouts are positive");
        }
    }
}
