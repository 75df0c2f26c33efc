package org.postroom.protocol;

import org.postroom.protocol.ServerEndpoint.Protocol;

/**
 * Whose mail it is: the login name <em>at this server</em>. The address alone never says it:
 * somebody else's server must not open your mail.
 *
 * @param loginName as the server accepted it
 */
public record AccountId(Protocol protocol, String host, int port, String loginName) {

    public static AccountId of(ServerEndpoint endpoint, String loginName) {
        return new AccountId(endpoint.protocol(), endpoint.host(), endpoint.port(), loginName);
    }
}
