package org.postroom.testing.pop3;

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
}
