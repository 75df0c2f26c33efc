package org.postroom.protocol.net;

import org.postroom.protocol.ServerEndpoint.Protocol;

/** How a protocol's answers are built, as far as their limits need it. */
enum Framing {
    /** Lines, literals, parentheses (RFC 9051 §4). */
    IMAP,
    /** Lines (RFC 1939 §3, RFC 5321 §4.2). */
    LINES,
    /** Octets. */
    OCTETS;

    static Framing of(Protocol protocol) {
        return switch (protocol) {
            case IMAP -> IMAP;
            case POP3, SMTP -> LINES;
        };
    }

    ResponseScanner scanner(ResponseBudget budget) {
        return switch (this) {
            case IMAP -> new ImapScanner(budget);
            case LINES -> new LineScanner(budget);
            case OCTETS -> (octets, offset, length) -> budget.spend(length);
        };
    }
}
