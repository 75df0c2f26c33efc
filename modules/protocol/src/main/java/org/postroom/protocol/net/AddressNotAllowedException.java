package org.postroom.protocol.net;

import java.io.IOException;

/** The {@link AddressPolicy} forbids this connection; nothing was sent. */
public final class AddressNotAllowedException extends IOException {
    private static final long serialVersionUID = 1L;

    AddressNotAllowedException(String message) {
        super(message);
    }
}
