package org.postroom.protocol.imap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.postroom.protocol.MailException.BadResponse;

/**
 * Takes a server's line apart into {@link Token}s.
 *
 * <p>Angus' own parser of FETCH drops a whole line for one item that it does not know, walks past
 * the end of short lines and recurses as deep as a server likes; therefore only the reading of
 * lines and literals is left to it.
 */
final class TokenReader {

    private static final int MAX_DEPTH = 400;

    private final byte[] line;
    private final int end;
    private int at;
    private final Deque<List<Token>> open = new ArrayDeque<>();

    private TokenReader(byte[] line, int from, int to) {
        this.line = line;
        this.at = from;
        this.end = to;
    }

    /**
     * The tokens of a stretch of a line; lists that are not closed end with it.
     *
     * @throws BadResponse when lists lie deeper in each other than any honest server's
     */
    static List<Token> read(byte[] line, int from, int to) {
        return new TokenReader(line, from, to).all();
    }

    private List<Token> all() {
        List<Token> top = new ArrayList<>();
        open.push(top);
        while (at < end) {
            step();
        }
        while (open.size() > 1) {
            close();
        }
        return top;
    }

    private void step() {
        switch (line[at]) {
            case ' ', '\r', '\n' -> at++;
            case '(' -> open();
            case ')' -> close();
            case '"' -> add(quoted());
            case '{' -> add(literal());
            default -> add(atom());
        }
    }

    private void add(Token token) {
        open.getFirst().add(token);
    }

    private void open() {
        at++;
        if (open.size() > MAX_DEPTH) {
            throw new BadResponse("Lists inside lists without end", null);
        }
        open.push(new ArrayList<>());
    }

    private void close() {
        at++;
        if (open.size() > 1) {
            Token group = new Token.Group(open.pop());
            add(group);
        }
    }

    private Token quoted() {
        int from = ++at;
        boolean escaped = false;
        while (at < end && line[at] != '"') {
            escaped |= line[at] == '\\';
            at += line[at] == '\\' ? 2 : 1;
        }
        int to = Math.min(at, end);
        at = to + 1;
        return escaped ? unescaped(from, to) : new Token.Text(line, from, to, true);
    }

    private Token unescaped(int from, int to) {
        byte[] result = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            if (line[i] == '\\' && i + 1 < to) {
                i++;
            }
            result[length++] = line[i];
        }
        return new Token.Text(result, 0, length, true);
    }

    // {n}CRLF and n octets: they are all in the line, because whoever read it read them too.
    private Token literal() {
        int digit = at + 1;
        long size = 0;
        while (digit < end && line[digit] >= '0' && line[digit] <= '9' && size < end) {
            size = size * 10 + line[digit++] - '0';
        }
        boolean complete = digit > at + 1 && digit + 2 < end && line[digit] == '}';
        if (!complete || digit + 3 + size > end) {
            return atom();
        }
        int from = digit + 3;
        at = from + (int) size;
        return new Token.Text(line, from, at, true);
    }

    private Token atom() {
        int from = at;
        at++;
        while (at < end && !isDelimiter(line[at])) {
            boolean section = line[at] == '[' && isBody(from);
            at = section ? afterSection() : at + 1;
        }
        boolean literal8 = at - from == 1 && line[from] == '~' && at < end && line[at] == '{';
        return literal8 ? literal() : new Token.Text(line, from, at, false);
    }

    // BODY[HEADER.FIELDS (DATE)]<0> is one word, spaces and all.
    private boolean isBody(int from) {
        return at - from == 4 && new Token.Text(line, from, at, false).word().equals("BODY");
    }

    private int afterSection() {
        int to = at;
        while (to < end && line[to] != ']') {
            to++;
        }
        return Math.min(to + 1, end);
    }

    private static boolean isDelimiter(byte octet) {
        return switch (octet) {
            case ' ', '(', ')', '"', '{', '\r', '\n' -> true;
            default -> false;
        };
    }
}
