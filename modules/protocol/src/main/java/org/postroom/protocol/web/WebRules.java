package org.postroom.protocol.web;

/**
 * What may be fetched.
 *
 * @param plainToo whether http URLs are fetched beside https ones
 * @param maxOctets the largest file, in octets
 * @param accept the media types asked for (RFC 9110 §12.5.1)
 */
public record WebRules(boolean plainToo, int maxOctets, String accept) {

    public WebRules {
        if (maxOctets < 1 || !accept.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            throw new IllegalArgumentException("No rules for fetching: " + accept);
        }
    }
}
