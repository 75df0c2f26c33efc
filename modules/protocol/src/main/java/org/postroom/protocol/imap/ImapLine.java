package org.postroom.protocol.imap;

import java.io.IOException;
import java.util.List;
import org.eclipse.angus.mail.iap.Protocol;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/** One response of a server, with its literals (RFC 9051 §7). */
final class ImapLine extends IMAPResponse {

    private @Nullable List<Token> tokens;

    ImapLine(Protocol protocol) throws IOException, ProtocolException {
        super(protocol);
    }

    /** Whether it is {@code * KEY …} or {@code * n KEY …}. */
    boolean is(String key) {
        return isUnTagged() && keyEquals(key);
    }

    /** What follows the key, or the {@code OK} and its like. */
    List<Token> tokens() {
        if (tokens == null) {
            tokens = TokenReader.read(buffer, Math.min(index, size), size);
        }
        return tokens;
    }

    /** The n-th token from 0, or {@link Token#NIL}. */
    Token at(int n) {
        return n < tokens().size() ? tokens().get(n) : Token.NIL;
    }

    /** The response code's words, name first; none when there is no code. */
    List<Token> code() {
        int from = Math.min(index, size);
        while (from < size && buffer[from] == ' ') {
            from++;
        }
        if (from >= size || buffer[from] != '[') {
            return List.of();
        }
        int to = from;
        while (to < size && buffer[to] != ']') {
            to++;
        }
        return TokenReader.read(buffer, from + 1, to);
    }

    /** Whether it carries this response code. */
    boolean hasCode(String name) {
        List<Token> code = code();
        return !code.isEmpty() && code.getFirst().word().equals(name);
    }
}
