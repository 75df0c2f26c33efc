package org.postroom.protocol;

/**
 * Somebody's address (RFC 5322 §3.4), decoded; a group is given as its members.
 *
 * @param name the display name, empty where there is none
 * @param mail local part and domain, as the message has it; may be empty or malformed, it is a
 *     stranger's text
 */
public record Address(String name, String mail) {

    /** The name if there is one, else the address: what a list shows. */
    public String label() {
        return name.isBlank() ? mail : name;
    }
}
