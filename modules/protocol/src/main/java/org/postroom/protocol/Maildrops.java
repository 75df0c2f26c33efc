package org.postroom.protocol;

/** Opens sessions with maildrops. */
@FunctionalInterface
public interface Maildrops {

    /**
     * Connects, and authenticates on this new connection.
     *
     * @throws MailException when there is no usable connection
     */
    DropAnswer open(ServerEndpoint endpoint, Credentials credentials);
}
