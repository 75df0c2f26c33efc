package org.postroom.testing.contract;

import org.postroom.protocol.MailStore;

/** An account with nothing in it, seen by the store under test and by another program. */
public interface TestAccount extends AutoCloseable {

    /** The store under test; opened with the first call. */
    MailStore store();

    /** One more store of the same account. */
    MailStore openAnother();

    /** Another program that looks at the same account. */
    OtherClient other();

    @Override
    void close();
}
