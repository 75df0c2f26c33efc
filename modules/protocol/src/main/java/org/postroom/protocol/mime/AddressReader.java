package org.postroom.protocol.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.postroom.protocol.Address;

/**
 * A list of addresses as people and programs write it (RFC 5322 §3.4), which is not always as the
 * grammar wants it: what cannot be understood is taken as it stands, and nothing throws. Groups are
 * given as their members.
 */
final class AddressReader {

    /** As many are read of one field. */
    static final int MAX_ADDRESSES = 1000;

    // White space outside quotes, which no address has.
    private static final char FREE_SPACE = '\n';

    private final String text;
    private final List<Address> addresses = new ArrayList<>();
    private final StringBuilder phrase = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private final StringBuilder angle = new StringBuilder();
    private boolean hasAngle;
    private int at;

    private AddressReader(String latin1) {
        this.text = latin1;
    }

    /** The addresses in a field's octets. */
    static List<Address> read(byte[] field) {
        return new AddressReader(new String(field, StandardCharsets.ISO_8859_1)).all();
    }

    private List<Address> all() {
        while (at < text.length() && addresses.size() < MAX_ADDRESSES) {
            next(text.charAt(at++));
        }
        end();
        return addresses;
    }

    private void next(char c) {
        switch (c) {
            case '"' -> quoted(hasAngle ? new StringBuilder() : phrase);
            case '(' -> comment();
            case '<' -> angle();
            case ',', ';' -> end();
            case ':' -> clear(); // what stood before names a group
            default -> phrase.append(hasAngle ? "" : Character.isWhitespace(c) ? FREE_SPACE : c);
        }
    }

    private void quoted(StringBuilder into) {
        for (; at < text.length() && text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            char c = text.charAt(at);
            into.append(c == FREE_SPACE ? ' ' : c);
        }
        at++;
    }

    private void comment() {
        comment.setLength(0);
        int depth = 1;
        for (; at < text.length() && depth > 0; at++) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '\\' && at + 1 < text.length()) {
                comment.append(text.charAt(++at));
            } else if (depth > 0) {
                comment.append(c);
            }
        }
    }

    // A route before the address (RFC 5322 §4.4) is no part of it.
    private void angle() {
        hasAngle = true;
        angle.setLength(0);
        while (at < text.length() && text.charAt(at) != '>') {
            char c = text.charAt(at++);
            if (c == '"') {
                quoted(angle);
            } else if (c == ':' && !angle.isEmpty() && angle.charAt(0) == '@') {
                angle.setLength(0);
            } else if (!Character.isWhitespace(c)) {
                angle.append(c);
            }
        }
        at++;
    }

    private void end() {
        String mail = decoded(hasAngle ? angle : mailOfPhrase());
        String name = decoded(hasAngle && !phrase.toString().isBlank() ? phrase : comment);
        if (!mail.isEmpty() || !name.isEmpty()) {
            addresses.add(new Address(name, mail));
        }
        clear();
    }

    // Without angles an address is the whole, and spaces around its dots are none.
    private StringBuilder mailOfPhrase() {
        StringBuilder mail = new StringBuilder();
        boolean address = phrase.indexOf("@") >= 0;
        phrase.chars()
                .filter(c -> !(address && c == FREE_SPACE))
                .forEach(c -> mail.append((char) c));
        return mail;
    }

    private void clear() {
        phrase.setLength(0);
        comment.setLength(0);
        angle.setLength(0);
        hasAngle = false;
    }

    private static String decoded(StringBuilder latin1) {
        return HeaderText.of(latin1.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
