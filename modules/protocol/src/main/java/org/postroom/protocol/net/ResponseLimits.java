package org.postroom.protocol.net;

import java.time.Duration;

/**
 * What the answer to one command may cost.
 *
 * @param octets of the whole answer; an IMAP line counts as 32 at least, because of what it costs
 *     to keep
 * @param line octets of one line without its literals
 * @param literal octets of one literal (RFC 9051 §4.3)
 * @param deadline from sending the command to the end of the answer
 * @param pace octets that move the deadline by a second, for answers whose length nobody knows
 *     before; 0: none do
 */
public record ResponseLimits(long octets, long line, long literal, Duration deadline, long pace) {

    private static final long MEBIBYTE = 1 << 20;

    /** 16 MiB in all, a line and a literal of 1 MiB, 30 seconds. */
    public static final ResponseLimits DEFAULT =
            new ResponseLimits(16 * MEBIBYTE, MEBIBYTE, MEBIBYTE, Duration.ofSeconds(30), 0);

    public ResponseLimits {
        if (octets < 1 || line < 1 || literal < 0 || !deadline.isPositive() || pace < 0) {
            throw new IllegalArgumentException("Limits are positive");
        }
    }

    public ResponseLimits withOctets(long newOctets) {
        return new ResponseLimits(newOctets, line, literal, deadline, pace);
    }

    /** For answers in one long line, such as SORT of a very large mailbox. */
    public ResponseLimits withLine(long newLine) {
        return new ResponseLimits(octets, newLine, literal, deadline, pace);
    }

    public ResponseLimits withLiteral(long newLiteral) {
        return new ResponseLimits(octets, line, newLiteral, deadline, pace);
    }

    public ResponseLimits withDeadline(Duration newDeadline) {
        return new ResponseLimits(octets, line, literal, newDeadline, pace);
    }

    /** Lets a long answer take longer, as long as so many octets a second come on the whole. */
    public ResponseLimits withPace(long newPace) {
        return new ResponseLimits(octets, line, literal, deadline, newPace);
    }
}
