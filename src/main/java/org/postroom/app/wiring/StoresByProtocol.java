package org.postroom.app.wiring;

import org.postroom.protocol.Credentials;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailStoreFactory;
import org.postroom.protocol.ServerEndpoint;

/** Asks the factory that speaks what the server does. */
record StoresByProtocol(MailStoreFactory imap, MailStoreFactory pop3) implements MailStoreFactory {

    @Override
    public MailStore open(ServerEndpoint endpoint, Credentials credentials) {
        return factory(endpoint).open(endpoint, credentials);
    }

    @Override
    public MailStore resume(ServerEndpoint endpoint, Credentials credentials) {
        return factory(endpoint).resume(endpoint, credentials);
    }

    private MailStoreFactory factory(ServerEndpoint endpoint) {
        return switch (endpoint.protocol()) {
            case IMAP -> imap;
            case POP3 -> pop3;
            case SMTP -> throw new IllegalArgumentException("No mail is kept behind SMTP");
        };
    }
}
