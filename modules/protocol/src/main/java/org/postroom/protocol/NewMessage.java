package org.postroom.protocol;

import java.io.InputStream;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A message to be put into a mailbox (RFC 9051 §6.3.12).
 *
 * @param size in octets, exactly what the content gives
 * @param content opened once, closed by the store; lines end in CRLF
 */
public record NewMessage(
        Set<Flag> flags, Instant internalDate, long size, Supplier<InputStream> content) {
    public NewMessage {
        flags = Set.copyOf(flags);
    }
}
