package org.postroom.app.wiring;

import org.postroom.protocol.ServerEndpoint;

/**
 * A server that may hold somebody's mail.
 *
 * @param loginName what this person is called there
 * @param operatorGiven whether the operator named it, not the person or a discovery
 * @param confirm whether the person is asked before the password goes there, because it was found
 *     outside the address's own domain
 */
public record Candidate(
        ServerEndpoint endpoint, String loginName, boolean operatorGiven, boolean confirm) {}
