package org.postroom.protocol.discovery;

import java.util.Optional;

/**
 * What a person types to say who they are: an address, or a bare login name.
 *
 * @param text as typed, without spaces around it
 * @param localPart what stands before the last {@code @}; all of it for a bare login name
 * @param domain of an address, in ASCII and lower case
 */
public record MailAddress(String text, String localPart, Optional<String> domain) {

    private static final int MAX_LENGTH = 320;

    /**
     * Reads it. What stands behind an {@code @} and cannot be a domain makes a bare login name, for
     * servers know stranger ones.
     *
     * @throws IllegalArgumentException with a sentence when it is empty, too long or has control
     *     characters
     */
    public static MailAddress parse(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("An address or a login name is needed");
        }
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "An address has at most " + MAX_LENGTH + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("An address has no control characters");
        }
        int at = text.lastIndexOf('@');
        Optional<String> domain =
                at > 0 ? HostName.ascii(text.substring(at + 1)) : Optional.empty();
        return new MailAddress(text, domain.isPresent() ? text.substring(0, at) : text, domain);
    }
}
