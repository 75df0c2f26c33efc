package org.postroom.protocol.net;

import org.postroom.protocol.net.LimitExceededException.Limit;

/**
 * Recognises {@code {123}} and the end of the line behind it, octet by octet; {@code {123+}} is
 * none, as for Angus Mail.
 */
final class LiteralSize {

    private enum State {
        OUTSIDE,
        OPENED,
        IN_BRACES,
        CLOSED,
        RETURNED,
        ANNOUNCED
    }

    /** Above every limit and far from overflowing. */
    private static final long HUGE = Long.MAX_VALUE / 16;

    private State state = State.OUTSIDE;
    private long value;
    private boolean negative;

    void accept(int octet) {
        if (octet == '{') {
            state = State.OPENED;
            value = 0;
            negative = false;
            return;
        }
        state =
                switch (state) {
                    case OPENED -> opened(octet);
                    case IN_BRACES -> inBraces(octet);
                    case CLOSED -> octet == '\r' ? State.RETURNED : State.OUTSIDE;
                    case RETURNED -> octet == '\n' ? State.ANNOUNCED : State.OUTSIDE;
                    case OUTSIDE, ANNOUNCED -> State.OUTSIDE;
                };
    }

    private State opened(int octet) {
        negative = octet == '-';
        if (negative) {
            return State.IN_BRACES;
        }
        return octet == '}' ? State.OUTSIDE : inBraces(octet);
    }

    private State inBraces(int octet) {
        if (octet >= '0' && octet <= '9') {
            value = Math.min(HUGE, value * 10 + (octet - '0'));
            return State.IN_BRACES;
        }
        return octet == '}' ? State.CLOSED : State.OUTSIDE;
    }

    /** Whether the octet just seen ended a line that announces a literal. */
    boolean isAnnounced() {
        return state == State.ANNOUNCED;
    }

    long value(long largest) throws LimitExceededException {
        if (negative || value > largest) {
            throw new LimitExceededException(
                    Limit.LITERAL, "A literal is announced that is larger than " + largest);
        }
        return value;
    }
}
