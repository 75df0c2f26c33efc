package org.postroom.rendering.text;

import org.postroom.rendering.LinkTarget;

/** Plain words, or a link, in a plain-text message. */
public sealed interface Token {

    /** As it is written in the message. */
    String text();

    /** Words, with line feeds between lines. */
    record Words(String text) implements Token {}

    /**
     * A web or mail address.
     *
     * @param target where it leads; its host is what a browser will ask for
     */
    record Link(String text, LinkTarget target) implements Token {}
}
