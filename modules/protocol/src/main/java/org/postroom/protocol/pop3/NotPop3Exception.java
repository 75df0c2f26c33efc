package org.postroom.protocol.pop3;

import java.io.IOException;

/** The server says something that is no POP3. */
final class NotPop3Exception extends IOException {
    private static final long serialVersionUID = 1L;

    NotPop3Exception(String message) {
        super(message);
    }
}
