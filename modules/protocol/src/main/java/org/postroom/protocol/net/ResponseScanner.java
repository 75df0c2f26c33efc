package org.postroom.protocol.net;

/** Watches a server's octets go by. */
@FunctionalInterface
interface ResponseScanner {

    /**
     * Looks at the next octets; what it throws ends the connection before anybody else sees them.
     */
    void accept(byte[] octets, int offset, int length) throws LimitExceededException;
}
