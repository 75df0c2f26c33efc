package org.postroom.testing.imap;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.postroom.protocol.Credentials;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.ServerEndpoint;
import org.postroom.protocol.imap.ImapStores;
import org.postroom.protocol.net.AddressPolicy;
import org.postroom.protocol.net.MailNetwork;
import org.postroom.protocol.net.Timeouts;
import org.postroom.testing.contract.ImapTestAccount;
import org.postroom.testing.contract.TestAccount;
import org.postroom.testing.server.MailServer;
import org.postroom.testing.server.MailUser;

/** An account of its own for each test, on a server that all share. */
abstract class ImapAccounts {

    private @Nullable TestAccount account;

    abstract MailServer server();

    public TestAccount account() {
        if (account == null) {
            MailUser user = server().newUser();
            account = new ImapTestAccount(server(), user, () -> open(server().imapPort(), user));
        }
        return account;
    }

    static MailStore open(int port, MailUser user) {
        ServerEndpoint endpoint =
                new ServerEndpoint(
                        ServerEndpoint.Protocol.IMAP,
                        "127.0.0.1",
                        port,
                        ServerEndpoint.Security.NONE);
        return stores().open(endpoint, new Credentials.Password(user.login(), user.password()));
    }

    static ImapStores stores() {
        MailNetwork network = new MailNetwork(Timeouts.DEFAULT, Optional.empty());
        return new ImapStores(network, _ -> AddressPolicy.operatorGiven());
    }

    @AfterEach
    void closeAccount() {
        if (account != null) {
            account.close();
        }
    }
}
