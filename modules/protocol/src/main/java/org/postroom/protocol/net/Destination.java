package org.postroom.protocol.net;

import org.postroom.protocol.ServerEndpoint.Security;

/** Where a connection leads, by name, and what is spoken there. */
record Destination(String host, int port, Security security, Framing framing) {

    /** The name that the certificate must have. */
    String certificateName() {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
