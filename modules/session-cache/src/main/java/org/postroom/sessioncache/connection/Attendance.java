package org.postroom.sessioncache.connection;

import org.postroom.sessioncache.signin.SignedInSession;

/** Hears on this replica who is there, to work for them in the background meanwhile. */
public interface Attendance {

    /** A request of this session came; called with each, so it is quick. */
    void present(SignedInSession session);

    /** The session signs out. */
    void left(SignedInSession session);
}
