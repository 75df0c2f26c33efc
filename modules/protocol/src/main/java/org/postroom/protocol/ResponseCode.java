package org.postroom.protocol;

import java.util.Locale;

/**
 * The machine-readable reason in a server's answer (RFC 5530; of POP3: RFC 2449 §8, RFC 3206).
 *
 * @param name in capitals, such as {@code OVERQUOTA}
 */
public record ResponseCode(String name) {
    public ResponseCode {
        name = name.toUpperCase(Locale.ROOT);
    }
}
