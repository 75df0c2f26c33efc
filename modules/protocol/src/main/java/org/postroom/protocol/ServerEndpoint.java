package org.postroom.protocol;

import java.util.Locale;

/**
 * Where a mail server listens.
 *
 * @param host a name or a literal address, in lower case, without control characters or spaces
 * @param port 1 to 65535
 */
public record ServerEndpoint(Protocol protocol, String host, int port, Security security) {

    /** What is spoken there. */
    public enum Protocol {
        IMAP,
        POP3,
        SMTP
    }

    /** How the connection is protected. */
    public enum Security {
        /** TLS from the first octet on (RFC 8314 §3). */
        TLS,
        /** STARTTLS, required: without it there is no connection. */
        STARTTLS,
        /** In the clear: only where the operator said so. */
        NONE
    }

    public ServerEndpoint {
        host = host.toLowerCase(Locale.ROOT);
        if (host.isEmpty()
                || host.length() > 255
                || !host.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw new IllegalArgumentException("Not a host name");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("A port is from 1 to 65535, not " + port);
        }
    }
}
