package org.postroom.app.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Where remote pictures that a reader asked for come from: from us, never from the sender's server.
 */
@ApplicationScoped
class PictureLinks {

    /** Our address of a remote picture; empty when it cannot be fetched. */
    Optional<String> link(String url) {
        return Optional.empty();
    }

    /** The source that the body's Content-Security-Policy allows. */
    String source(String origin) {
        return origin + "/pictures/";
    }
}
