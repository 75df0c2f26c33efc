package org.postroom.sessioncache.signin;

import org.postroom.protocol.AccountId;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.ServerEndpoint;

/**
 * Somebody whom a mail server has just let in on a new connection.
 *
 * @param account as the opened store tells it
 * @param operatorGiven whether the operator named this server, not the person or a discovery
 * @param address the person's mail address, for showing
 * @param stay whether to stay signed in for 30 days
 */
public record AcceptedSignIn(
        AccountId account,
        ServerEndpoint endpoint,
        boolean operatorGiven,
        Credentials credentials,
        String address,
        boolean stay) {

    @Override
    public String toString() {
        return "AcceptedSignIn[hidden]";
    }
}
