package org.postroom.protocol.net;

import java.io.IOException;

/** A server's answer broke one of the {@link ResponseLimits}; the connection has been closed. */
public final class LimitExceededException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Which of them. */
    public enum Limit {
        /** Octets of the whole answer. */
        RESPONSE,
        /** Octets of one line. */
        LINE,
        /** Octets of one literal, or a size that is none. */
        LITERAL,
        /** Parentheses within parentheses. */
        NESTING
    }

    private final Limit limit;

    LimitExceededException(Limit limit, String message) {
        super(message);
        this.limit = limit;
    }

    public Limit limit() {
        return limit;
    }
}
