package org.postroom.protocol;

/** Opens stores. One implementation per protocol; the application names it in one place only. */
@FunctionalInterface
public interface MailStoreFactory {

    /**
     * Connects, and authenticates on this new connection.
     *
     * @throws MailException.AuthenticationFailed when the server refuses the credentials
     * @throws MailException in its other forms, when there is no usable connection
     */
    MailStore open(ServerEndpoint endpoint, Credentials credentials);

    /**
     * A store for credentials that this server has accepted before, for the session of a person who
     * is signed in.
     *
     * @throws MailException as {@link #open}
     */
    default MailStore resume(ServerEndpoint endpoint, Credentials credentials) {
        return open(endpoint, credentials);
    }
}
