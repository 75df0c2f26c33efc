package org.postroom.testing.pop3;

import org.postroom.testing.server.GreenMailServer;
import org.postroom.testing.server.MailServer;

/** The maildrop on GreenMail. */
class Pop3GreenMailTest implements MaildropContract {

    private static final GreenMailServer SERVER = GreenMailServer.start();

    @Override
    public MailServer server() {
        return SERVER;
    }

    /** GreenMail lets several in at once. */
    @Override
    public void thereIsOneSessionAtATime() {}

    /** GreenMail tells the size of the body alone (ListCommand). */
    @Override
    public void sizesAreTold() {}

    /** GreenMail deletes at DELE what is to go at QUIT (DeleCommand). */
    @Override
    public void withoutQuitNothingGoes() {}

    /** As above: RSET comes too late. */
    @Override
    public void marksAreTakenBack() {}
}
