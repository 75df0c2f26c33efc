package org.postroom.app.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.postroom.app.layout.AccountSentences;
import org.postroom.app.session.CurrentSession;
import org.postroom.protocol.ServerEndpoint;

/** Where the account's server is, and what is spoken there. */
@RequestScoped
class ConnectionFacts {

    @Inject AccountSentences say;
    @Inject CurrentSession current;

    List<Fact> facts() {
        ServerEndpoint server = current.get().endpoint();
        String kind = say.protocolAndSecurity(server.protocol().name(), server.security().name());
        return List.of(
                Fact.of(say.server(), say.hostAndPort(server.host(), server.port())),
                Fact.of(say.kind(), kind));
    }
}
