package org.postroom.protocol;

import java.util.Locale;

/**
 * A capability as the server writes it (RFC 9051 §6.1.1), in capitals. It says where or how fast
 * something is done; it never decides whether a {@link MailStore} method works.
 */
public record Capability(String name) {
    public Capability {
        name = name.toUpperCase(Locale.ROOT);
    }
}
