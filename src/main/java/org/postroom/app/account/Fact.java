package org.postroom.app.account;

import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.Link;

/**
 * Something that is so.
 *
 * @param label what it is about
 * @param text how it is
 * @param link where it can be changed; null where it cannot
 */
public record Fact(String label, String text, @Nullable Link link) {

    static Fact of(String label, String text) {
        return new Fact(label, text, null);
    }
}
