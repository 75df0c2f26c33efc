package org.postroom.app.changes;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;

/** Two large changes of this account are under way already. */
final class TooMuchAtOnce extends ClientErrorException {
    private static final long serialVersionUID = 1L;

    TooMuchAtOnce() {
        super(Status.TOO_MANY_REQUESTS);
    }
}
