package org.postroom.protocol.net;

import org.postroom.protocol.net.LimitExceededException.Limit;

/** Limits the whole answer and its lines. */
final class LineScanner implements ResponseScanner {

    private final ResponseBudget budget;
    private long line;

    LineScanner(ResponseBudget budget) {
        this.budget = budget;
    }

    @Override
    public void accept(byte[] octets, int offset, int length) throws LimitExceededException {
        budget.spend(length);
        long longest = budget.limits().line();
        for (int i = offset; i < offset + length; i++) {
            line = octets[i] == '\n' ? 0 : line + 1;
            check(line, longest);
        }
    }

    static void check(long line, long longest) throws LimitExceededException {
        if (line > longest) {
            throw new LimitExceededException(
                    Limit.LINE, "A line is longer than " + longest + " octets");
        }
    }
}
