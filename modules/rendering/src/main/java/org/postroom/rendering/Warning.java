package org.postroom.rendering;

/**
 * Something odd about a sender, to be said in calm words.
 *
 * @param kind what is odd
 * @param subject what it is about, as the message has it: a name, an address or a domain
 * @param found what was found in it: the other address or domain, or the character's name
 */
public record Warning(Kind kind, String subject, String found) {

    /** What can be odd. */
    public enum Kind {
        /**
         * More than one From field: programs disagree about which one counts (RFC 5322 section
         * 3.6).
         */
        SEVERAL_FROM_FIELDS,
        /** The display name contains an address that is not the sender's. */
        OTHER_ADDRESS_IN_NAME,
        /** The display name contains characters that cannot be seen or that turn the direction. */
        INVISIBLE_CHARACTERS_IN_NAME,
        /** The domain mixes scripts such that one letter may pass for another (UTS 39). */
        MIXED_SCRIPTS_IN_DOMAIN,
        /** The domain is written in letters that look like others throughout (UTS 39). */
        LOOKALIKE_DOMAIN,
        /** Answers would go to another domain than the sender's. */
        REPLY_TO_ELSEWHERE
    }
}
