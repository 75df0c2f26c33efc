package org.postroom.app.wiring;

import java.util.List;

/** Finds the servers of an address. */
@FunctionalInterface
public interface CandidateFinder {

    /**
     * The servers that mail can be read from, all from one source, IMAP before POP3, the preferred
     * of each first; empty when none is known.
     */
    List<Candidate> find(String username);
}
