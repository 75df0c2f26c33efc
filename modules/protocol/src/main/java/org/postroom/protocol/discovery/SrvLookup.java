package org.postroom.protocol.discovery;

import java.io.IOException;
import java.util.List;

/** Asks DNS for services (RFC 2782). */
@FunctionalInterface
public interface SrvLookup {

    /**
     * The records of a name such as {@code _imaps._tcp.example.net}, in any order; none when there
     * are none.
     *
     * @throws IOException when DNS does not answer
     */
    List<SrvRecord> lookup(String name) throws IOException;
}
