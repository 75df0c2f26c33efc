package org.postroom.testing.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postroom.protocol.DropAnswer;
import org.postroom.protocol.Maildrop;
import org.postroom.protocol.ServerEndpoint.Security;
import org.postroom.testing.server.CyrusServer;
import org.postroom.testing.server.MailServer;
import org.postroom.testing.server.SharedServers;

/** The maildrop on Cyrus. */
class Pop3CyrusTest implements MaildropContract {

    @Override
    public MailServer server() {
        return SharedServers.cyrus();
    }

    /** Cyrus 3.6 lets several in at once. */
    @Override
    public void thereIsOneSessionAtATime() {}

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"TLS", "STARTTLS"})
    void itIsReachedInsideTls(Security security) {
        CyrusServer cyrus = SharedServers.cyrus();
        int port = security == Security.TLS ? cyrus.pop3sPort() : cyrus.pop3Port();

        DropAnswer answer =
                Drops.answer(port, security, Optional.of(cyrus.certificate()), cyrus.newUser());

        try (Maildrop drop = Drops.opened(answer)) {
            assertThat(drop.list()).isEmpty();
        }
    }
}
