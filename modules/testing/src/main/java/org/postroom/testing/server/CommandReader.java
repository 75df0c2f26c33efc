package org.postroom.testing.server;

import java.util.Optional;

/** Finds the commands in what one client sends. */
interface CommandReader {

    /** Takes one octet; answers the name of the command when its first line is complete. */
    Optional<String> take(int octet);
}
