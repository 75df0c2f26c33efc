package org.postroom.sessioncache.signin;

import java.time.Instant;
import org.postroom.protocol.AccountId;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.ServerEndpoint;

/**
 * Who is asking, for the time of one request or one piece of background work. Kept in memory only;
 * its text form holds neither secret nor address.
 *
 * @param account everything of this person is looked up through it
 * @param operatorGiven whether the operator named this server, not the person or a discovery
 * @param address the person's mail address, for showing
 * @param stay whether the session lasts 30 days, instead of 12 hours and 30 minutes without use
 * @param csrf what the CSRF tokens in this session's forms are made from
 */
public record SignedInSession(
        SessionId id,
        AccountId account,
        ServerEndpoint endpoint,
        boolean operatorGiven,
        String address,
        Instant signedInAt,
        boolean stay,
        Credentials credentials,
        CsrfSecret csrf) {

    @Override
    public String toString() {
        return "SignedInSession[" + id + "]";
    }
}
