package org.postroom.testing.server;

import java.util.Map;

/** Where the services of one server listen on 127.0.0.1. */
record ServerPorts(int imap, int imaps, int pop3, int pop3s, int lmtp) {
    static ServerPorts free() {
        var ports = FreePorts.take(5);
        return new ServerPorts(ports[0], ports[1], ports[2], ports[3], ports[4]);
    }

    /** The words of the template that mean these ports. */
    Map<String, Integer> words() {
        return Map.of(
                "IMAP_PORT", imap,
                "IMAPS_PORT", imaps,
                "POP3_PORT", pop3,
                "POP3S_PORT", pop3s,
                "LMTP_PORT", lmtp);
    }
}
