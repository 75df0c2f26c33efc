package org.postroom.protocol.net;

import org.postroom.protocol.net.LimitExceededException.Limit;

/**
 * Limits the whole answer, its lines, its literals and its nesting. It takes for a literal what
 * Angus Mail takes for one: any line that ends in digits in braces, wherever they stand and
 * wherever they began, free text and the end of the literal before included.
 */
final class ImapScanner implements ResponseScanner {

    static final int MAX_NESTING = 500;

    private static final int LINE_COSTS_AT_LEAST = 32;

    private final ResponseBudget budget;
    private final LiteralSize size = new LiteralSize();
    private long line;
    private long literalLeft;
    private int nesting;
    private boolean quoted;
    private boolean escaped;
    private int previous = '\n';

    ImapScanner(ResponseBudget budget) {
        this.budget = budget;
    }

    @Override
    public void accept(byte[] octets, int offset, int length) throws LimitExceededException {
        budget.spend(length);
        for (int i = offset; i < offset + length; i++) {
            int octet = octets[i] & 0xFF;
            size.accept(octet);
            if (literalLeft > 0) {
                literalLeft--;
            } else {
                inLine(octet);
            }
            previous = octet;
        }
    }

    private void inLine(int octet) throws LimitExceededException {
        LineScanner.check(++line, budget.limits().line());
        if (octet == '\n' && previous == '\r') {
            endLine();
        } else if (quoted) {
            inQuotes(octet);
        } else {
            outsideQuotes(octet);
        }
    }

    private void endLine() throws LimitExceededException {
        budget.spend(Math.max(0, LINE_COSTS_AT_LEAST - line));
        line = 0;
        quoted = false;
        escaped = false;
        if (size.isAnnounced()) {
            literalLeft = size.value(budget.limits().literal());
        } else {
            nesting = 0;
        }
    }

    private void inQuotes(int octet) {
        if (escaped) {
            escaped = false;
        } else if (octet == '\\') {
            escaped = true;
        } else if (octet == '"') {
            quoted = false;
        }
    }

    /**
     * A quote in the middle of an atom opens nothing: otherwise parentheses could hide behind it.
     */
    private void outsideQuotes(int octet) throws LimitExceededException {
        switch (octet) {
            case '"' ->
                    quoted =
                            previous == ' '
                                    || previous == '('
                                    || previous == '['
                                    || previous == '\n';
            case '(' -> open();
            case ')' -> nesting = Math.max(0, nesting - 1);
            default -> {}
        }
    }

    private void open() throws LimitExceededException {
        if (++nesting > MAX_NESTING) {
            throw new LimitExceededException(
                    Limit.NESTING, "More than " + MAX_NESTING + " parentheses within each other");
        }
    }
}
