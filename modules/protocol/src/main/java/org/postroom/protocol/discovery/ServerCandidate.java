package org.postroom.protocol.discovery;

import org.postroom.protocol.ServerEndpoint;

/**
 * A server that may have a person's mail.
 *
 * @param loginName what the person is probably called there
 * @param needsConfirmation whether the person must see the server's name and agree before their
 *     password goes there: it was discovered, and lies outside the domain of their address (RFC
 *     6186 §6)
 */
public record ServerCandidate(
        ServerEndpoint endpoint, String loginName, Source source, boolean needsConfirmation) {

    /** Who says so, the most trusted first. */
    public enum Source {
        OPERATOR_TABLE,
        OPERATOR_DEFAULT,
        AUTOCONFIG,
        SRV,
        TYPED
    }
}
