package org.postroom.testing.contract;

import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailboxName;

/** What each contract stands on: an account of its own for each test. */
public interface StoreContract {

    /** This test's account; the same at each call within a test. */
    TestAccount account();

    /** The store under test. */
    default MailStore store() {
        return account().store();
    }

    default MailboxName inbox() {
        return MailboxName.inbox(store().namespace().delimiter());
    }

    /** A mailbox among the person's own; levels are separated by {@code /}. */
    default MailboxName mailbox(String path) {
        String[] levels = path.split("/");
        MailboxName name = store().namespace().top(levels[0]);
        for (int i = 1; i < levels.length; i++) {
            name = name.child(levels[i]);
        }
        return name;
    }
}
