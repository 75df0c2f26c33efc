package org.postroom.testing.corpus;

import java.nio.charset.StandardCharsets;

/**
 * A message that somebody wrote in order to do harm, or that a broken program wrote.
 *
 * @param name what is wrong with it, in words with hyphens
 * @param raw its octets
 */
@SuppressWarnings("ArrayRecordComponent") // see CorpusMessage
public record HostileMessage(String name, byte[] raw) {
    static HostileMessage of(String name, String text) {
        var lines = text.replace("\r\n", "\n").replace("\n", "\r\n");
        return new HostileMessage(name, lines.getBytes(StandardCharsets.UTF_8));
    }

    /** The name, so that tests for each read well. */
    @Override
    public String toString() {
        return name;
    }
}
