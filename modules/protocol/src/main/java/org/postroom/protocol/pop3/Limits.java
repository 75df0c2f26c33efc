package org.postroom.protocol.pop3;

import java.time.Duration;
import org.postroom.protocol.net.ResponseLimits;

/** What the answers may cost. */
final class Limits {

    private static final long LINE = 8 << 10;
    private static final long PACE = 8 << 10;

    /** Greetings, status lines, CAPA. */
    static final ResponseLimits SHORT = ResponseLimits.DEFAULT.withOctets(64 << 10).withLine(LINE);

    /**
     * LIST, UIDL: for the 200,000 messages that are taken, with names of 70 characters and longer;
     * a server may have to read every message to know their sizes.
     */
    static final ResponseLimits LIST =
            ResponseLimits.DEFAULT
                    .withOctets(32L << 20)
                    .withLine(LINE)
                    .withDeadline(Duration.ofMinutes(2))
                    .withPace(PACE);

    /** QUIT of a session in which something was deleted: it is deleted now. */
    static final ResponseLimits DELETING = SHORT.withDeadline(Duration.ofMinutes(2));

    private static final long DOTS_AND_LINE_ENDS = 1 << 20;

    private Limits() {}

    /** TOP, RETR: a line may be as long as the message, and its slowness has an end too. */
    static ResponseLimits message(long maxMessage) {
        long octets = maxMessage + DOTS_AND_LINE_ENDS;
        return ResponseLimits.DEFAULT
                .withOctets(octets)
                .withLine(octets)
                .withDeadline(Duration.ofMinutes(1))
                .withPace(PACE);
    }
}
