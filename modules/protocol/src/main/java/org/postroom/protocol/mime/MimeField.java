package org.postroom.protocol.mime;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A field with parameters (RFC 2045 §5.1, RFC 2183), read with patience: values without the quotes
 * that they need, comments, lone semicolons.
 *
 * @param value what stands before the parameters, without comments
 * @param written the parameters as written, by name in lower case
 */
record MimeField(String value, Map<String, String> written) {

    private static final int MAX_PARAMETERS = 100;
    private static final int MAX_LENGTH = 16 << 10;

    /** Reads a field whose characters stand for its octets. */
    static MimeField read(String latin1) {
        return new Reader(latin1.length() > MAX_LENGTH ? latin1.substring(0, MAX_LENGTH) : latin1)
                .field();
    }

    /** The parameters decoded (RFC 2231, RFC 2047), by name in lower case. */
    Map<String, String> parameters() {
        Parameters parameters = new Parameters();
        written.forEach(
                (name, text) -> parameters.add(name, text.getBytes(StandardCharsets.ISO_8859_1)));
        return parameters.decoded();
    }

    /** A parameter whose octets matter, not its characters. */
    Optional<byte[]> octets(String name) {
        return Optional.ofNullable(written.get(name))
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .or(
                        () ->
                                Optional.ofNullable(parameters().get(name))
                                        .map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    private static final class Reader {
        private final String text;
        private final Map<String, String> parameters = new LinkedHashMap<>();
        private int at;

        Reader(String text) {
            this.text = text;
        }

        MimeField field() {
            String value = unquoted();
            while (at < text.length() && parameters.size() < MAX_PARAMETERS) {
                at++;
                parameter();
            }
            return new MimeField(value, parameters);
        }

        private void parameter() {
            int start = at;
            while (at < text.length() && text.charAt(at) != '=' && text.charAt(at) != ';') {
                at++;
            }
            if (at == text.length() || text.charAt(at) == ';') {
                return;
            }
            String name = withoutComments(text.substring(start, at++)).toLowerCase(Locale.ROOT);
            skipSpace();
            String value = at < text.length() && text.charAt(at) == '"' ? quoted() : bare(name);
            if (!name.isEmpty()) {
                parameters.put(name, value);
            }
        }

        private void skipSpace() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        // File names come with bare spaces; nothing else has any.
        private String bare(String name) {
            if (name.endsWith("name")) {
                return upToSemicolon().strip();
            }
            String value = unquoted();
            int space = value.indexOf(' ');
            return space < 0 ? value : value.substring(0, space);
        }

        private String quoted() {
            StringBuilder value = new StringBuilder();
            for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                char c = text.charAt(at);
                value.append(c == '\r' || c == '\n' ? "" : c);
            }
            unquoted();
            return value.toString();
        }

        private String unquoted() {
            return withoutComments(upToSemicolon());
        }

        private String upToSemicolon() {
            int end = text.indexOf(';', at);
            String rest = text.substring(at, end < 0 ? text.length() : end);
            at += rest.length();
            return rest;
        }

        private static String withoutComments(String text) {
            StringBuilder out = new StringBuilder();
            int depth = 0;
            for (char c : text.toCharArray()) {
                depth += c == '(' ? 1 : 0;
                if (depth == 0) {
                    out.append(Character.isWhitespace(c) ? ' ' : c);
                }
                depth -= c == ')' && depth > 0 ? 1 : 0;
            }
            return out.toString().strip();
        }
    }
}
