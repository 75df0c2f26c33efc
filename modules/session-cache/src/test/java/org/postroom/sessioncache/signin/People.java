package org.postroom.sessioncache.signin;

import java.time.Instant;
import org.postroom.protocol.AccountId;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.Credentials.Password;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.ServerEndpoint.Protocol;
import org.postroom.protocol.ServerEndpoint.Security;

/** Sign-ins of made-up people. */
public final class People {

    public static final ServerEndpoint ENDPOINT =
            new ServerEndpoint(Protocol.IMAP, "mail.example", 993, Security.TLS);

    private People() {}

    public static AcceptedSignIn signIn(String loginName) {
        return signIn(ENDPOINT, new Password(loginName, "the password of " + loginName));
    }

    public static AcceptedSignIn signIn(ServerEndpoint endpoint, Credentials credentials) {
        return new AcceptedSignIn(
                AccountId.of(endpoint, credentials.loginName()),
                endpoint,
                true,
                credentials,
                credentials.loginName() + "@example.org",
                false);
    }

    public static AcceptedSignIn staying(String loginName) {
        AcceptedSignIn once = signIn(loginName);
        return new AcceptedSignIn(
                once.account(),
                once.endpoint(),
                once.operatorGiven(),
                once.credentials(),
                once.address(),
                true);
    }

    /** A session as a request has it, without a row in the database. */
    public static SignedInSession session(String loginName) {
        AcceptedSignIn signIn = signIn(loginName);
        return new SignedInSession(
                new SessionId("session of " + loginName),
                signIn.account(),
                signIn.endpoint(),
                signIn.operatorGiven(),
                signIn.address(),
                Instant.EPOCH,
                false,
                signIn.credentials(),
                CsrfSecret.ofPreSession(loginName));
    }
}
