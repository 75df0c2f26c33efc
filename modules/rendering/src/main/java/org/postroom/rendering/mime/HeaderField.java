package org.postroom.rendering.mime;

/**
 * One header field as it stands in a message (RFC 5322 section 2.2), unfolded, not decoded.
 *
 * @param name as written, without the colon
 * @param value without surrounding white space; may hold encoded words
 */
public record HeaderField(String name, String value) {

    /** True for this field name in any case. */
    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
