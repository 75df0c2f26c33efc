package org.postroom.rendering.html;

import java.util.Optional;
import java.util.function.Function;

/**
 * Which pictures of a message are shown, and from where.
 *
 * @param embedded from a Content-ID (RFC 2392, without angle brackets) to a {@code data:} URI of a
 *     raster image; empty when there is none or it is too large
 * @param remote from an http or https URL to a URL of ours that serves the same picture; empty when
 *     it stays held back
 */
public record Pictures(
        Function<String, Optional<String>> embedded, Function<String, Optional<String>> remote) {

    /** Embedded pictures are shown, remote ones held back: nothing leaves the browser. */
    public static Pictures held(Function<String, Optional<String>> embedded) {
        return new Pictures(embedded, _ -> Optional.empty());
    }

    /** The reader has asked for the pictures. */
    public static Pictures shown(
            Function<String, Optional<String>> embedded,
            Function<String, Optional<String>> remote) {
        return new Pictures(embedded, remote);
    }
}
