package org.postroom.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a mailbox is for (RFC 6154 §2, RFC 8457), in the order in which people are shown them; INBOX
 * stands first.
 */
public enum SpecialUse {
    INBOX("\\Inbox"),
    DRAFTS("\\Drafts"),
    SENT("\\Sent"),
    ARCHIVE("\\Archive"),
    JUNK("\\Junk"),
    TRASH("\\Trash"),
    ALL("\\All"),
    FLAGGED("\\Flagged"),
    IMPORTANT("\\Important");

    private final String attribute;

    SpecialUse(String attribute) {
        this.attribute = attribute;
    }

    /** The mailbox attribute of the RFC, such as {@code \Sent}. */
    public String attribute() {
        return attribute;
    }

    /** The lower-case word used in marks and addresses, such as {@code sent}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By attribute, whose case does not matter (Cyrus sends lower case). */
    public static Optional<SpecialUse> ofAttribute(String attribute) {
        return Arrays.stream(values())
                .filter(u -> u.attribute.equalsIgnoreCase(attribute))
                .findFirst();
    }
}
