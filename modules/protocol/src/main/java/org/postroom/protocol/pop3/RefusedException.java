package org.postroom.protocol.pop3;

import java.io.IOException;

/** The server said no, in good order: the session goes on. */
final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Reply reply;

    RefusedException(Reply reply) {
        super("The server said no");
        this.reply = reply;
    }

    Reply reply() {
        return reply;
    }
}
