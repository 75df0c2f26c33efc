package org.postroom.app.wiring;

import java.util.List;

/** Finds the servers of an address. */
@FunctionalInterface
public interface CandidateFinder {

    /**
     * The servers to be tried, in order; empty when none is known. Only those that can be used now
     * are given.
     */
    List<Candidate> find(String username);
}
